// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/form_export.h"

#include <array>
#include <utility>

#include "firmware/formats/answers_export/places.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::array kFormats = {std::pair{std::string_view("csv"), AnswerFormat::kCsv},
                                 std::pair{std::string_view("xlsx"), AnswerFormat::kXlsx},
                                 std::pair{std::string_view("jsonl"), AnswerFormat::kJsonLines},
                                 std::pair{std::string_view("odk"), AnswerFormat::kOdk},
                                 std::pair{std::string_view("codebook"), AnswerFormat::kCodebook}};

MadeWriter writer_of(AnswerFormat format, const WriterPlace& place, const ExportStyle& style) {
  switch (format) {
    case AnswerFormat::kCsv:
      return csv_writer(place, style.rows, style.mark);
    case AnswerFormat::kXlsx:
      return workbook_writer(place, style.rows);
    case AnswerFormat::kJsonLines:
      return json_writer(place);
    case AnswerFormat::kOdk:
      return odk_writer(place);
    case AnswerFormat::kCodebook:
      break;
  }
  return codebook_writer(place, style.mark);
}

bool is_withheld(const ExportedPlace& place) {
  return place.session == kWithheld || place.language == kWithheld;
}

void count(FormExported& exported, const ExportedAnswer& answer) {
  ++exported.answers;
  exported.abandoned += answer.submission.state == SubmissionState::kAbandoned ? 1 : 0;
  exported.unknown += answer.version ? 0 : 1;
  exported.withheld += is_withheld(answer.place) ? 1 : 0;
}

// What the first reading of the answers was for.
struct FormSeen {
  explicit FormSeen(const FormExport& form) : table(form.versions), places(form.threshold) {}
  AnswerTable table;
  Places places;
};

// What is written lies beside its places until all of it is there.
Outcome write_files(FormExported& exported, const FormExport& form, const FormSeen& seen,
                    const std::vector<std::unique_ptr<AnswerWriter>>& writers) {
  const auto write = [&](const StoredSubmission& stored) -> Outcome {
    const ExportedAnswer answer =
        exported_answer(seen.table, stored.submission, seen.places.place_of(stored));
    count(exported, answer);
    for (const auto& writer : writers) TRY_DONE(writer->add(answer));
    return Done{};
  };
  TRY_DONE(form.each(write));
  for (const auto& writer : writers) {
    TRY(const auto written, writer->commit());
    exported.files.insert(exported.files.end(), written.begin(), written.end());
  }
  return Done{};
}

}  // namespace

Result<std::set<AnswerFormat>> answer_formats_from(std::string_view text) {
  std::set<AnswerFormat> formats;
  for (const std::string& word : split(text, ',')) {
    const std::size_t before = formats.size();
    for (const auto& [name, format] : kFormats)
      if (word == name || word == "all") formats.insert(format);
    if (formats.size() == before)
      return Error{"--format " + in_quotes(word) + ": write csv, xlsx, jsonl, odk and codebook with commas " +
                   "between, or all"};
  }
  return formats;
}

Result<FormExported> export_form(const FormExport& form, const ExportStyle& style,
                                 const std::filesystem::path& folder) {
  FormSeen seen(form);
  TRY_DONE(form.each([&](const StoredSubmission& stored) {
    seen.table.see(stored.submission);
    seen.places.count(stored);
    return Outcome(Done{});
  }));
  seen.places.decide();
  FormExported exported;
  const WriterPlace place{folder, form.name, seen.table};
  std::vector<std::unique_ptr<AnswerWriter>> writers;
  for (const AnswerFormat format : style.formats) {
    auto made = writer_of(format, place, style);
    if (made.ok())
      writers.push_back(std::move(made).value());
    else
      exported.problems.push_back(made.error().message);
  }
  TRY_DONE(write_files(exported, form, seen, writers));
  return exported;
}

}  // namespace tertulia::formats
