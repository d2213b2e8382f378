// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_sheets.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

const std::vector<std::string_view> kSheetsThatAreRead{"external_choices", "choices", "survey", "settings"};
constexpr std::size_t kMostSheetsNamed = 5;

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// "survey" of "Survey (2)", "survey_1", "Copy of survey" and "suvey".
std::optional<std::string_view> meant_sheet(const std::string& name) {
  std::string plain = folded(name);
  std::replace(plain.begin(), plain.end(), ' ', '_');
  for (const std::string_view known : kSheetsThatAreRead) {
    const std::size_t at = plain.find(known);
    if (at == std::string::npos) continue;
    const std::size_t behind = at + known.size();
    const bool is_word = (at == 0 || !is_small_letter(plain[at - 1])) &&
                         (behind == plain.size() || !is_small_letter(plain[behind]));
    if (is_word) return known;
  }
  return nearest(plain, kSheetsThatAreRead);
}

void report_twice(const Workbook& book, const std::string& file, Findings& findings) {
  std::set<std::string> seen;
  for (const Sheet& sheet : book.sheets) {
    const std::string name = folded(sheet.name);
    if (seen.insert(name).second || sheet.rows.empty()) continue;
    findings.skipped({file, cell_name(sheet, sheet.rows.front().number, 0)},
                     "A second sheet " + in_quotes(name) +
                         " begins here and is not read; move its rows into "
                         "the first one.");
  }
}

}  // namespace

void report_unread_sheets(const Workbook& book, const std::string& file, Findings& findings) {
  report_twice(book, file, findings);
  std::vector<std::string> unused;
  for (const std::string& name : book.other_sheets) {
    const auto meant = meant_sheet(name);
    if (!meant)
      unused.push_back(name);
    else if (book.find(*meant) == nullptr)
      findings.skipped({file, name}, "The sheet " + in_quotes(name) +
                                         " is not read. If it belongs to the form, rename it to '" +
                                         std::string(*meant) + "'.");
    else
      findings.skipped({file, name}, "The sheet " + in_quotes(name) +
                                         " is not read. If its rows belong to the form, move them into '" +
                                         std::string(*meant) + "'.");
  }
  if (!unused.empty())
    findings.skipped({file, ""},
                     "Not read, as a form has no such sheet: " + quoted_list(unused, kMostSheetsNamed) + ".");
}

std::string names_of_sheets(const Workbook& book) {
  std::vector<std::string> all(book.other_sheets);
  for (const Sheet& sheet : book.sheets) all.push_back(sheet.name);
  if (all.empty()) return {};
  std::string sentence = " The file has " + quoted_list(all, kMostSheetsNamed) + ".";
  for (const std::string& name : all)
    if (all.size() == 1 ? book.sheets.empty() : meant_sheet(name) == "survey")
      sentence += " Rename " + in_quotes(name) + " to 'survey'.";
  return sentence;
}

}  // namespace tertulia::formats
