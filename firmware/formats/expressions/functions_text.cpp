// SPDX-License-Identifier: Apache-2.0
// Functions on texts. A character is a code point.
#include <cmath>
#include <unordered_map>

#include "firmware/domain/utf8.h"
#include "firmware/formats/expressions/call.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string all;
  each_code_point(text, [&](const CodePoint& next) { all += next.value; });
  return all;
}

std::string utf8(std::u32string_view characters) {
  std::string text;
  for (const char32_t c : characters) append_code_point(text, c);
  return text;
}

// Stops where the text is too long anyway.
std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string all;
  for (const std::string& text : texts) {
    if (&text != &texts.front()) all += separator;
    all += text;
    if (all.size() > kLongestValue) break;
  }
  return all;
}

Value concat(Call& call) { return joined(call.texts(0), ""); }
Value join(Call& call) { return joined(call.texts(1), call.text(0)); }

Value contains(Call& call) { return call.text(0).find(call.text(1)) != std::string::npos; }
Value starts_with(Call& call) { return call.text(0).starts_with(call.text(1)); }
Value ends_with(Call& call) { return call.text(0).ends_with(call.text(1)); }

Value substring_before(Call& call) {
  const std::string text = call.text(0);
  const std::size_t at = text.find(call.text(1));
  return at == std::string::npos ? std::string() : text.substr(0, at);
}

Value substring_after(Call& call) {
  const std::string text = call.text(0);
  const std::string mark = call.text(1);
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? std::string() : text.substr(at + mark.size());
}

// From 0 on, without the end; negative ones count from the end.
Value substr(Call& call) {
  const std::u32string all = characters(call.text(0));
  const auto size = static_cast<double>(all.size());
  double start = std::trunc(call.number(1));
  double end = call.size() > 2 ? std::trunc(call.number(2)) : size;
  if (std::isnan(start) || std::isnan(end)) return std::string();
  start = std::max(0.0, start < 0 ? start + size : start);
  end = std::min(size, end < 0 ? end + size : end);
  if (start >= end) return std::string();
  return utf8(std::u32string_view(all).substr(static_cast<std::size_t>(start),
                                              static_cast<std::size_t>(end - start)));
}

double rounded(double number) { return std::floor(number + 0.5); }

// XPath 1.0, section 4.2: from 1 on, with a length; both are rounded.
Value substring(Call& call) {
  const double start = rounded(call.number(1));
  const double end = call.size() > 2 ? start + rounded(call.number(2)) : HUGE_VAL;
  std::string part;
  double position = 0;
  each_code_point(call.text(0), [&](const CodePoint& next) {
    position += 1;
    if (position >= start && position < end) append_code_point(part, next.value);
  });
  return part;
}

Value string_length(Call& call) { return static_cast<double>(characters(call.text(0)).size()); }

// White space of XML only: a no-break space is a character.
Value normalize_space(Call& call) {
  std::string normal;
  for (const char c : call.text(0)) {
    const bool is_space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_space)
      normal += c;
    else if (!normal.empty() && normal.back() != ' ')
      normal += ' ';
  }
  if (normal.ends_with(' ')) normal.pop_back();
  return normal;
}

Value translate(Call& call) {
  const std::u32string from = characters(call.text(1));
  const std::u32string to = characters(call.text(2));
  std::unordered_map<char32_t, std::size_t> places;
  for (std::size_t at = 0; at < from.size(); ++at) places.emplace(from[at], at);  // the first one counts
  std::string text;
  each_code_point(call.text(0), [&](const CodePoint& next) {
    const auto place = places.find(next.value);
    if (place == places.end())
      append_code_point(text, next.value);
    else if (place->second < to.size())
      append_code_point(text, to[place->second]);
  });
  return text;
}

constexpr RuntimeFunction kTextFunctions[] = {
    {"string", [](Call& call) -> Value { return call.text(0); }},
    {"concat", concat},
    {"join", join},
    {"contains", contains},
    {"starts-with", starts_with},
    {"ends-with", ends_with},
    {"substring-before", substring_before},
    {"substring-after", substring_after},
    {"substr", substr},
    {"substring", substring},
    {"string-length", string_length},
    {"normalize-space", normalize_space},
    {"translate", translate},
};

}  // namespace

std::span<const RuntimeFunction> text_functions() { return kTextFunctions; }

}  // namespace tertulia::formats
