// SPDX-License-Identifier: Apache-2.0
// The rules of vCalendar 1.0 (versit, 1996, section "Recurrence Rule Grammar"): "D2 #10" is every second day,
// ten times; "W1 MO WE 20270601T000000Z" weekly until that day; "MP1 2+ TU #3" monthly on the second Tuesday;
// "MD1 15" monthly on the 15th; "YM1 6" yearly in June; "YD1 100" yearly on the 100th day. "#0" is for ever,
// and no count at all is two times.
#include <algorithm>
#include <array>
#include <utility>

#include "firmware/formats/calendar/calendar_property.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

struct Kind {
  std::string_view frequency;
  std::string_view list;  // which BY... the words behind it are
};

constexpr std::array<std::pair<std::string_view, Kind>, 6> kKinds{{{"D", {"DAILY", ""}},
                                                                   {"W", {"WEEKLY", "BYDAY"}},
                                                                   {"MP", {"MONTHLY", "BYDAY"}},
                                                                   {"MD", {"MONTHLY", "BYMONTHDAY"}},
                                                                   {"YM", {"YEARLY", "BYMONTH"}},
                                                                   {"YD", {"YEARLY", "BYYEARDAY"}}}};

const Kind* kind_of(std::string_view letters) {
  for (const auto& [name, kind] : kKinds)
    if (name == letters) return &kind;
  return nullptr;
}

bool is_day_of_week(std::string_view word) {
  return is_one_of(word, {"MO", "TU", "WE", "TH", "FR", "SA", "SU"});
}

// "2+" is "2", "1-" is "-1", "LD" the last day.
std::string number_of(std::string_view word) {
  if (word == "LD") return "-1";
  const bool is_negative = word.ends_with('-');
  if (is_negative || word.ends_with('+')) word.remove_suffix(1);
  if (!whole_number(word)) return {};
  return (is_negative ? "-" : "") + std::string(word);
}

}  // namespace

std::string rule_of_version_1(std::string_view rule) {
  const std::vector<std::string> words = split(squashed(rule), ' ');
  const std::string& first = words.front();
  const std::size_t letters = std::min(first.find_first_of("0123456789"), first.size());
  const Kind* kind = kind_of(std::string_view(first).substr(0, letters));
  const auto interval = whole_number(std::string_view(first).substr(letters));
  if (kind == nullptr || !interval || *interval < 1) return {};
  std::string count = ";COUNT=2";
  std::string list;
  std::string position;  // of the days of the week behind it
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::string& word = words[at];
    const bool is_of_day = is_day_of_week(word);
    if (word.starts_with('#'))
      count = word == "#0" ? "" : ";COUNT=" + word.substr(1);
    else if (word.size() >= 8 && whole_number(word.substr(0, 8)))
      count = ";UNTIL=" + word;
    else if (kind->list == "BYDAY" && !is_of_day)
      position = number_of(word);
    else if (const std::string item = is_of_day ? position + word : number_of(word); !item.empty())
      list += (list.empty() ? "" : ",") + item;
  }
  std::string result =
      "FREQ=" + std::string(kind->frequency) + ";INTERVAL=" + std::to_string(*interval) + count;
  if (!list.empty() && !kind->list.empty()) result += ";" + std::string(kind->list) + "=" + list;
  return result;
}

}  // namespace tertulia::formats
