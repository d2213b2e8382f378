// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/submissions.h"

#include <functional>
#include <map>

#include "drivers/sqlite/records/closing_slips.h"
#include "firmware/domain/utf8.h"
#include "firmware/wire/answers.h"

namespace tertulia::sqlite {
namespace {

constexpr const char* kColumns = "id, room, session, form, form_hash, language, state, answers, label";

// What is no UTF-8 of a damaged row becomes U+FFFD.
std::string valid_utf8(std::string_view text) {
  std::string valid;
  each_code_point(text, [&](const CodePoint& next) { append_code_point(valid, next.value); });
  return valid;
}

// Without its answers.
Result<LabelledSubmission> head_from(const Statement& row) {
  LabelledSubmission result;
  Submission& submission = result.submission;
  TRY(submission.id, SubmissionId::parse(row.text(0)));
  submission.room = row.text(1);
  submission.session = row.text(2);
  submission.form = row.text(3);
  submission.form_hash = row.text(4);
  submission.language = row.text(5);
  TRY(submission.state, submission_state_from(row.text(6)));
  result.label = WallTime(Milliseconds(row.number(8)));
  return result;
}

Result<LabelledSubmission> submission_from(const Statement& row) {
  TRY(auto result, head_from(row));
  TRY(result.submission.answers, wire::answers_from_json(row.text(7)));
  return result;
}

// One row that cannot be read is no reason to do without the others.
Result<ReadSubmissions> select_submissions(Database& database, const std::string& where) {
  ReadSubmissions found;
  TRY(auto rows, database.query(std::string("SELECT ") + kColumns + " FROM submissions WHERE " + where));
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    if (auto submission = submission_from(rows); submission.ok())
      found.readable.push_back(std::move(submission).value());
    else
      found.unreadable.push_back(rows.text(1));
  }
}

// Answers that the hub took over and that stay for the grace period.
constexpr const char* kInGrace =
    "FROM submissions JOIN kept ON event_id = id "
    "WHERE submissions.state = 'submitted' AND acknowledged = 1";

// What came from the hub at once.
struct Receipted {
  std::map<std::string, std::int64_t> sessions;  // how many of each
  std::map<std::string, ClosingSlip> rooms;

  Outcome add(const std::string& session, const std::string& room, const std::string& content) {
    TRY(const HashSum share, HashSum::parse(content));
    ++sessions[session];
    ClosingSlip& part = rooms[room];
    part.room = room;
    ++part.receipted;
    part.receipted_sum.add(share);
    return Done{};
  }
};

Outcome note(Database& database, const Receipt& receipt, Receipted& receipted) {
  TRY(auto row, database.query("SELECT session, room FROM submissions WHERE id = ?1 AND state = 'submitted' "
                               "AND acknowledged = 0",
                               {receipt.submission}));
  TRY(const bool found, row.step());
  if (!found) return Done{};
  TRY_DONE(receipted.add(row.text(0), row.text(1), receipt.content));
  return database.run("UPDATE submissions SET acknowledged = 1 WHERE id = ?1", {receipt.submission});
}

Outcome tally_receipted(Database& database, const std::string& session, std::int64_t more) {
  return database.run("UPDATE tally SET acknowledged = acknowledged + ?2 WHERE session = ?1",
                      {session, more});
}

}  // namespace

Outcome write_submission(Database& database, const Submission& submission, const std::string& answers,
                         WallTime label) {
  return database.run(
      "INSERT INTO submissions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9) ON CONFLICT (id) DO UPDATE SET "
      "room = excluded.room, session = excluded.session, form = excluded.form, "
      "form_hash = excluded.form_hash, language = excluded.language, state = excluded.state, "
      "label = excluded.label, answers = excluded.answers WHERE submissions.state = 'open'",
      {submission.id.text(), submission.room, submission.session, submission.form, submission.form_hash,
       submission.language, tertulia::to_text(submission.state), label.time_since_epoch().count(), answers});
}

Result<std::optional<SubmissionState>> state_of(Database& database, const SubmissionId& id) {
  TRY(const std::string text, database.text("SELECT state FROM submissions WHERE id = ?1", {id.text()}));
  if (text.empty()) return std::optional<SubmissionState>();
  TRY(const SubmissionState state, submission_state_from(text));
  return std::optional(state);
}

Outcome abandon_open_submissions(Database& database, WallTime label) {
  return database.run(
      "UPDATE submissions SET state = 'abandoned', answers = '{}', label = ?1 WHERE state = 'open'",
      {label.time_since_epoch().count()});
}

Result<std::vector<Submission>> open_submissions(Database& database) {
  TRY(auto found, select_submissions(database, "state = 'open'"));
  std::vector<Submission> submissions;
  for (auto& each : found.readable) submissions.push_back(std::move(each.submission));
  return submissions;
}

Result<ReadSubmissions> waiting_submissions(Database& database) {
  return select_submissions(database, "state = 'submitted' AND acknowledged = 0");
}

Result<ReadSubmissions> stranded_submissions(Database& database) {
  return select_submissions(
      database, "state = 'submitted' AND acknowledged = 0 AND id NOT IN (SELECT event_id FROM outbox)");
}

Result<std::vector<std::string>> answered_forms(Database& database) {
  std::vector<std::string> forms;
  TRY(auto rows, database.query("SELECT DISTINCT form FROM submissions WHERE state <> 'open' ORDER BY form"));
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return forms;
    forms.push_back(rows.text(0));
  }
}

Result<std::uint64_t> each_closed(Database& database, const std::string& form,
                                  const std::function<Outcome(ClosedSubmission)>& take) {
  std::uint64_t unreadable = 0;
  TRY(auto rows, database.query(std::string("SELECT ") + kColumns +
                                    ", state = 'submitted' AND acknowledged = 1 AND answers = '{}' "
                                    "FROM submissions WHERE form = ?1 AND state <> 'open' ORDER BY id",
                                {form}));
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return unreadable;
    auto head = head_from(rows);
    if (!head.ok()) {
      ++unreadable;
      continue;
    }
    ClosedSubmission closed{std::move(head.value().submission), head.value().label, rows.number(9) != 0};
    const std::string stored = rows.text(7);
    auto answers = wire::answers_from_json(stored);
    closed.submission.answers =
        answers.ok() ? std::move(answers).value() : Answers{{kUnreadableAnswers, valid_utf8(stored)}};
    TRY_DONE(take(std::move(closed)));
  }
}

Outcome tally_submitted(Database& database, const std::string& session) {
  TRY_DONE(
      database.run("INSERT INTO tally VALUES (?1, 1, 0) ON CONFLICT (session) DO UPDATE "
                   "SET submitted = submitted + 1",
                   {session}));
  // As a rule it is the same, and a page less to write.
  return database.run(
      "INSERT INTO meta VALUES ('last_session', ?1) ON CONFLICT (name) DO UPDATE "
      "SET value = excluded.value WHERE value <> excluded.value",
      {session});
}

Outcome note_receipts(Database& database, const std::vector<Receipt>& receipts) {
  Receipted receipted;
  for (const Receipt& receipt : receipts) TRY_DONE(note(database, receipt, receipted));
  for (const auto& [session, count] : receipted.sessions) TRY_DONE(tally_receipted(database, session, count));
  for (const auto& [room, part] : receipted.rooms) TRY_DONE(add_receipted(database, part));
  return Done{};
}

Outcome take_back_receipts(Database& database) {
  Receipted receipted;
  {
    TRY(auto rows, database.query(std::string("SELECT session, room, content ") + kInGrace));
    while (true) {
      TRY(const bool more, rows.step());
      if (!more) break;
      TRY_DONE(receipted.add(rows.text(0), rows.text(1), rows.text(2)));
    }
  }
  for (const auto& [session, count] : receipted.sessions)
    TRY_DONE(tally_receipted(database, session, -count));
  for (const auto& [room, part] : receipted.rooms) TRY_DONE(take_back_receipted(database, part));
  return database.run(std::string("UPDATE submissions SET acknowledged = 0 WHERE id IN (SELECT event_id ") +
                      kInGrace + ")");
}

Outcome make_grace_rows_known(Database& database) {
  std::vector<std::pair<std::string, std::string>> known;
  {
    TRY(auto rows, database.query(std::string("SELECT room, content ") + kInGrace));
    while (true) {
      TRY(const bool more, rows.step());
      if (!more) break;
      known.emplace_back(rows.text(0), rows.text(1));
    }
  }
  for (const auto& [room, content] : known) TRY_DONE(make_known(database, room, content));
  return Done{};
}

}  // namespace tertulia::sqlite
