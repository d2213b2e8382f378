// SPDX-License-Identifier: Apache-2.0
// How an XLSForm writes each kind of question. question_kinds.cpp is a table with one row per kind: its names
// in the column `type`, its appearances and its constraints. A kind without a row does not compile. Internal
// to the XLSForm parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/form_binds.h"
#include "firmware/domain/question_kinds.h"
#include "firmware/formats/xlsform/xlsform_question.h"

namespace tertulia::formats {

// The kind that the row's `type` names. None: a kiosk does not ask it, or it is wrong; a finding says why.
[[nodiscard]] std::optional<QuestionKind> read_kind(const SurveySource& source, const Row& row);

// The list that a cell of the column `type` names; none when its kind has none in the sheet `choices`.
[[nodiscard]] std::optional<ListName> list_of_type(std::string_view type);

// How a value of a row of that type is written, whether or not anybody is asked for it.
[[nodiscard]] ValueKind value_kind_of(std::string_view type);

// One word of the column `appearance`. False: the kind has no use for it.
bool take_appearance(QuestionKind& kind, std::string_view word);
// What is asked instead of an appearance that has no use, as in "; the whole date is asked"; may be empty.
[[nodiscard]] std::string asked_instead(const QuestionKind& kind, std::string_view word);

// False, and no change: the kind does not understand the constraint.
bool take_constraint(QuestionKind& kind, std::string_view constraint);

}  // namespace tertulia::formats
