// SPDX-License-Identifier: Apache-2.0
// One submission on its way out: what may be said of where it comes from, and its answers as a tree of
// repetitions.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"
#include "firmware/formats/answers_export/answer_table.h"

namespace tertulia::formats {

// As a store has it. `label` is the start of the session, or the full hour between sessions: nothing finer is
// known.
struct StoredSubmission {
  Submission submission;
  WallTime label{};
};

// What is said instead of a session, room, time or language that too few share (places.h).
inline constexpr const char* kWithheld = "(withheld)";

struct ExportedPlace {
  std::string session;
  std::string room;
  std::string time;  // RFC 3339
  std::string language;
};

struct Occurrence {                                   // of the form itself, or a repetition
  std::map<std::size_t, const AnswerValue*> answers;  // by column
  std::map<std::size_t, std::map<std::size_t, Occurrence>> repeats = {};  // by sheet and number
};

struct ExportedAnswer {
  const Submission& submission;
  std::optional<std::size_t> version;  // a position in the versions of the table
  ExportedPlace place;
  Occurrence answers;
};

// The submission has been seen by the table, and outlives the result.
[[nodiscard]] ExportedAnswer exported_answer(const AnswerTable& table, const Submission& submission,
                                             ExportedPlace place);

// "2" for a version with a name; empty when nobody knows it.
[[nodiscard]] std::string version_name(const AnswerTable& table, const ExportedAnswer& answer);

}  // namespace tertulia::formats
