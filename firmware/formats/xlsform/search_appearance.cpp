// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/search_appearance.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_nodeset.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kSearched = ".csv";

// Between commas that no brackets and no quotes are around.
std::vector<std::string> arguments_in(std::string_view text) {
  std::vector<std::string> arguments;
  while (true) {
    const std::size_t comma = find_outside(text, ",");
    arguments.emplace_back(trim(text.substr(0, comma)));
    if (comma >= text.size()) return arguments;
    text.remove_prefix(comma + 1);
  }
}

// "towns" of "'towns'".
std::optional<std::string> literal_in(const std::string& argument) {
  const auto tokens = tokens_of(argument);
  if (!tokens || tokens.value().size() != 2 || tokens.value().front().kind != TokenKind::kLiteral)
    return std::nullopt;
  return squashed(tokens.value().front().text);
}

// An expression may call a column by it.
bool is_name(const std::string& column) {
  const auto tokens = tokens_of(column);
  return tokens && tokens.value().size() == 2 && tokens.value().front().kind == TokenKind::kName &&
         column != "*";
}

// The phones that know search() compare without regard to case, unless all of the text has to match.
std::string in_small_letters(const std::string& expression) {
  return "translate(" + expression + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
}

std::optional<std::string> condition(const std::string& how, const std::string& column,
                                     const std::string& wanted) {
  if (how == "matches") return column + " = " + wanted;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kFunctions{
      {{"contains", "contains"}, {"startswith", "starts-with"}, {"endswith", "ends-with"}}};
  for (const auto& [name, function] : kFunctions)
    if (how == name)
      return std::string(function) + "(" + in_small_letters(column) + ", " + in_small_letters(wanted) + ")";
  return std::nullopt;
}

// ('towns', how, 'region,district', wanted[, 'county', value]): any of the columns is as wanted, and `county`
// is that value.
std::optional<std::string> filter_of(const std::vector<std::string>& arguments) {
  if (arguments.size() != 4 && arguments.size() != 6) return std::nullopt;
  for (const std::string& argument : arguments)
    if (argument.empty()) return std::nullopt;
  const auto how = literal_in(arguments[1]);
  const auto columns = literal_in(arguments[2]);
  if (!how || !columns) return std::nullopt;
  std::string filter;
  const std::vector<std::string> each = columns->empty() ? std::vector<std::string>{} : split(*columns, ',');
  for (const std::string& name : each) {
    const std::string column(trim(name));
    const auto one = condition(lower_ascii(*how), column, arguments[3]);
    if (!one || !is_name(column)) return std::nullopt;
    filter += (filter.empty() ? "" : " or ") + *one;
  }
  if (arguments.size() == 4) return filter;
  const auto column = literal_in(arguments[4]);
  if (!column || !is_name(*column)) return std::nullopt;
  const std::string equal = *column + " = " + arguments[5];
  if (filter.empty()) return equal;
  return (each.size() > 1 ? "(" + filter + ")" : filter) + " and " + equal;
}

}  // namespace

SearchAppearance search_in(const std::string& appearance) {
  constexpr std::string_view kCall = "search(";
  const std::size_t begin = lower_ascii(appearance).find(kCall);
  if (begin == std::string::npos) return {{}, {}, false, appearance};
  const std::string_view behind = std::string_view(appearance).substr(begin + kCall.size());
  std::size_t end = find_outside(behind, ")");
  const bool is_closed = end < behind.size();
  if (!is_closed) end = behind.rfind(')');
  if (end == std::string_view::npos) return {{}, {}, false, appearance};
  const std::vector<std::string> arguments = arguments_in(behind.substr(0, end));
  const auto file = literal_in(arguments.front());
  if (!file) return {{}, {}, false, appearance};
  SearchAppearance search;
  search.file = lower_ascii(*file).ends_with(kSearched) ? *file : *file + std::string(kSearched);
  const auto filter = arguments.size() == 1 ? std::string() : filter_of(arguments);
  search.is_lost = !filter || !is_closed;
  if (!search.is_lost) search.filter = *filter;
  search.rest = appearance.substr(0, begin) + std::string(behind.substr(end + 1));
  return search;
}

std::string choice_filter_of(const FormSheet& survey, const Row& row) {
  std::string written = survey.expression(row, "choice_filter");
  std::string searched = search_in(survey.value(row, "appearance")).filter;
  if (written.empty() || searched.empty()) return written.empty() ? searched : written;
  return "(" + written + ") and (" + searched + ")";
}

}  // namespace tertulia::formats
