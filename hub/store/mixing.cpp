// SPDX-License-Identifier: Apache-2.0
#include "hub/store/mixing.h"

#include <algorithm>
#include <string>
#include <utility>

#include "hub/store/schema.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kEnough = 200;

// They are taken out and put back, all by one transaction.
Outcome mix_fresh(Sql& sql) {
  const std::string columns = list_of(feedback_columns());
  return sql.post(
      "WITH taken AS (DELETE FROM feedback WHERE fresh AND "
      "(SELECT count(*) FROM feedback WHERE fresh) >= " +
          std::to_string(kEnough) + " RETURNING " + columns + ") INSERT INTO mixed_feedback (" + columns +
          ") SELECT " + columns + " FROM taken ORDER BY id",
      {});
}

Outcome mark_fresh(Sql& sql, const Rows& rows, const std::vector<bool>& is_new) {
  for (std::size_t i = 0; i < is_new.size(); ++i)
    if (is_new[i])
      TRY_DONE(sql.post("UPDATE feedback SET fresh = TRUE WHERE id = $1", {rows.rows[i].front()}));
  return Done{};
}

}  // namespace

Result<std::vector<bool>> add_feedback(Sql& sql, std::vector<SqlValues> rows) {
  const bool come_mixed = sql.keeps_order_of_arrival() && rows.size() >= kEnough;
  const Rows all{come_mixed ? "mixed_feedback" : "feedback", feedback_columns(), 1, std::move(rows)};
  TRY(auto is_new, sql.add(all));
  const auto count = static_cast<std::size_t>(std::count(is_new.begin(), is_new.end(), true));
  // Most of a batch may be there already, and the rest too few to hide each other.
  if (come_mixed && count < kEnough) TRY_DONE(mark_fresh(sql, all, is_new));
  if (sql.keeps_order_of_arrival()) TRY_DONE(mix_fresh(sql));
  return is_new;
}

}  // namespace tertulia::hub
