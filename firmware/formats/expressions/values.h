// SPDX-License-Identifier: Apache-2.0
// What an expression gives, and how one kind becomes another: XPath 1.0, section 4, with what ODK XForms adds
// in its section "XPath Functions". Pure.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct _xmlNode;  // libxml2's own name

namespace tertulia::formats {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Nodes = std::vector<_xmlNode*>;  // not owned
using Value = std::variant<bool, double, std::string, Nodes>;

// A decimal number with blanks around it; a date counts the days since 1970-01-01, a date with time the days
// and their parts since 1970-01-01T00:00Z (taken as UTC without an offset). NaN: anything else, the empty
// text too.
[[nodiscard]] double number_of(std::string_view text);
// "1", "-0.5", "NaN", "Infinity": the shortest digits that mean this number, never with an exponent.
[[nodiscard]] std::string text_of(double number);

// Of a node: its text and that of its descendants.
[[nodiscard]] std::string text_of(const _xmlNode* node);
// Of a node-set: that of its first node, and "" of none.
[[nodiscard]] std::string text_of(const Value& value);
[[nodiscard]] double number_of(const Value& value);
// A node-set is true when one of its nodes has a text: an unanswered question is false, like an absent one.
[[nodiscard]] bool truth_of(const Value& value);

}  // namespace tertulia::formats
