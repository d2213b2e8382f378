// SPDX-License-Identifier: Apache-2.0
// A table as a list of choices. Internal to the XLSForm parser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/formats/containers/table.h"

namespace tertulia::formats {

// A column of a list of choices, and the column of the table that it comes out of.
struct ListColumn {
  std::string role;    // "name", "label", "label::fr"
  std::string source;  // as it stands above the column; case makes no difference
  friend bool operator==(const ListColumn&, const ListColumn&) = default;
};
using ListColumns = std::vector<ListColumn>;

// The first of the columns that the table, which has a header, does not have.
[[nodiscard]] std::optional<ListColumn> missing_column(const Sheet& table, const ListColumns& columns);

// The table as a sheet `choices` with that one list. Expressions find the table's own columns under their
// names, whatever these mean in an XLSForm; `name` and `label` are those of the list.
[[nodiscard]] Sheet as_list(Sheet table, const std::string& list, const ListColumns& columns);

}  // namespace tertulia::formats
