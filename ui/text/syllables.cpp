// SPDX-License-Identifier: Apache-2.0
#include "ui/text/syllables.h"

#include <cstdint>

namespace tertulia::ui {
namespace {

struct Around {
  std::uint32_t before;
  std::uint32_t here;
  std::uint32_t after;  // 0 at the end
};

bool is_between(std::uint32_t code_point, std::uint32_t first, std::uint32_t last) {
  return code_point >= first && code_point <= last;
}

// A vowel that is written before its consonant opens a syllable: U+0E40 to U+0E44, and the same in Lao.
bool starts_thai(const Around& around) {
  const auto is_leading = [](std::uint32_t each) {
    return is_between(each, 0x0E40, 0x0E44) || is_between(each, 0x0EC0, 0x0EC4);
  };
  // Vowels and signs behind which a syllable is over.
  const auto is_closing = [](std::uint32_t each) {
    return each == 0x0E2F || each == 0x0E30 || each == 0x0E33 || each == 0x0E45 || each == 0x0E46 ||
           each == 0x0EB0 || each == 0x0EB3;
  };
  const bool is_consonant =
      is_between(around.here, 0x0E01, 0x0E2E) || is_between(around.here, 0x0E81, 0x0EAE);
  if (is_consonant && is_closing(around.before)) return true;
  const bool follows_letters =
      is_between(around.before, 0x0E01, 0x0E4E) || is_between(around.before, 0x0E81, 0x0ECD);
  return is_leading(around.here) && follows_letters && !is_leading(around.before);
}

// A consonant or an independent vowel, unless the sign coeng (U+17D2) puts it below the letter before it.
bool starts_khmer(const Around& around) {
  constexpr std::uint32_t kCoeng = 0x17D2;
  const bool is_letter = is_between(around.here, 0x1780, 0x17B3);
  return is_letter && is_between(around.before, 0x1780, 0x17DD) && around.before != kCoeng;
}

// A consonant that is not stacked (virama, U+1039) and does not close the syllable before it (asat, U+103A).
bool starts_burmese(const Around& around) {
  constexpr std::uint32_t kVirama = 0x1039;
  constexpr std::uint32_t kAsat = 0x103A;
  if (!is_between(around.here, 0x1000, 0x102A) || !is_between(around.before, 0x1000, 0x103E)) return false;
  return around.before != kVirama && around.after != kVirama && around.after != kAsat;
}

}  // namespace

bool starts_syllable(const DecodedText& text, std::size_t at) {
  if (at == 0 || text.code_points[at] < 0x0E00 || text.code_points[at] > 0x17FF) return false;
  const Around around{text.code_points[at - 1], text.code_points[at],
                      at + 1 < text.size() ? text.code_points[at + 1] : 0};
  return starts_thai(around) || starts_khmer(around) || starts_burmese(around);
}

}  // namespace tertulia::ui
