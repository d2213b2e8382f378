// SPDX-License-Identifier: Apache-2.0
// The lists of choices and tables of a form, by name. A value.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "firmware/domain/form_binds.h"
#include "firmware/formats/expressions/choice_table.h"

namespace tertulia::formats {

using TableId = std::size_t;

// "towns" of "towns.csv", "towns.xml" and "towns.geojson"; other names as they are.
[[nodiscard]] std::string_view without_table_ending(std::string_view name);

class ChoiceTables {
 public:
  ChoiceTables() = default;
  // Those of a form. What is more than a table takes is left out: limits of forms lie below.
  [[nodiscard]] static ChoiceTables of(const std::vector<FormTable>& tables);

  // A table of the same name as an earlier one hides it.
  TableId add(ChoiceTable table);
  // "towns"; also "towns.csv" for a table that is called towns.
  [[nodiscard]] std::optional<TableId> find(std::string_view name) const;
  [[nodiscard]] const ChoiceTable& at(TableId id) const { return *tables_[id]; }
  [[nodiscard]] std::size_t size() const { return tables_.size(); }
  [[nodiscard]] std::vector<std::string_view> names() const;

 private:
  std::vector<std::shared_ptr<const ChoiceTable>> tables_;
};

}  // namespace tertulia::formats
