// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_text.h"

#include <algorithm>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// "SUMMARY;ENCODING=QUOTED-PRINTABLE"
bool is_quoted_printable(std::string_view name) {
  return name.find(';') != std::string_view::npos &&
         lower_ascii(name).find("quoted-printable") != std::string::npos;
}

}  // namespace

CalendarText::CalendarText(std::string_view bytes) {
  if (is_utf16(bytes)) {
    encoding_ = Encoding::kUtf16;
    split(utf8_from_utf16(bytes));
  } else {
    split(without_bom(bytes));
  }
}

std::string_view CalendarText::line(std::size_t index) const {
  return std::string_view(text_).substr(lines_[index].begin, lines_[index].length);
}

void CalendarText::split(std::string_view bytes) {
  text_.reserve(bytes.size());
  const char line_end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
  int number = 0;
  for (std::size_t start = 0; start < bytes.size();) {
    const std::size_t end = std::min(bytes.find(line_end, start), bytes.size());
    std::string_view physical = bytes.substr(start, end - start);
    while (physical.ends_with('\r')) physical.remove_suffix(1);
    add(physical, ++number);
    start = end + 1;
  }
  end_line();
}

void CalendarText::add(std::string_view physical, int number) {
  if (is_open_ && is_quoted_open_) {
    text_.pop_back();  // the '='
  } else if (is_open_ && !physical.empty() && (physical.front() == ' ' || physical.front() == '\t')) {
    physical.remove_prefix(1);
  } else {
    end_line();
    if (trim(physical).empty()) return;
    lines_.push_back({text_.size(), 0, number});
    is_open_ = true;
  }
  text_.append(physical);
  // Judged once for each line: one that is folded ten thousand times is not read ten thousand times.
  if (const std::size_t colon = physical.find(':'); !is_quoted_ && colon != std::string_view::npos) {
    const std::string_view line = std::string_view(text_).substr(lines_.back().begin);
    is_quoted_ = is_quoted_printable(line.substr(0, line.size() - physical.size() + colon));
  }
  is_quoted_open_ = physical.ends_with('=') && is_quoted_.value_or(false);
}

void CalendarText::end_line() {
  if (!is_open_) return;
  is_open_ = false;
  is_quoted_.reset();
  is_quoted_open_ = false;
  Line& last = lines_.back();
  const std::string_view bytes = std::string_view(text_).substr(last.begin);
  if (!is_utf8(bytes)) {
    const std::string repaired = utf8_from_windows_1252(bytes);
    text_.resize(last.begin);
    text_ += repaired;
    encoding_ = Encoding::kWindows1252;
    if (guessed_lines_++ == 0) first_guessed_ = last.number;
  }
  last.length = text_.size() - last.begin;
}

}  // namespace tertulia::formats
