// SPDX-License-Identifier: Apache-2.0
// Conditions, and lists of choices in one answer: "red blue".
#include <algorithm>
#include <cmath>

#include "firmware/formats/expressions/call.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t start = list.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return words;
    const std::size_t end = std::min(list.find_first_of(" \t\r\n", start), list.size());
    words.push_back(list.substr(start, end - start));
    list.remove_prefix(end);
  }
}

// The empty choice is selected in an empty answer: selected(${q}, '') asks whether there is none.
Value selected(Call& call) {
  const std::string list = call.text(0);
  const std::string choice = call.text(1);
  const auto words = words_of(list);
  const std::string_view wanted = trim(choice);
  return wanted.empty() ? words.empty() : std::find(words.begin(), words.end(), wanted) != words.end();
}

Value selected_at(Call& call) {
  const std::string list = call.text(0);
  const auto words = words_of(list);
  const double index = call.number(1);
  if (!(index >= 0) || index >= static_cast<double>(words.size())) return std::string();
  return std::string(words[static_cast<std::size_t>(index)]);
}

Value count_selected(Call& call) { return static_cast<double>(words_of(call.text(0)).size()); }

Value coalesce(Call& call) {
  for (std::size_t at = 0; at < call.size(); ++at)
    if (std::string text = call.text(at); !text.empty()) return text;
  return std::string();
}

// The context node's value, once it has one.
Value once(Call& call) {
  const std::string& value = call.runtime.self->value;
  return value.empty() ? Value(call.text(0)) : Value(value);
}

Value boolean_from_string(Call& call) {
  const std::string text = call.text(0);
  return text == "true" || text == "1";
}

Value regex(Call& call) {
  const std::string text = call.text(0);
  const std::string pattern = call.text(1);
  const auto matches = call.runtime.patterns.matches(text, pattern);
  if (!matches) return call.fail(matches.error().message);
  return matches.value();
}

// An answer counts when it is a number above 0, "yes" or "true".
bool is_yes(const std::string& text) {
  return number_of(std::string_view(text)) > 0 || text == "yes" || text == "true";
}

bool is_within(double sum, double least, double most) {
  return (least == -1 || sum >= least) && (most == -1 || sum <= most);
}

Value checklist(Call& call) {
  double count = 0;
  for (const std::string& text : call.texts(2)) count += is_yes(text) ? 1 : 0;
  return is_within(count, call.number(0), call.number(1));
}

Value weighted_checklist(Call& call) {
  double sum = 0;
  for (std::size_t at = 2; at + 1 < call.size(); at += 2)
    if (is_yes(call.text(at))) sum += call.number(at + 1);
  return is_within(sum, call.number(0), call.number(1));
}

constexpr RuntimeFunction kLogicFunctions[] = {
    {"boolean", [](Call& call) -> Value { return call.truth(0); }},
    {"not", [](Call& call) -> Value { return !call.truth(0); }},
    {"if", [](Call& call) -> Value { return call.at(call.truth(0) ? 1 : 2); }},
    {"selected", selected},
    {"selected-at", selected_at},
    {"count-selected", count_selected},
    {"coalesce", coalesce},
    {"once", once},
    {"boolean-from-string", boolean_from_string},
    {"regex", regex},
    {"checklist", checklist},
    {"weighted-checklist", weighted_checklist},
};

}  // namespace

std::span<const RuntimeFunction> logic_functions() { return kLogicFunctions; }

}  // namespace tertulia::formats
