// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_names.h"

#include <algorithm>

#include "firmware/domain/limits.h"
#include "firmware/formats/expressions/form_schema.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

std::optional<std::string> SurveyNames::node(const Row& row, const std::string& group) {
  const std::string name = sheet_.value(row, "name");
  if (is_node_name(name)) return node(row, group, name);
  const std::string stem = "generated_row_" + std::to_string(row.number);
  std::string unique = stem;
  for (int number = 2; places_.contains((group + "/").append(unique)); ++number)
    unique = (stem + '_').append(std::to_string(number));
  return node(row, group, unique);
}

std::optional<std::string> SurveyNames::node(const Row& row, const std::string& group,
                                             const std::string& name) {
  const Place place = sheet_.place(row, "name");
  std::string path = group + "/" + name;
  const auto [first, is_new] = places_.try_emplace(path, place.where);
  if (is_new) return path;
  findings_.wrong(place, "The name " + in_quotes(name) + " stands twice in one group, here and in " +
                             first->second + "; rename one.");
  return std::nullopt;
}

std::string SurveyNames::answer(const Row& row, const std::string& name, const std::string& group) {
  if (answers_.insert(name).second) return name;
  std::string unique = group.empty() ? name : group.substr(0, kLongestFormName / 2) + "." + name;
  unique.resize(std::min(unique.size(), kLongestFormName - 6));
  const std::string stem = unique;
  for (int number = 2; !answers_.insert(unique).second; ++number)
    unique = stem + "." + std::to_string(number);
  findings_.guessed(sheet_.place(row, "name"),
                    "The name " + in_quotes(name) +
                        " stands in another group, too; these answers are called " + in_quotes(unique) + ".");
  return unique;
}

}  // namespace tertulia::formats
