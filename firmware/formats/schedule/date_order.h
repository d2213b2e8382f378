// SPDX-License-Identifier: Apache-2.0
// Dates in digits: "4/13/2027", "27.12.14". One alone may leave open which number is the day; those beside it
// in its column often prove it. Pure.
#pragma once

#include <string_view>

namespace tertulia::formats {

enum class DateOrder { kUnknown, kDayFirst, kMonthFirst };

// What one text proves: 13 and more is no month. Unknown also when it is no date in digits.
[[nodiscard]] DateOrder order_shown_by(std::string_view text);

// Collects what the texts of a table prove. Two that contradict each other prove nothing.
class ProvedOrder {
 public:
  void see(std::string_view text);
  [[nodiscard]] DateOrder order() const;

 private:
  bool has_day_first_ = false;
  bool has_month_first_ = false;
};

// Whether the whole text has the shape of a date with its year, also one of two digits, and is a day in some
// order: "27/12/14". "9.30.00" is a time of day.
[[nodiscard]] bool is_numeric_date(std::string_view text);

}  // namespace tertulia::formats
