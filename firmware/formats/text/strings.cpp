// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/strings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "firmware/domain/csv_text.h"
#include "firmware/domain/unseen_characters.h"
#include "firmware/domain/utf8.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kWhite = " \t\r\n\v\f";

bool is_unwanted(char32_t c) {
  return (is_control(c) && c != '\n' && c != '\t') || is_bidi_frame(c) || is_invisible(c);
}

bool is_clean_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t'; });
}

// Runs of white space as one space.
std::string joined(std::string_view plain) {
  std::string result;
  result.reserve(plain.size());
  for (const char c : trim(plain)) {
    const bool is_white = kWhite.find(c) != std::string_view::npos;
    if (!is_white)
      result += c;
    else if (result.back() != ' ')
      result += ' ';
  }
  return result;
}

}  // namespace

std::string_view without_bom(std::string_view text) {
  while (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Most texts of a large file are ASCII: nothing in them has to be looked up.
std::string plain_typography(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string plain;
  plain.reserve(text.size());
  each_code_point(text, [&](const CodePoint& next) {
    char32_t c = next.value;
    if (is_invisible(c)) return;
    if (is_odd_space(c)) c = ' ';
    if (c == 0x2018 || c == 0x2019 || c == 0x201B) c = '\'';
    if (c == 0x201C || c == 0x201D || c == 0x201E) c = '"';
    append_code_point(plain, c);
  });
  return plain;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

std::string squashed(std::string_view text) {
  return is_ascii(text) ? joined(text) : joined(plain_typography(text));
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

std::string folded(std::string_view text) { return lower_ascii(squashed(text)); }

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> candidates) {
  return std::find(candidates.begin(), candidates.end(), text) != candidates.end();
}

std::string clean_text(std::string_view text) {
  if (text.size() <= kLongestText - 4 && is_clean_ascii(text)) return std::string(trim(text));
  std::string clean;
  each_code_point(text, [&](const CodePoint& next) {
    char32_t c = next.value;
    if (is_unwanted(c)) return;
    if (is_line_separator(c)) c = '\n';
    if (clean.size() + 4 <= kLongestText) append_code_point(clean, c);
  });
  return squashed(clean).empty() ? std::string() : std::string(trim(clean));
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string shown = squashed(clean_text(text));
  if (shown.size() <= kLongest) return "'" + shown + "'";
  std::size_t position = 0;
  std::size_t end = 0;
  each_code_point(shown, [&](const CodePoint& next) {
    position += next.bytes;
    if (position <= kLongest) end = position;
  });
  return "'" + shown.substr(0, end) + "...'";
}

std::string quoted_list(const std::vector<std::string>& texts, std::size_t most) {
  std::string list;
  for (std::size_t at = 0; at < std::min(texts.size(), most); ++at)
    list += (list.empty() ? "" : ", ") + in_quotes(texts[at]);
  if (texts.size() > most) list += " and " + std::to_string(texts.size() - most) + " more";
  return list;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  const std::string regular = std::string(singular) + "s";
  const std::string_view noun = count == 1 ? singular : plural.empty() ? std::string_view(regular) : plural;
  return std::to_string(count) + " " + std::string(noun);
}

std::optional<long long> whole_number(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> decimal_number(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace tertulia::formats
