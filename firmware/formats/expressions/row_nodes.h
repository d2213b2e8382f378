// SPDX-License-Identifier: Apache-2.0
// Rows of tables as the elements that XPath walks through, made when an expression asks for them: 100,000
// rows of which it asks for ten cost ten. Owns the elements. One thread.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "firmware/formats/expressions/choice_tables.h"
#include "firmware/formats/expressions/values.h"

struct _xmlDoc;  // libxml2's own name

namespace tertulia::formats {

class RowNodes {
 public:
  static constexpr std::size_t kMostCells = 400'000;

  explicit RowNodes(const ChoiceTables& tables) : tables_(&tables) {}

  // The element of the instance, with all rows below. Null: they are more than kMostCells.
  [[nodiscard]] _xmlNode* whole(TableId table);
  // Ascending row numbers. More than kMostCells at once: none.
  [[nodiscard]] Nodes rows(TableId table, const std::vector<RowNumber>& numbers);
  // One element that stands for one row after the other; the next call changes it.
  [[nodiscard]] _xmlNode* passing_row(TableId table, RowNumber row);
  // Forgets what was made if it is much. Between two evaluations.
  void trim();

 private:
  struct Free {
    void operator()(_xmlDoc* document) const;
  };
  struct Made {
    std::unique_ptr<_xmlDoc, Free> document;
    _xmlNode* root = nullptr;
    std::map<RowNumber, _xmlNode*> rows;
  };
  static void begin(Made& made);
  Made& made(TableId table);
  _xmlNode* row(TableId table, Made& made, RowNumber number);

  const ChoiceTables* tables_;
  std::map<TableId, Made> made_;
  std::map<TableId, Made> passing_;  // each with its one row
  std::size_t cells_ = 0;
};

}  // namespace tertulia::formats
