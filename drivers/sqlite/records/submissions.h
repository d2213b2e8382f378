// SPDX-License-Identifier: Apache-2.0
// The table of submissions, row <-> value. Inside a transaction of the caller.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/ack.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

// Inserts or replaces it in the state that it has; one that is already closed stays as it is. `answers` is
// the JSON of its answers (see wire/answers.h), `label` is rounded to the session.
Outcome write_submission(Database& database, const Submission& submission, const std::string& answers,
                         WallTime label);
// None: never seen.
[[nodiscard]] Result<std::optional<SubmissionState>> state_of(Database& database, const SubmissionId& id);
[[nodiscard]] Result<std::vector<Submission>> open_submissions(Database& database);
// Submitted, and not yet taken over by the hub.
[[nodiscard]] Result<std::vector<Submission>> waiting_submissions(Database& database);

struct LabelledSubmission {
  Submission submission;
  WallTime label;
};
// Submitted, not acknowledged and not in the outbox: only after damage.
[[nodiscard]] Result<std::vector<LabelledSubmission>> stranded_submissions(Database& database);

// One more voice in the session; from now on it is the one that `voices_in_session` counts.
Outcome tally_submitted(Database& database, const std::string& session);
// The hub holds what they name: counted so, also in the slips. Once more: nothing. Each must be of the
// content that was submitted.
Outcome note_receipts(Database& database, const std::vector<Receipt>& receipts);
// The hub may hold none of what is kept any more.
Outcome take_back_receipts(Database& database);
// Also what the hub holds, as long as it is kept. Only after rebuild_slips().
Outcome make_kept_known(Database& database);

}  // namespace tertulia::sqlite
