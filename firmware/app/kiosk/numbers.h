// SPDX-License-Identifier: Apache-2.0
// Numbers on a kiosk: how they are typed, read and written. What is typed has a point before its decimals in
// every language. Pure.
#pragma once

#include <string>

#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/text_entry.h"
#include "firmware/domain/catalogue.h"
#include "firmware/domain/question_kinds.h"

namespace tertulia {

// A minus turns the sign wherever the caret is. A second point is not taken.
[[nodiscard]] TextEntry press_number(const TextEntry& entry, const Key& key, Decimals decimals);

// The number that was typed; monostate when it is none (yet).
[[nodiscard]] AnswerValue whole_answer(const std::string& typed);
[[nodiscard]] AnswerValue decimal_answer(const std::string& typed);
// The number as one would type it; empty when the answer is no number.
[[nodiscard]] std::string typed_number(const AnswerValue& answer);

// A value of a scale, without zeros at its end.
[[nodiscard]] std::string number_text(double value);
// Such a number, or one as typed, as people of that language write it.
[[nodiscard]] std::string with_decimal_mark(std::string number, const Catalogue& words);

}  // namespace tertulia
