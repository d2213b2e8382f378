// SPDX-License-Identifier: Apache-2.0
// A text as people search for it: without case, accents, vowel marks and punctuation. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// Compatibility decomposition (NFKD) with case folding, without marks; Latin letters with a stroke are
// the plain letter, and letters of one sound are one (spoken_letters.h). Punctuation and blanks between words
// are one blank each; there is none at the ends. What folds to the same text is the same to who searches.
[[nodiscard]] std::string searchable(std::string_view text);

}  // namespace tertulia
