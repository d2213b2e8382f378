// SPDX-License-Identifier: Apache-2.0
// The pictures that a form shows on its questions and choices: files beside it, or in its folder of media.
// Internal to the XLSForm parser.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

// Reads each file once, however often it is named.
class FormPictures {
 public:
  // Whether the form can show the picture of that name. Else a finding at its cell says why not, each time.
  [[nodiscard]] bool has(const std::string& name, const Place& cell, const FormContext& context);
  [[nodiscard]] std::vector<FormPicture> take() { return std::move(pictures_); }

 private:
  [[nodiscard]] std::optional<std::string> add(const std::string& name, const FormContext& context);

  std::map<std::string, std::optional<std::string>> known_;  // by name: why it cannot be shown
  std::vector<FormPicture> pictures_;
  std::size_t bytes_ = 0;
};

// What stands in the columns `image` of the row, by language, without what cannot be shown.
[[nodiscard]] LocalizedText picture_names(const FormSheet& sheet, const Row& row, const FormContext& context);

}  // namespace tertulia::formats
