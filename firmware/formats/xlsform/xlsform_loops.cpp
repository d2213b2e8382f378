// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_loops.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/type_names.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostLostNamed = 10;

// Finds the rows, one after the other.
class LoopFinder {
 public:
  // Both must outlive it.
  LoopFinder(const FormSheet& sheet, Findings& findings) : sheet_(sheet), findings_(findings) {}

  // Their numbers.
  std::set<int> find() {
    for (const Row& row : sheet_.rows()) take(row);
    if (first_ != nullptr)
      findings_.wrong(sheet_.place(*first_, "type"), "The loop is never closed; add 'end_loop'.");
    return std::move(rows_);
  }

 private:
  void take(const Row& row) {
    const std::string type = plain_type(sheet_.value(row, "type"));
    const bool begins = type.starts_with("begin loop");
    const bool ends = type == "end loop";
    if (begins && first_ == nullptr) first_ = &row;
    if (begins) ++depth_;
    if (ends && first_ == nullptr)
      findings_.wrong(sheet_.place(row, "type"), "This ends a loop that never began.");
    if (first_ != nullptr || ends) rows_.insert(row.number);
    if (first_ == nullptr) return;
    const std::string name = sheet_.value(row, "name");
    if (!begins && !ends && !name.empty()) lost_.push_back(name);
    if (ends && --depth_ == 0) finish();
  }

  void finish() {
    findings_.skipped(sheet_.place(*first_, "type"),
                      "A kiosk asks no questions in a loop, so that this is left out: " +
                          quoted_list(lost_, kMostLostNamed) +
                          ". Write them once for each choice, without '%(label)s'.");
    first_ = nullptr;
    lost_.clear();
  }

  const FormSheet& sheet_;
  Findings& findings_;
  const Row* first_ = nullptr;  // of the outermost loop that is open; null: none
  int depth_ = 0;
  std::vector<std::string> lost_;  // names of rows
  std::set<int> rows_;
};

}  // namespace

void leave_out_loops(Workbook& book, const FormContext& context) {
  const auto survey = std::find_if(book.sheets.begin(), book.sheets.end(),
                                   [](const Sheet& sheet) { return folded(sheet.name) == "survey"; });
  if (survey == book.sheets.end()) return;
  Findings of_header;  // whoever reads the sheet says them again
  const FormContext own{context.file, context.default_language, {}, &of_header};
  const FormSheet sheet(*survey, own, "type");
  const std::set<int> rows = LoopFinder(sheet, *context.findings).find();
  std::erase_if(survey->rows, [&](const Row& row) { return rows.contains(row.number); });
}

}  // namespace tertulia::formats
