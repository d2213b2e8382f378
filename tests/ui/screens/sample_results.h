// SPDX-License-Identifier: Apache-2.0
// What the rooms of the sample views have answered.
#pragma once

#include "firmware/ports/views.h"

namespace tertulia::test {

// Of "en", "fr", "ar" or "am".
struct ResultsTexts {
  std::string answers;  // "43 answers · shown from 5 on"
  std::string steps;    // "At least 15 answers · in steps of 5"
  std::string low;
  std::string high;
  std::string median;
  std::string note;
};
[[nodiscard]] ResultsTexts results_texts(const Language& language);

// On `sign`, a view with its tongue and its header: four statements on a scale of five steps, and one
// question on a scale of ten.
[[nodiscard]] ResultsView statements_on_scales(ResultsView sign);
[[nodiscard]] ResultsView one_scale_of_ten(ResultsView sign);

}  // namespace tertulia::test
