// SPDX-License-Identifier: Apache-2.0
// Instants, days and times of day as texts.
#include <algorithm>
#include <sstream>
#include <string>

#include <date/date.h>

#include "firmware/domain/time.h"

namespace tertulia {
namespace {

constexpr std::string_view kDigits = "0123456789";

// `form` has a 0 for each digit.
bool has_form(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char wanted) {
    return wanted == '0' ? kDigits.find(c) != std::string_view::npos : c == wanted;
  });
}

// ".250" of ".25" and of ".2509", ".000" of nothing; taken off the front of `rest`. Empty: no digit after the
// point.
std::string take_milliseconds(std::string_view& rest) {
  if (!rest.starts_with('.')) return ".000";
  const std::string_view decimals = rest.substr(1, rest.find_first_not_of(kDigits, 1) - 1);
  rest.remove_prefix(1 + decimals.size());
  return decimals.empty() ? "" : "." + (std::string(decimals) + "00").substr(0, 3);
}

// "+02:00" of itself, "+00:00" of "Z"; empty when it is neither.
std::string offset_from(std::string_view zone) {
  if (zone == "Z" || zone == "z") return "+00:00";
  const bool is_offset = has_form(zone, "+00:00") || has_form(zone, "-00:00");
  return is_offset && zone.substr(1, 2) < "24" && zone[4] < '6' ? std::string(zone) : "";
}

}  // namespace

std::string to_rfc3339(WallTime time) {
  time = std::clamp(time, kFirstWallTime, kLastWallTime);
  const auto seconds = date::floor<std::chrono::seconds>(time);
  return time == seconds ? date::format("%FT%TZ", seconds) : date::format("%FT%TZ", time);
}

Result<WallTime> wall_from_rfc3339(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  std::string head(text.substr(0, kForm.size()));
  if (head.size() == kForm.size() && head[10] == 't') head[10] = 'T';
  std::string_view rest = text.substr(head.size());
  const std::string milliseconds = take_milliseconds(rest);
  const std::string offset = offset_from(rest);
  // The library takes shorter numbers and signs, too: the form is checked before.
  WallTime time;
  std::istringstream stream;
  if (has_form(head, kForm) && !head.starts_with("0000") && !milliseconds.empty() && !offset.empty())
    stream.str(head + milliseconds + offset);
  if (!(stream >> date::parse("%FT%T%Ez", time)) || time < kFirstWallTime || time > kLastWallTime)
    return Error{"Not a time: write it like 2027-05-11T14:30:00Z"};
  return time;
}

bool has_form_of_day(std::string_view text) { return has_form(text, "0000-00-00"); }

bool is_day(std::string_view text) {
  return has_form_of_day(text) && wall_from_rfc3339(std::string(text) + "T00:00:00Z").ok();
}

bool has_form_of_time(std::string_view text) { return has_form(text, "00:00"); }

bool is_time_of_day(std::string_view text) {
  return has_form_of_time(text) && wall_from_rfc3339("2000-01-01T" + std::string(text) + ":00Z").ok();
}

}  // namespace tertulia
