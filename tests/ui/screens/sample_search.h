// SPDX-License-Identifier: Apache-2.0
// A long list of choices that is searched. Part of sample_views.h.
#pragma once

#include "firmware/ports/views.h"
#include "tests/ui/screens/sample_texts.h"

namespace tertulia::test {

// With its keyboard, while nothing is typed.
[[nodiscard]] QuestionView search(QuestionView question, const SampleTexts& say);
// Without a keyboard, in the middle of the list; Next was pressed, and nothing is chosen.
[[nodiscard]] QuestionView turned_search(QuestionView question, const SampleTexts& say);

}  // namespace tertulia::test
