// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <libxml/tree.h>

#include "firmware/formats/expressions/dates.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// '-'? (digits ('.' digits?)? | '.' digits), as XPath 1.0 writes numbers.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  bool has_digit = false;
  bool has_point = false;
  for (const char c : text) {
    if (c == '.' && has_point) return false;
    if (c != '.' && !is_digit(c)) return false;
    has_point = has_point || c == '.';
    has_digit = has_digit || c != '.';
  }
  return has_digit;
}

void append_text(const xmlNode* node, std::string& text) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE && child->content != nullptr)
      text += reinterpret_cast<const char*>(child->content);
    else if (child->type == XML_ELEMENT_NODE)
      append_text(child, text);
  }
}

}  // namespace

double number_of(std::string_view text) {
  text = trim(text);
  if (text.empty()) return kNaN;
  if (!is_plain_number(text)) {
    const auto moment = read_moment(text);
    return moment ? days_since_epoch(*moment) : kNaN;
  }
  double number = kNaN;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error == std::errc::result_out_of_range) return text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
  return number;
}

std::string text_of(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";
  std::string text(350, '\0');  // the largest has 309 digits, the smallest 324 places
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  text.resize(error == std::errc() ? static_cast<std::size_t>(end - text.data()) : 0);
  return text;
}

std::string text_of(const _xmlNode* node) {
  std::string text;
  if (node->type == XML_TEXT_NODE) {
    if (node->content != nullptr) text = reinterpret_cast<const char*>(node->content);
  } else {
    append_text(node, text);
  }
  return text;
}

std::string text_of(const Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const double* number = std::get_if<double>(&value)) return text_of(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const Nodes& nodes = std::get<Nodes>(value);
  return nodes.empty() ? std::string() : text_of(nodes.front());
}

double number_of(const Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
  if (const double* number = std::get_if<double>(&value)) return *number;
  return number_of(std::string_view(text_of(value)));
}

bool truth_of(const Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth;
  if (const double* number = std::get_if<double>(&value)) return *number != 0 && !std::isnan(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  const Nodes& nodes = std::get<Nodes>(value);
  return std::any_of(nodes.begin(), nodes.end(), [](const _xmlNode* node) { return !text_of(node).empty(); });
}

}  // namespace tertulia::formats
