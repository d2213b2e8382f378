// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_lines.h"

#include <map>
#include <utility>

#include "firmware/formats/calendar/access_marks.h"
#include "firmware/formats/calendar/calendar_property.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// "VEVENT" of "BEGIN:VEVENT"; none when the line does not start with `word`.
std::optional<std::string> kind_after(std::string_view line, std::string_view word) {
  if (line.size() <= word.size() || upper_ascii(line.substr(0, word.size())) != word) return std::nullopt;
  return upper_ascii(trim(line.substr(word.size())));
}

// Components of a calendar. One cannot stand in another: an entry that begins within an entry shows that the
// END of the first is missing.
bool is_of_calendar(std::string_view kind) {
  return is_one_of(kind, {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"});
}

struct Open {
  std::string kind;
  std::size_t begin = 0;  // index of its BEGIN
};

// The components that are open. Tells without a search whether one of a kind is among them, so that a file of
// stray END lines costs no more than another.
class OpenComponents {
 public:
  void push(Open component) {
    ++kinds_[component.kind];
    stack_.push_back(std::move(component));
  }
  void pop() {
    --kinds_[stack_.back().kind];
    stack_.pop_back();
  }
  [[nodiscard]] bool has(const std::string& kind) const {
    const auto found = kinds_.find(kind);
    return found != kinds_.end() && found->second > 0;
  }
  [[nodiscard]] std::size_t size() const { return stack_.size(); }
  [[nodiscard]] bool empty() const { return stack_.empty(); }
  [[nodiscard]] const Open& innermost() const { return stack_.back(); }
  [[nodiscard]] const Open& at(std::size_t depth) const { return stack_[depth]; }

 private:
  std::vector<Open> stack_;
  std::map<std::string, std::size_t> kinds_;
};

// What an alarm may have (RFC 5545, section 3.6.6; RFC 9074).
bool is_of_alarm(std::string_view name) {
  return name.empty() || name.starts_with("X-") ||
         is_one_of(name, {"ACTION", "TRIGGER", "DURATION", "REPEAT", "ATTACH", "DESCRIPTION", "SUMMARY",
                          "ATTENDEE", "UID", "RELATED-TO", "ACKNOWLEDGED", "PROXIMITY"});
}

// Walks the lines; the stack of open components decides where each line belongs.
class Splitter {
 public:
  Splitter(const CalendarText& text, GroupedFindings& findings) : text_(text), findings_(findings) {}

  CalendarFile split() {
    for (std::size_t index = 0; index < text_.size(); ++index) take(index);
    if (open_.size() > 1 || (open_.size() == 1 && !is_implied_)) cut_off();
    if (file_.calendars.empty()) file_.error = no_calendar();
    return std::move(file_);
  }

 private:
  void take(std::size_t index) {
    const std::string_view line = text_.line(index);
    if (const auto kind = kind_after(line, "BEGIN:")) {
      open(*kind, index);
    } else if (const auto closed = kind_after(line, "END:")) {
      close(*closed, index);
    } else if (open_.empty()) {
      say("Lines outside of a calendar are not read.", in_quotes(line), text_.number(index));
    } else if (open_.size() == 1) {
      read_calendar_property(line);
    }
  }

  void open(const std::string& kind, std::size_t index) {
    if (kind == "VCALENDAR") {
      if (open_.size() == 1 && is_implied_) open_.pop();
      while (!open_.empty()) close_missing(index);
      is_implied_ = false;
      file_.calendars.emplace_back();
      open_.push({kind, index});
      return;
    }
    if (is_of_calendar(kind))
      while (open_.size() > 1) close_missing(index);
    if (open_.empty()) {  // an entry without a calendar around it
      file_.calendars.emplace_back();
      open_.push({"VCALENDAR", index});
      is_implied_ = true;
    }
    open_.push({kind, index});
    if (open_.size() == 2) file_.calendars.back().components.push_back({kind, index, index + 1});
  }

  void close(const std::string& kind, std::size_t index) {
    if (!open_.has(kind)) {
      say("This END closes nothing that is open, and is not read.", in_quotes(kind), text_.number(index));
      return;
    }
    while (open_.innermost().kind != kind) close_missing(index);
    end_component(index + 1);
  }

  void close_missing(std::size_t index) {
    findings_.add(Severity::kGuessed, "Its END is missing; taken to end where the next one begins.",
                  {name_of(open_.innermost(), index), line_of(open_.innermost().begin)});
    if (open_.size() > 2) file_.calendars.back().components.back().left_open.insert(open_.innermost().begin);
    end_component(index);
  }

  // An entry that is not whole may lack its CLASS: it is left out.
  void cut_off() {
    const Open& last = open_.at(open_.size() > 1 ? 1 : 0);
    say("The file ends within it: it was cut off, and what stood behind is missing. Export the calendar "
        "again.",
        name_of(last, text_.size()), text_.number(last.begin));
    if (open_.size() > 1) file_.calendars.back().components.pop_back();
  }

  // The title of an entry as far as it was read, else what kind of component it is.
  [[nodiscard]] std::string name_of(const Open& component, std::size_t end) const {
    for (std::size_t index = component.begin; component.kind == "VEVENT" && index < end; ++index)
      if (name_of_property(text_.line(index)) == "SUMMARY")
        return in_quotes(property_parts(text_.line(index)).value);
    return in_quotes(component.kind);
  }

  [[nodiscard]] std::string line_of(std::size_t index) const {
    return "line " + std::to_string(text_.number(index));
  }

  void end_component(std::size_t end) {
    if (open_.size() == 2) file_.calendars.back().components.back().end = end;
    open_.pop();
  }

  void read_calendar_property(std::string_view line) {
    const PropertyParts parts = property_parts(line);
    const std::string name = upper_ascii(parts.name);
    Calendar& calendar = file_.calendars.back();
    if (name == "VERSION") calendar.is_version_1 = trim(parts.value) == "1.0";
    if (name == "METHOD") calendar.is_cancellation = upper_ascii(trim(parts.value)) == "CANCEL";
    if (name == "X-WR-TIMEZONE") calendar.zone = trim(parts.value);
    if (is_access_property(name) && access_mark_of(parts.value).mark == AccessMark::kClosed)
      calendar.is_closed = true;
  }

  CalendarError no_calendar() const {
    const bool is_page = text_.size() > 0 && trim(text_.line(0)).starts_with('<');
    const int line = text_.size() > 0 ? text_.number(0) : 1;
    if (is_page) return {line, "This is a web page, not a calendar; download the calendar itself (.ics)."};
    return {line, "This is not an iCalendar file: BEGIN:VCALENDAR is missing. Export the calendar as .ics."};
  }

  void say(std::string_view sentence, const std::string& what, int number) {
    findings_.add(Severity::kSkipped, sentence, {what, "line " + std::to_string(number)});
  }

  const CalendarText& text_;
  GroupedFindings& findings_;
  CalendarFile file_;
  OpenComponents open_;
  bool is_implied_ = false;  // the calendar that is open has no BEGIN
};

// The lines of a component between its BEGIN and END, as the splitter understands them: an END closes what is
// left open within it, and one that closes nothing is passed over. visit(index, depth, is_mark): the depth of
// the component's own lines is 0; marks are the BEGIN and END of what is nested in it.
template <class Visit>
void each_line_within(const CalendarComponent& component, const CalendarText& text, Visit visit) {
  OpenComponents open;
  const auto is_open_alarm = [&](const Open& nested) {
    return nested.kind == "VALARM" && component.left_open.contains(nested.begin);
  };
  std::size_t open_alarms = 0;
  for (std::size_t index = component.begin + 1; index < component.end; ++index) {
    const std::string_view line = text.line(index);
    if (const auto begun = kind_after(line, "BEGIN:")) {
      open.push({*begun, index});
      if (is_open_alarm(open.innermost())) ++open_alarms;
      visit(index, open.size(), true);
    } else if (const auto ended = kind_after(line, "END:")) {
      if (!open.has(*ended)) continue;
      visit(index, open.size(), true);
      for (bool is_last = false; !is_last; open.pop()) {
        is_last = open.innermost().kind == *ended;
        if (is_open_alarm(open.innermost())) --open_alarms;
      }
    } else {
      const bool is_own =
          open.empty() || (open_alarms == open.size() && !is_of_alarm(name_of_property(line)));
      visit(index, is_own ? 0 : open.size(), false);
    }
  }
}

}  // namespace

CalendarFile split_calendar(const CalendarText& text, GroupedFindings& findings) {
  return Splitter(text, findings).split();
}

std::string text_of(const CalendarComponent& component, const CalendarText& text, bool is_version_1) {
  std::string result = "BEGIN:" + component.kind + "\r\n";
  each_line_within(component, text, [&](std::size_t index, std::size_t depth, bool is_mark) {
    if (depth > 0 && component.kind == "VEVENT") return;
    const std::string_view line = text.line(index);
    result += (is_mark ? upper_ascii(line) : readable_line(line, is_version_1)) + "\r\n";
  });
  return result + "END:" + component.kind + "\r\n";
}

std::vector<OwnLine> own_lines(const CalendarComponent& component, const CalendarText& text) {
  std::vector<OwnLine> lines;
  each_line_within(component, text, [&](std::size_t index, std::size_t depth, bool is_mark) {
    if (is_mark) return;
    std::string name = name_of_property(text.line(index));
    if (depth == 0 || is_access_property(name)) lines.push_back({index, std::move(name)});
  });
  return lines;
}

}  // namespace tertulia::formats
