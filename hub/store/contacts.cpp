// SPDX-License-Identifier: Apache-2.0
#include "hub/store/contacts.h"

#include <map>

#include "firmware/domain/contact.h"
#include "firmware/domain/joined.h"
#include "hub/store/schema.h"

namespace tertulia::hub {
namespace {

std::vector<std::string_view> contact_columns() { return {"id", "programme", "visit", "day", "sealed"}; }

Result<std::string> first_day_kept(std::string_view now) {
  TRY(const WallTime today, wall_from_rfc3339(now));
  return to_rfc3339(day_of(today - kContactsKept)).substr(0, kRfc3339DayLength);
}

Outcome mix_contacts(Sql& sql) {
  const std::string columns = joined(contact_columns());
  return sql.post("WITH taken AS (DELETE FROM contact RETURNING " + columns + ") INSERT INTO contact (" +
                      columns + ") SELECT " + columns + " FROM taken ORDER BY id",
                  {});
}

Result<std::map<std::string, std::string>> sealed_by_id(Sql& sql, const std::vector<SqlValues>& ids) {
  std::map<std::string, std::string> held;
  TRY_DONE(sql.find({"contact", {"id", "sealed"}, 1, ids}, [&](const SqlRow& row) {
    held[row.text(0)] = row.text(1);
    return Done{};
  }));
  return held;
}

}  // namespace

Result<std::unique_ptr<Sql>> open_contacts(const std::string& database, std::string_view now) {
  TRY(const auto reader, Sql::open(database, OpenMode::kReadOnly));
  TRY_DONE(check_version(*reader));
  TRY(auto sql, Sql::open(database, OpenMode::kCreate));
  TRY_DONE(sql->transaction([&] { return erase_old_contacts(*sql, now); }));
  return sql;
}

Result<std::vector<SaveResult>> add_contacts(Sql& sql, std::vector<ContactRow> rows, std::string_view now) {
  TRY(const std::string first, first_day_kept(now));
  const std::string_view today = now.substr(0, kRfc3339DayLength);
  for (ContactRow& row : rows)
    if (row.day < first || row.day > today) row.day = today;
  Rows all{"contact", contact_columns(), 1, {}};
  std::vector<SqlValues> ids;
  for (const ContactRow& row : rows) {
    all.rows.push_back({row.id, row.programme, row.visit, row.day, row.sealed});
    ids.push_back({row.id});
  }
  TRY(const auto is_new, sql.add(all));
  TRY(const auto held, sealed_by_id(sql, ids));
  std::vector<SaveResult> results;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto same = held.find(rows[i].id);
    const bool is_same = same != held.end() && (same->second.empty() || same->second == rows[i].sealed);
    results.push_back(is_new[i] ? SaveResult::kNew : is_same ? SaveResult::kHeld : SaveResult::kSetAside);
  }
  if (sql.keeps_order_of_arrival()) TRY_DONE(mix_contacts(sql));
  return results;
}

Result<std::vector<ContactRow>> stored_contacts(Sql& sql) {
  std::vector<ContactRow> rows;
  TRY_DONE(
      sql.query("SELECT " + joined(contact_columns()) + " FROM contact WHERE sealed <> '' ORDER BY visit, id",
                {}, [&](const SqlRow& row) {
                  rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
                  return Done{};
                }));
  return rows;
}

Result<bool> erase_contact(Sql& sql, std::string_view id) {
  TRY(const std::uint64_t rows,
      sql.run("UPDATE contact SET sealed = '' WHERE id = $1 AND sealed <> ''", {id}));
  return rows > 0;
}

Outcome erase_old_contacts(Sql& sql, std::string_view now) {
  TRY(const std::string first, first_day_kept(now));
  return sql.post("DELETE FROM contact WHERE day < $1", {first});
}

}  // namespace tertulia::hub
