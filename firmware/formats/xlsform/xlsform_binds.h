// SPDX-License-Identifier: Apache-2.0
// Makes a bind from one row of the sheet `survey`: what its expressions are. Internal to the XLSForm parser.
#pragma once

#include <string>

#include "firmware/domain/form_binds.h"
#include "firmware/formats/xlsform/xlsform_question.h"

namespace tertulia::formats {

// `type` is plain (type_names.h). Nothing is compiled yet.
[[nodiscard]] Bind read_bind(const SurveySource& source, const Row& row, const std::string& type);

// Whether a kiosk has to do anything for it while it asks.
[[nodiscard]] bool has_logic(const Bind& bind);

}  // namespace tertulia::formats
