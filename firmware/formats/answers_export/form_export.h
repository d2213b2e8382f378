// SPDX-License-Identifier: Apache-2.0
// Writes the answers to one form in the shapes that KoboToolbox and ODK read, for a device and for the hub.
// The answers are read twice: the first time for their columns and for what may be said of where they come
// from. In memory are the columns and one answer, however many there are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/numbers/threshold.h"
#include "firmware/formats/answers_export/answer_rows.h"
#include "firmware/formats/answers_export/answer_writers.h"

namespace tertulia::formats {

enum class AnswerFormat { kCsv, kXlsx, kJsonLines, kOdk, kCodebook };
// "csv,xlsx" or "all". Errors: another word.
[[nodiscard]] Result<std::set<AnswerFormat>> answer_formats_from(std::string_view text);

using TakeSubmission = std::function<Outcome(const StoredSubmission&)>;  // an error ends the reading
using EachSubmission = std::function<Outcome(const TakeSubmission&)>;

struct FormExport {
  std::string name;                            // of its files
  std::vector<const Questionnaire*> versions;  // that are known, the oldest first; none: names as they are
  // Hands out all answers to this form, in the order of their random ids and twice the same.
  EachSubmission each;
  numbers::Threshold threshold;
};

struct ExportStyle {
  std::set<AnswerFormat> formats;
  RowStyle rows;
  ByteOrderMark mark = ByteOrderMark::kNone;
};

struct FormExported {
  std::vector<WrittenFile> files;
  std::vector<std::string> problems;  // a format that could not be written, in words; the others are
  std::uint64_t answers = 0;
  std::uint64_t abandoned = 0;  // of those
  std::uint64_t unknown = 0;    // of those: to a version that is not among the known ones
  std::uint64_t withheld = 0;   // of those: of which not all is said of where they come from
};

[[nodiscard]] Result<FormExported> export_form(const FormExport& form, const ExportStyle& style,
                                               const std::filesystem::path& folder);

}  // namespace tertulia::formats
