// SPDX-License-Identifier: Apache-2.0
// How Ethiopic syllables are composed: a consonant keeps its row of the block (U+1200), its vowel picks the
// column. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia {

// The seven orders of a syllable by their vowel, and the one with a w before the a.
inline constexpr std::array<std::string_view, 8> kVowels = {"አ", "ኡ", "ኢ", "ኣ", "ኤ", "እ", "ኦ", "ኧ"};

// The consonant of `syllable` with that vowel: "ለ" with "ኤ" is "ሌ", whatever vowel it had. Empty when there
// is no such form, or no syllable.
[[nodiscard]] std::string with_vowel(std::string_view syllable, std::string_view vowel);

// The other forms with a w: "ቈቊቌቍ" of "ቀ". Empty for most consonants.
[[nodiscard]] std::vector<std::string> labialised(std::string_view syllable);

}  // namespace tertulia
