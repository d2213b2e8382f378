// SPDX-License-Identifier: Apache-2.0
// The keyboards of the product as data: the position of each key, and its variants under a resting finger.
// One source for each family of scripts; keyboard.cpp makes keys from it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia {

struct KeyVariants {
  std::string_view key;
  std::string_view others;  // letters in a row, likeliest first
};

enum class LetterCase { kTwo, kNone };
enum class LastRow { kFromLeft, kFromRight };  // where its reading begins

struct KeyboardLayout {
  std::array<std::string_view, 3> rows;  // letters, small ones where there are two cases
  std::span<const KeyVariants> variants;
  std::string_view symbols = "!?:;\"€_=";  // third row of the page with digits and signs
  std::string_view comma = ",";
  std::string_view stop = ".";
  std::string_view letters = "abc";  // on the key that leads back from that page
  LetterCase letter_case = LetterCase::kNone;
  LastRow last_row = LastRow::kFromLeft;
};

[[nodiscard]] const KeyboardLayout& latin_keyboard(std::string_view language);
[[nodiscard]] const KeyboardLayout& arabic_keyboard();
[[nodiscard]] const KeyboardLayout& ethiopic_keyboard();
[[nodiscard]] const KeyboardLayout& georgian_keyboard();

// The code points of a text, each on its own.
[[nodiscard]] std::vector<std::string> letters_of(std::string_view text);

}  // namespace tertulia
