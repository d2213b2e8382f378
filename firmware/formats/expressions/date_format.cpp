// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include <fmt/format.h>

#include "firmware/formats/expressions/dates.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kCodes = "YymnbdeaWHhMS3%";

std::chrono::year_month_day date_of(const Moment& moment) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(moment.day)));
}

// Of the year as ISO 8601 counts weeks: the first has the first Thursday.
std::int64_t week_of(const Moment& moment) {
  using namespace std::chrono;
  const auto from_monday = ((moment.day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  const sys_days thursday = sys_days(days(moment.day + 3 - from_monday));
  const sys_days first = year_month_day(thursday).year() / January / 1;
  return (thursday - first).count() / 7 + 1;
}

std::string code_text(const Moment& moment, char code, const CalendarWords& words) {
  const auto date = date_of(moment);
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  const auto milliseconds = moment.into_day.count();
  switch (code) {
    case 'Y':
      return fmt::format("{:04}", year);
    case 'y':
      return fmt::format("{:02}", year % 100);
    case 'm':
      return fmt::format("{:02}", month);
    case 'n':
      return fmt::format("{}", month);
    case 'b':
      return words.months.at(month - 1);
    case 'd':
      return fmt::format("{:02}", day);
    case 'e':
      return fmt::format("{}", day);
    case 'a':
      return words.days.at(std::chrono::weekday(std::chrono::sys_days(date)).c_encoding());
    case 'W':
      return fmt::format("{}", week_of(moment));
    case 'H':
      return fmt::format("{:02}", milliseconds / 3'600'000);
    case 'h':
      return fmt::format("{}", milliseconds / 3'600'000);
    case 'M':
      return fmt::format("{:02}", milliseconds / 60'000 % 60);
    case 'S':
      return fmt::format("{:02}", milliseconds / 1000 % 60);
    case '3':
      return fmt::format("{:03}", milliseconds % 1000);
    case '%':
      return "%";
    default:
      return {'%', code};
  }
}

}  // namespace

std::string date_text(const Moment& moment) {
  const auto date = date_of(moment);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string date_time_text(const Moment& moment) {
  const std::string time = formatted(moment, "%H:%M:%S.%3", {});
  const auto offset = moment.offset.value_or(Minutes(0)).count();
  return fmt::format("{}T{}{}{:02}:{:02}", date_text(moment), time, offset < 0 ? '-' : '+',
                     std::abs(offset) / 60, std::abs(offset) % 60);
}

std::string wrong_in_format(std::string_view format) {
  for (std::size_t at = format.find('%'); at != std::string_view::npos; at = format.find('%', at + 2)) {
    if (at + 1 >= format.size()) return "A format ends with %: write %% for the sign itself.";
    if (kCodes.find(format[at + 1]) == std::string_view::npos)
      return "A format knows no " + in_quotes(format.substr(at, 2)) +
             ": the codes are %Y %y %m %n %b %d %e %a %W %H %h %M %S %3.";
  }
  return "";
}

std::string formatted(const Moment& moment, std::string_view format, const CalendarWords& words) {
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] == '%' && at + 1 < format.size())
      text += code_text(moment, format[++at], words);
    else
      text += format[at];
  }
  return text;
}

}  // namespace tertulia::formats
