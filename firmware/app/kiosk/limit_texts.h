// SPDX-License-Identifier: Apache-2.0
// What a visitor is told whose answer lies outside of the limits of its question: the limits. Pure.
#pragma once

#include <string>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/question_kinds.h"

namespace tertulia {

// Numbers have the decimal mark of the language, days are written as they are typed.
[[nodiscard]] std::string limit_text(const Integer& kind, const Catalogue& words);
[[nodiscard]] std::string limit_text(const Decimal& kind, const Catalogue& words);
[[nodiscard]] std::string limit_text(const Date& kind, const Catalogue& words);
// Of the number of choices; only for a kind with `at_most`.
[[nodiscard]] std::string limit_text(const SelectMultiple& kind, const Catalogue& words);

}  // namespace tertulia
