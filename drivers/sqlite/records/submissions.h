// SPDX-License-Identifier: Apache-2.0
// The table `submissions`: rows to values and back. Every function runs inside a transaction of the caller.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/ack.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

// Writes the submission with the state that it has. A row that is already closed stays as it is. `answers` is
// the JSON of its answers (see wire/answers.h), `label` is rounded to the session.
Outcome write_submission(Database& database, const Submission& submission, const std::string& answers,
                         WallTime label);
// None: there is no such submission.
[[nodiscard]] Result<std::optional<SubmissionState>> state_of(Database& database, const SubmissionId& id);
// Closes all that are open as abandoned, without their answers. It reads none, so none can be unreadable.
Outcome abandon_open_submissions(Database& database, WallTime label);
// Those that can be read.
[[nodiscard]] Result<std::vector<Submission>> open_submissions(Database& database);

struct LabelledSubmission {
  Submission submission;
  WallTime label;
};
struct ReadSubmissions {
  std::vector<LabelledSubmission> readable;
  std::vector<std::string> unreadable;  // the room of each that cannot be read; only after damage
};
// Those that are submitted and not yet taken over by the hub.
[[nodiscard]] Result<ReadSubmissions> waiting_submissions(Database& database);
// Those that are submitted, not taken over and not in the outbox. There are such only after damage.
[[nodiscard]] Result<ReadSubmissions> stranded_submissions(Database& database);

struct ClosedSubmission {
  Submission submission;
  WallTime label;
  bool is_erased = false;  // the hub has it, and its answers are gone here; or it never had any
};
// The name of the answer that holds, as they lie there, answers that cannot be read.
inline constexpr const char* kUnreadableAnswers = "_unreadable";
// The forms that submitted and abandoned ones answer.
[[nodiscard]] Result<std::vector<std::string>> answered_forms(Database& database);
// Hands out those of a form one after the other, in the order of their random ids. Returns how many rows
// could not be read at all. There are such only after damage.
[[nodiscard]] Result<std::uint64_t> each_closed(Database& database, const std::string& form,
                                                const std::function<Outcome(ClosedSubmission)>& take);

// Counts one more voice in the session. From now on `voices_in_session` counts the voices of this session.
Outcome tally_submitted(Database& database, const std::string& session);
// Counts the answers that the receipts name as taken over, also in the closing slips. A receipt that comes
// again changes nothing. Each must be of the content that was submitted.
Outcome note_receipts(Database& database, const std::vector<Receipt>& receipts);
// Counts the answers in their grace period as not taken over: the hub was restored, and may have lost them.
Outcome take_back_receipts(Database& database);
// Adds the answers in their grace period to the closing slips. Only after rebuild_slips(), which cannot know
// them.
Outcome make_grace_rows_known(Database& database);

}  // namespace tertulia::sqlite
