// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_lines.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostComponents = 5000;
constexpr std::size_t kDeepest = 6;  // a calendar has three levels

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return upper;
}

// "VEVENT" of "BEGIN:VEVENT"; none when the line does not start with `word`.
std::optional<std::string> kind_after(std::string_view line, std::string_view word) {
  if (line.size() <= word.size() || upper_ascii(line.substr(0, word.size())) != word) return std::nullopt;
  return upper_ascii(trim(line.substr(word.size())));
}

struct Open {
  std::string kind;
  int line = 0;
};

// Walks the lines; the stack of open components decides where each line belongs.
class Splitter {
 public:
  std::optional<CalendarError> take(std::string_view line, int number) {
    if (const auto kind = kind_after(line, "BEGIN:")) return open(*kind, line, number);
    if (const auto kind = kind_after(line, "END:")) return close(*kind, line, number);
    if (open_.empty() && !trim(line).empty())
      return CalendarError{number, "This is not an iCalendar file: BEGIN:VCALENDAR is missing."};
    keep(line, number);
    return std::nullopt;
  }

  std::optional<CalendarError> end(int last_line) const {
    if (!open_.empty())
      return CalendarError{last_line, "The file ends within " + open_.back().kind + " of line " +
                                          std::to_string(open_.back().line) +
                                          "; it was cut off. Export the calendar again."};
    if (!seen_calendar_)
      return CalendarError{1, "This is not an iCalendar file: BEGIN:VCALENDAR is missing."};
    return std::nullopt;
  }

  std::vector<CalendarComponent> components;

 private:
  std::optional<CalendarError> open(const std::string& kind, std::string_view line, int number) {
    if (open_.empty() && kind != "VCALENDAR")
      return CalendarError{number, "This is not an iCalendar file: BEGIN:VCALENDAR is missing."};
    if (open_.size() >= kDeepest || components.size() >= kMostComponents)
      return CalendarError{number, "The calendar has too many entries, or they are nested too deeply."};
    seen_calendar_ = true;
    open_.push_back({kind, number});
    if (open_.size() == 2) components.push_back({kind, number, "", {}});
    keep(line, number);
    return std::nullopt;
  }

  std::optional<CalendarError> close(const std::string& kind, std::string_view line, int number) {
    if (open_.empty() || open_.back().kind != kind)
      return CalendarError{number, "END:" + kind.substr(0, 40) + " closes nothing that is open here."};
    keep(line, number);
    open_.pop_back();
    return std::nullopt;
  }

  void keep(std::string_view line, int number) {
    if (open_.size() < 2) return;
    const bool is_alarm = open_[1].kind == "VEVENT" && open_.size() > 2;
    if (is_alarm) return;
    components.back().text.append(line).append("\r\n");
    components.back().lines.push_back(number);
  }

  std::vector<Open> open_;
  bool seen_calendar_ = false;
};

}  // namespace

int CalendarComponent::line_of(std::string_view property) const {
  const std::vector<std::string> contents = split(text, '\n');
  for (std::size_t index = 0; index < lines.size() && index < contents.size(); ++index) {
    const std::string& content = contents[index];
    const bool is_name = content.size() > property.size() &&
                         upper_ascii(content.substr(0, property.size())) == property &&
                         (content[property.size()] == ':' || content[property.size()] == ';');
    if (is_name) return lines[index];
  }
  return line;
}

std::variant<std::vector<CalendarComponent>, CalendarError> split_calendar(std::string_view text) {
  Splitter splitter;
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (auto error = splitter.take(line, ++number)) return *error;
    start = end + 1;
  }
  if (auto error = splitter.end(std::max(number, 1))) return *error;
  return std::move(splitter.components);
}

}  // namespace tertulia::formats
