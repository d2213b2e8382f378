// SPDX-License-Identifier: Apache-2.0
// What a kiosk reads aloud of a question: the question and the possible answers, never what somebody has
// answered or typed. Pure.
#pragma once

#include <string>

#include "firmware/domain/catalogue.h"
#include "firmware/ports/views.h"

namespace tertulia {

struct Prompt {
  std::string text;  // paragraphs with an empty line between them, where a voice takes a breath
  Language language;
  friend bool operator==(const Prompt&, const Prompt&) = default;
};

[[nodiscard]] Prompt prompt_of(const Catalogue& words, const QuestionView& view);
// The first question on the attract screen.
[[nodiscard]] Prompt prompt_of(const Catalogue& words, const AttractView& view);

}  // namespace tertulia
