// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_rules.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::string without_spaces(std::string_view text) {
  std::string result;
  for (const char c : squashed(text))
    if (c != ' ') result += c;
  return result;
}

std::optional<Comparison> comparison_in(std::string_view text) {
  const std::string plain = without_spaces(text);
  for (const std::string_view sign : {"<=", ">=", "<", ">", "="}) {
    const std::size_t at = plain.find(sign);
    if (at != std::string::npos)
      return Comparison{plain.substr(0, at), std::string(sign), plain.substr(at + sign.size())};
  }
  return std::nullopt;
}

std::vector<std::string> conjuncts(std::string_view constraint) {
  std::vector<std::string> parts;
  std::string rest = folded(constraint);
  constexpr std::string_view kAnd = " and ";
  for (std::size_t at = rest.find(kAnd); at != std::string::npos; at = rest.find(kAnd)) {
    parts.push_back(rest.substr(0, at));
    rest.erase(0, at + kAnd.size());
  }
  parts.push_back(rest);
  return parts;
}

// How a range looks on a phone. Whoever reads the question says that a kiosk has no use for it.
bool is_layout_of_range(std::string_view parameter) {
  return is_one_of(parameter, {"tick_interval", "tick_labelset", "placeholder"});
}

// Sets the number that a "name=number" part gives; the error names the part.
Outcome apply_parameter(const std::string& part, Range& range) {
  if (is_layout_of_range(lower_ascii(part.substr(0, part.find('='))))) return Done{};
  const std::size_t equals = part.find('=');
  const auto number =
      equals == std::string::npos ? std::nullopt : decimal_number(std::string_view(part).substr(equals + 1));
  if (!number) return Error{"The parameter " + in_quotes(part) + " is no 'name=number'."};
  const std::string name = lower_ascii(trim(part.substr(0, equals)));
  if (name == "start")
    range.start = *number;
  else if (name == "end")
    range.end = *number;
  else if (name == "step")
    range.step = *number;
  else
    return Error{"The parameter " + in_quotes(name) + " is unknown; a range has start, end and step."};
  return Done{};
}

// "start = 1, end=5" as "start=1" and "end=5".
std::vector<std::string> parameter_parts(std::string_view parameters) {
  std::string text = squashed(parameters);
  for (char& c : text)
    if (c == ',' || c == ';') c = ' ';
  text = squashed(text);
  for (const std::string_view spaced : {" =", "= "})
    for (std::size_t at = text.find(spaced); at != std::string::npos; at = text.find(spaced))
      text.replace(at, spaced.size(), "=");
  std::vector<std::string> parts;
  for (std::string& part : split(text, ' '))
    if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

}  // namespace

std::optional<bool> truth_in_cell(std::string_view text) {
  const std::string plain = without_spaces(folded(text));
  if (is_one_of(plain, {"yes", "true", "true()", "1"})) return true;
  if (is_one_of(plain, {"", "no", "false", "false()", "0"})) return false;
  return std::nullopt;
}

std::optional<std::vector<Comparison>> comparisons_in(std::string_view constraint) {
  std::vector<Comparison> all;
  for (const std::string& part : conjuncts(constraint)) {
    auto comparison = comparison_in(part);
    if (!comparison) return std::nullopt;
    all.push_back(*std::move(comparison));
  }
  return all;
}

std::string parameter_in(std::string_view parameters, std::string_view name) {
  for (const std::string& part : parameter_parts(parameters)) {
    const std::size_t equals = part.find('=');
    if (equals != std::string::npos && lower_ascii(part.substr(0, equals)) == name)
      return part.substr(equals + 1);
  }
  return {};
}

std::vector<std::string> parameter_names(std::string_view parameters) {
  std::vector<std::string> names;
  for (const std::string& part : parameter_parts(parameters))
    names.push_back(lower_ascii(part.substr(0, part.find('='))));
  return names;
}

Result<Range> range_of(std::string_view parameters) {
  Range range{1, 10, 1};
  for (const std::string& part : parameter_parts(parameters)) TRY_DONE(apply_parameter(part, range));
  if (range.step <= 0 || range.end <= range.start)
    return Error{"A range goes up: end must be more than start, and step more than 0."};
  const double steps = (range.end - range.start) / range.step;
  if (!(steps <= kMostSteps)) return Error{"The range has more than 1000 steps; make step larger."};
  if (std::abs(steps - std::round(steps)) > 1e-6)
    return Error{"The steps do not lead from start to end; change step or end."};
  return range;
}

}  // namespace tertulia::formats
