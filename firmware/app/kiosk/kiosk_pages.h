// SPDX-License-Identifier: Apache-2.0
// A questionnaire cut into the pages of a kiosk: one question each, or a matrix of questions on one scale.
// Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "firmware/domain/questionnaire.h"

namespace tertulia {

struct KioskPage {
  const Page* form_page = nullptr;
  std::vector<const Question*> questions;  // several only in a matrix

  [[nodiscard]] const Question& question() const { return *questions.front(); }
  [[nodiscard]] bool is_matrix() const { return questions.size() > 1; }
};

// Pointers into the questionnaire, which must outlive them. Never empty.
[[nodiscard]] std::vector<KioskPage> kiosk_pages_of(const Questionnaire& questionnaire);

// Five faces that one tap answers: such a first page stands on the attract screen.
[[nodiscard]] bool is_answered_by_one_tap(const KioskPage& page);

}  // namespace tertulia
