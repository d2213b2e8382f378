// SPDX-License-Identifier: Apache-2.0
// How the sheet `survey` uses each list of choices: looked up before the lists are read, because it decides
// how. Internal to the XLSForm parser.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

struct ListName {
  std::string name;
  bool has_other = false;      // "or_other" stands behind it
  bool takes_several = false;  // select_multiple
};
// What stands behind the name of a kind in the column `type`: "yesno or_other".
[[nodiscard]] ListName list_name_in(std::string_view cell);
// The list of the row's question; none when its kind has none in the sheet `choices`. A filter would never
// let `other` pass, and it has no place in an order: there it is not added.
[[nodiscard]] std::optional<ListName> list_of_row(const FormSheet& survey, const Row& row);
// Under which name read_choices() has the list.
[[nodiscard]] std::string list_key(const ListName& list);

struct ListUse {
  bool is_filtered = false;
  bool is_read = false;  // by expressions, a filter or a shuffle: it becomes a table
  bool has_other = false;
  bool takes_several = false;
};
using ListUses = std::map<std::string, ListUse, std::less<>>;

[[nodiscard]] ListUses list_uses_in(const FormSheet& survey);

}  // namespace tertulia::formats
