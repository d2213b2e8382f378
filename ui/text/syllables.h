// SPDX-License-Identifier: Apache-2.0
// Where a line of Thai, Lao, Khmer or Burmese may end: these scripts write no space between words. Finding
// words takes a dictionary (line breaking class SA of UAX #14); the start of a syllable can be told from the
// letters, and a line that ends there can be read. Pure. For ui/text only.
#pragma once

#include <cstddef>

#include "ui/text/unicode.h"

namespace tertulia::ui {

// Whether a syllable begins with the character at `at`, for certain. False in every other script.
[[nodiscard]] bool starts_syllable(const DecodedText& text, std::size_t at);

}  // namespace tertulia::ui
