// SPDX-License-Identifier: Apache-2.0
// What "or_other" behind a list of choices adds (https://xlsform.org/en/#specify-other): a choice `other`,
// and a text behind the question that is asked when it is chosen. Internal to the XLSForm parser.
#pragma once

#include <string>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_choices.h"

namespace tertulia::formats {

// The same list with a choice `other` at its end, unless it has one.
[[nodiscard]] ChoiceList with_other(ChoiceList list, const FormContext& context);

// The text behind the question of that name.
[[nodiscard]] Question text_of_other(const std::string& question, const FormContext& context);

// Languages of the form in which the words are not known: there they are English.
[[nodiscard]] std::vector<Language> without_words_of_other(const FormContext& context);

}  // namespace tertulia::formats
