// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/spoken_letters.h"

#include <array>

namespace tertulia {
namespace {

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

char32_t plain_arabic(char32_t c) {
  if (c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671) return 0x0627;  // alef
  if (c == 0x0629) return 0x0647;                                               // teh marbuta as heh
  if (c == 0x0649) return 0x064A;                                               // alef maksura as yeh
  return c;
}

// Amharic writes h, s, ts and the glottal stop with more letters than it speaks; people mix them.
char32_t plain_ethiopic(char32_t c) {
  constexpr std::array<std::array<char32_t, 3>, 5> kSameSound{{{0x1210, 0x1217, 0x1200},
                                                               {0x1280, 0x1287, 0x1200},
                                                               {0x1220, 0x1227, 0x1230},
                                                               {0x12D0, 0x12D6, 0x12A0},
                                                               {0x1340, 0x1347, 0x1338}}};
  for (const auto& [first, last, plain] : kSameSound)
    if (is_in(c, first, last)) c = plain + (c - first);
  // Of these two the first and the fourth order sound alike.
  return c == 0x1203 || c == 0x12A3 ? c - 3 : c;
}

}  // namespace

char32_t letter_as_spoken(char32_t letter) {
  if (is_in(letter, 0x1C90, 0x1CBF)) return letter - 0x1C90 + 0x10D0;  // Georgian capitals
  if (is_in(letter, 0x0600, 0x06FF)) return plain_arabic(letter);
  return is_in(letter, 0x1200, 0x137F) ? plain_ethiopic(letter) : letter;
}

}  // namespace tertulia
