// SPDX-License-Identifier: Apache-2.0
// Composes Ethiopic syllables: a consonant has a row of the Unicode block (U+1200), its vowel picks the
// column. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia {

// The seven vowels of a syllable, and the form with a w before the a.
inline constexpr std::array<std::string_view, 8> kVowels = {"አ", "ኡ", "ኢ", "ኣ", "ኤ", "እ", "ኦ", "ኧ"};

// The consonant of `syllable` with another vowel: "ለ" with "ኤ" is "ሌ". Empty when there is no such form, or
// when it is not a syllable.
[[nodiscard]] std::string with_vowel(std::string_view syllable, std::string_view vowel);

// The other forms with a w: "ቈቊቌቍ" for "ቀ". Empty for most consonants.
[[nodiscard]] std::vector<std::string> labialised(std::string_view syllable);

}  // namespace tertulia
