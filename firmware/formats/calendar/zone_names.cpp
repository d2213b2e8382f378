// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/zone_names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "firmware/formats/calendar/windows_zones.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/text/words.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLongestName = 200;

// What Windows shows behind the offset where it names no city that tzdata has; as plain_words() leaves it,
// without "and": that may be written "&".
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kShown{{
    {"alaska", "America/Anchorage"},
    {"arizona", "America/Phoenix"},
    {"atlantic time canada", "America/Halifax"},
    {"brasilia", "America/Sao_Paulo"},
    {"central america", "America/Guatemala"},
    {"central time us canada", "America/Chicago"},
    {"chennai kolkata mumbai new delhi", "Asia/Kolkata"},
    {"chetumal", "America/Cancun"},
    {"city of buenos aires", "America/Argentina/Buenos_Aires"},
    {"coordinated universal time", "Etc/UTC"},
    {"eastern time us canada", "America/New_York"},
    {"greenland", "America/Nuuk"},
    {"hawaii", "Pacific/Honolulu"},
    {"indiana east", "America/Indiana/Indianapolis"},
    {"kyiv", "Europe/Kyiv"},
    {"la paz mazatlan", "America/Mazatlan"},
    {"mountain time us canada", "America/Denver"},
    {"newfoundland", "America/St_Johns"},
    {"nuku alofa", "Pacific/Tongatapu"},
    {"pacific time us canada", "America/Los_Angeles"},
    {"saint pierre miquelon", "America/Miquelon"},
    {"salvador", "America/Bahia"},
    {"saskatchewan", "America/Regina"},
    {"west central africa", "Africa/Lagos"},
}};

bool equal_in_any_case(std::string_view first, std::string_view second) {
  return first.size() == second.size() && lower_ascii(first) == lower_ascii(second);
}

std::optional<std::string> iana_in_any_case(std::string_view name, const std::vector<std::string>& all) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const std::string& known) { return equal_in_any_case(known, name); });
  if (found == all.end()) return std::nullopt;
  return *found;
}

// "Europe/Lisbon" of "/freeassociation.sourceforge.net/Europe/Lisbon".
std::optional<std::string> iana_behind_prefix(std::string_view name, const std::vector<std::string>& all) {
  for (std::size_t slash = name.find('/'); slash != std::string_view::npos;
       slash = name.find('/', slash + 1)) {
    const std::string_view rest = name.substr(slash + 1);
    if (rest.find('/') == std::string_view::npos) continue;
    if (auto known = iana_in_any_case(rest, all)) return known;
  }
  return std::nullopt;
}

std::optional<std::string> iana_of_windows(std::string_view name) {
  std::string windows = folded(name);
  // Outlook numbers zones that it has twice: "GMT Standard Time 1".
  const std::size_t number = windows.find_last_not_of("0123456789 ");
  if (number != std::string::npos && windows.size() - number <= 3 && windows[number] == 'e')
    windows.resize(number + 1);
  constexpr std::string_view kStandard = " standard time";
  const std::size_t standard = windows.find(kStandard);
  if (standard != std::string::npos) windows.erase(standard, kStandard.size());
  if (const std::size_t sign = windows.find(" & "); sign != std::string::npos)
    windows.replace(sign, 3, " and ");
  const std::string_view iana = iana_name_of(windows);
  if (iana.empty() || !is_known_zone(iana)) return std::nullopt;
  return std::string(iana);
}

// Takes digits off the front of `text`; none without a digit.
std::optional<int> take_digits(std::string_view& text, std::size_t most) {
  int number = 0;
  std::size_t count = 0;
  for (; count < most && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count)
    number = number * 10 + (text[count] - '0');
  text.remove_prefix(count);
  if (count == 0) return std::nullopt;
  return number;
}

// The offset at the front of "+01:00) Brussels", "-0500", "+2"; `text` is then what stands behind it.
std::optional<Minutes> take_offset(std::string_view& text) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 14) return std::nullopt;
  if (!text.empty() && (text[0] == ':' || text[0] == '.')) text.remove_prefix(1);
  const int minutes = take_digits(text, 2).value_or(0);
  if (minutes > 59) return std::nullopt;
  return Minutes(sign * (*hours * 60 + minutes));
}

bool has_offset(const std::string& zone, Minutes offset) {
  for (const int month : {1, 7}) {  // one of them is standard time in either half of the earth
    const LocalTime noon{2027, static_cast<unsigned>(month), 15, 12, 0, 0};
    const auto as_zone = to_wall(noon, zone);
    const auto as_utc = to_wall(noon, "UTC");
    if (as_zone.ok() && as_utc.ok() && as_utc.value() - as_zone.value() == offset) return true;
  }
  return false;
}

// The zone of one of the cities in "Brussels, Copenhagen, Madrid, Paris" that has the offset.
std::optional<std::string> iana_of_cities(std::string_view cities, Minutes offset,
                                          const std::vector<std::string>& all) {
  for (const std::string& city : split(cities, ',')) {
    std::string name = folded(city);
    std::replace(name.begin(), name.end(), ' ', '_');
    for (const std::string& zone : all) {
      const std::string_view last = std::string_view(zone).substr(zone.rfind('/') + 1);
      if (!name.empty() && equal_in_any_case(last, name) && has_offset(zone, offset)) return zone;
    }
  }
  return std::nullopt;
}

std::optional<std::string> iana_of_shown(std::string_view shown) {
  std::string words;
  for (const std::string& word : plain_words(shown))
    if (word != "and") words += (words.empty() ? "" : " ") + word;
  for (const auto& [known, iana] : kShown)
    if (known == words && is_known_zone(iana)) return std::string(iana);
  return std::nullopt;
}

// "UTC", "GMT+0200", "(UTC+01:00) Brussels, Madrid", "(GMT-05.00) Eastern Time (US & Canada)".
std::optional<NamedZone> zone_by_offset(std::string_view name, const std::vector<std::string>& all) {
  if (name.starts_with('(')) name.remove_prefix(1);
  const std::string start = lower_ascii(name.substr(0, 3));
  if (start == "utc" || start == "gmt") name.remove_prefix(3);
  name = trim(name);
  const auto offset = take_offset(name);
  const bool is_utc =
      !offset && (start == "utc" || start == "gmt") && (name.empty() || name.starts_with(')'));
  if (!offset && !is_utc) return std::nullopt;
  if (name.starts_with(')')) name.remove_prefix(1);
  name = trim(name);
  const Minutes ahead = offset.value_or(Minutes(0));
  if (name.empty()) return NamedZone{"", ahead, false};
  if (auto iana = iana_of_shown(name)) return NamedZone{*iana, {}, false};
  if (auto iana = iana_of_windows(name)) return NamedZone{*iana, {}, false};
  if (auto iana = iana_of_cities(name, ahead, all)) return NamedZone{*iana, {}, false};
  return NamedZone{"", ahead, true};
}

}  // namespace

std::optional<NamedZone> zone_of(std::string_view name) {
  name = trim(name);
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  if (is_known_zone(name)) return NamedZone{std::string(name), {}, false};
  if (auto iana = iana_of_windows(name)) return NamedZone{*iana, {}, false};
  constexpr std::string_view kMicrosoft = "tzone://microsoft/";
  if (lower_ascii(name).starts_with(kMicrosoft)) name.remove_prefix(kMicrosoft.size());
  const std::vector<std::string> all = zone_names();
  if (auto iana = iana_in_any_case(name, all)) return NamedZone{*iana, {}, false};
  if (auto iana = iana_behind_prefix(name, all)) return NamedZone{*iana, {}, false};
  return zone_by_offset(name, all);
}

}  // namespace tertulia::formats
