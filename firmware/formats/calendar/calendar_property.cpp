// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_property.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/encoding.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_name_byte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

bool is_time(std::string_view name) {
  return is_one_of(name,
                   {"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "DTSTAMP", "LAST-MODIFIED"});
}
bool is_rule(std::string_view name) { return is_one_of(name, {"RRULE", "EXRULE", "DURATION"}); }

bool has_digits(std::string_view text, std::size_t count) {
  return text.size() >= count && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count),
                                             [](char c) { return c >= '0' && c <= '9'; });
}

// "20270510..." or "2027-05-10...".
bool begins_with_day(std::string_view text) {
  return has_digits(text, 8) ||
         (has_digits(text, 4) && text.size() >= 10 && text[4] == '-' && text[7] == '-');
}

std::string_view behind_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

// The colon before the value, outside of quotes. Outlook writes zones with colons in them and no quotes:
// "TZID=tzone://Microsoft/Utc". So the value of a time begins with its day, if there is one.
std::size_t colon_of(std::string_view line, bool is_of_time) {
  std::size_t first = std::string_view::npos;
  bool is_quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') is_quoted = !is_quoted;
    if (line[at] != ':' || is_quoted) continue;
    if (!is_of_time) return at;
    if (begins_with_day(behind_blanks(line.substr(at + 1)))) return at;
    first = std::min(first, at);
  }
  return first;
}

std::vector<std::string_view> parameters_in(std::string_view text) {
  std::vector<std::string_view> parameters;
  bool is_quoted = false;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] == '"') is_quoted = !is_quoted;
    if (at < text.size() && (text[at] != ';' || is_quoted)) continue;
    if (at > start) parameters.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  return parameters;
}

std::string without_quotes(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '"' && c != '\\') plain += c;
  return plain;
}

// A zone keeps its case: it is looked up by name.
std::string readable_parameter(std::string_view parameter) {
  const std::size_t equals = parameter.find('=');
  std::string name = upper_ascii(parameter.substr(0, equals));
  if (equals == std::string_view::npos) return name;
  const std::string value = without_quotes(parameter.substr(equals + 1));
  if (name != "TZID") return name + "=" + upper_ascii(value);
  const bool needs_quotes = value.find_first_of(":;,") != std::string::npos;
  return name + "=" + (needs_quotes ? "\"" + value + "\"" : value);
}

// "2027-05-10T09:00:00" -> "20270510T090000".
std::string readable_time(std::string_view value, bool is_version_1) {
  const bool is_extended = begins_with_day(value) && !has_digits(value, 8);
  std::string readable;
  for (const char c : upper_ascii(trim(value))) {
    if (c == ' ' || (is_extended && (c == '-' || c == ':'))) continue;
    readable += c == ';' && is_version_1 ? ',' : c;
  }
  return readable;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string unquoted_printable(std::string_view value) {
  std::string bytes;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool has_code = value[at] == '=' && at + 2 < value.size();
    const auto high = has_code ? hex_digit(value[at + 1]) : std::nullopt;
    const auto low = has_code ? hex_digit(value[at + 2]) : std::nullopt;
    if (high && low) {
      bytes += static_cast<char>(*high * 16 + *low);
      at += 2;
    } else {
      bytes += value[at];
    }
  }
  return is_utf8(bytes) ? bytes : utf8_from_windows_1252(bytes);
}

// As RFC 5545 writes a text. A backslash and its next character are kept: they are written that way already.
std::string as_text_value(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n')
      value += "\\n";
    else
      value += c;
  }
  return value;
}

std::string readable_text(const PropertyParts& parts) {
  std::string line(parts.name);
  bool is_quoted = false;
  for (const std::string_view parameter : parts.parameters) {
    const std::string upper = upper_ascii(parameter);
    if (upper.find("QUOTED-PRINTABLE") != std::string::npos)
      is_quoted = true;
    else if (!upper.starts_with("CHARSET="))
      line += ";" + std::string(parameter);
  }
  return line + ":" + (is_quoted ? as_text_value(unquoted_printable(parts.value)) : std::string(parts.value));
}

std::string readable_rule(std::string_view name, std::string_view value, bool is_version_1) {
  const std::string rule = upper_ascii(trim(value));
  const bool is_old = is_version_1 && name != "DURATION" && rule.find("FREQ=") == std::string::npos;
  return is_old ? rule_of_version_1(rule) : rule;
}

}  // namespace

std::string name_of_property(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), is_name_byte);
  if (end == line.end() || (*end != ':' && *end != ';')) return {};
  return upper_ascii({line.begin(), end});
}

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool is_escape = value[at] == '\\' && at + 1 < value.size();
    if (!is_escape) {
      text += value[at];
      continue;
    }
    const char next = value[++at];
    text += next == 'n' || next == 'N' ? '\n' : next;
  }
  return text;
}

PropertyParts property_parts(std::string_view line) {
  PropertyParts parts;
  const std::string name = name_of_property(line);
  const std::size_t colon = colon_of(line, is_time(name));
  if (name.empty() || colon == std::string_view::npos) return parts;
  parts.name = line.substr(0, name.size());
  parts.parameters = parameters_in(line.substr(name.size(), colon - name.size()));
  parts.value = line.substr(colon + 1);
  parts.is_whole = true;
  return parts;
}

std::string readable_line(std::string_view line, bool is_version_1) {
  const PropertyParts parts = property_parts(line);
  if (!parts.is_whole) return std::string(line);
  const std::string name = upper_ascii(parts.name);
  if (is_rule(name)) return name + ":" + readable_rule(name, parts.value, is_version_1);
  if (!is_time(name)) return readable_text(parts);
  std::string readable = name;
  for (const std::string_view parameter : parts.parameters) readable += ";" + readable_parameter(parameter);
  return readable + ":" + readable_time(parts.value, is_version_1);
}

}  // namespace tertulia::formats
