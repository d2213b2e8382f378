// SPDX-License-Identifier: Apache-2.0
// Names of the rows of the sheet `survey`: as nodes, which are unique in their group, and as answers, which
// are unique in the form. Internal to the XLSForm parser.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

class SurveyNames {
 public:
  // Both must outlive it.
  SurveyNames(const FormSheet& sheet, Findings& findings) : sheet_(sheet), findings_(findings) {}

  // The path of the row's node in the group, "/data/group/name". A row whose name no node can have gets a
  // name that is made up. None: the name stands twice in the group, which is wrong: nobody could tell their
  // answers apart.
  [[nodiscard]] std::optional<std::string> node(const Row& row, const std::string& group);
  // The same for a row that the sheet does not have.
  [[nodiscard]] std::optional<std::string> node(const Row& row, const std::string& group,
                                                const std::string& name);

  // In different groups a name may stand again. The answers of a form lie beside each other, so the later
  // ones are called after their group, too.
  [[nodiscard]] std::string answer(const Row& row, const std::string& name, const std::string& group);
  [[nodiscard]] std::size_t answers() const { return answers_.size(); }

 private:
  const FormSheet& sheet_;
  Findings& findings_;
  std::set<std::string> answers_;
  std::map<std::string, std::string> places_;  // of paths: the cell in which it stands first
};

}  // namespace tertulia::formats
