// SPDX-License-Identifier: Apache-2.0
// The logic of a form as its author wrote it: one bind for each question, group and repeat (XForms 1.1,
// "The bind Element"), and the tables that its expressions read. Values; nothing here is evaluated.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tertulia {

enum class NodeKind { kQuestion, kGroup, kRepeat };

// How the result of a calculation is written. kWhole cuts decimals, kDate makes a day of a number or a date
// with time.
enum class ValueKind { kText, kWhole, kDecimal, kDate, kDateTime };

// A row of the form. Expressions are as in the cell; an empty one is absent.
struct Bind {
  std::string path;  // "/data/group/name"; its groups come before
  NodeKind kind = NodeKind::kQuestion;
  ValueKind type = ValueKind::kText;
  std::string relevant;
  std::string required;
  std::string constraint;
  std::string calculation;
  std::string read_only;
  std::string default_value;  // a text, or an expression
  std::string
      trigger;  // "${a}" or "${a}, ${b}": the calculation is made when one of these changes, only then
  std::string choice_list;  // the name of a table
  std::string choice_filter;
  std::string choice_seed;  // of is_randomized: an expression
  bool is_randomized = false;
  std::string repeat_count;           // of a repeat: an expression
  std::size_t first_repetitions = 1;  // when the form opens, without repeat_count: XLSForms have one
  friend bool operator==(const Bind&, const Bind&) = default;
};

// A list of choices or a file with rows, as expressions read it: instance('name'), a choice_filter,
// pulldata().
struct FormTable {
  std::string name;
  std::vector<std::string> columns;            // at least one; of a list of choices: name, label, and its own
  std::vector<std::vector<std::string>> rows;  // cells in the order of the columns; missing ones are empty
  friend bool operator==(const FormTable&, const FormTable&) = default;
};

}  // namespace tertulia
