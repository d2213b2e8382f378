// SPDX-License-Identifier: Apache-2.0
// The layouts behind keyboard_for(): data first, then the four rows made of it.
#include <cstdint>
#include <string>
#include <vector>

#include "firmware/app/text_entry.h"

namespace tertulia {
namespace {

struct Layout {
  std::string_view first, second, third;                    // letters
  std::string_view first_upper, second_upper, third_upper;  // the same with shift
};

constexpr Layout kQwerty{"qwertyuiop", "asdfghjkl'", "zxcvbnm", "QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM"};
constexpr Layout kAzerty{"azertyuiop", "qsdfghjklm", "wxcvbnéè’", "AZERTYUIOP", "QSDFGHJKLM", "WXCVBNÉÈ’"};
constexpr Layout kSpanish{"qwertyuiop", "asdfghjklñ", "zxcvbnmáéíóú",
                          "QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNMÁÉÍÓÚ"};
constexpr Layout kPortuguese{"qwertyuiop", "asdfghjklç", "zxcvbnmãéáõ",
                             "QWERTYUIOP", "ASDFGHJKLÇ", "ZXCVBNMÃÉÁÕ"};
constexpr Layout kSymbols{"1234567890", "@#%&*-+()/", "!?:;\"€_=", "1234567890", "@#%&*-+()/", "!?:;\"€_="};

const Layout& layout_for(std::string_view language, KeyboardPage page) {
  if (page == KeyboardPage::kSymbols) return kSymbols;
  if (language == "fr") return kAzerty;
  if (language == "es") return kSpanish;
  if (language == "pt") return kPortuguese;
  return kQwerty;
}

std::vector<Key> characters(std::string_view row) {
  std::vector<Key> keys;
  for (std::size_t start = 0; start < row.size();) {
    std::size_t end = start + 1;
    while (end < row.size() && (static_cast<unsigned char>(row[end]) & 0xC0U) == 0x80U) ++end;
    const std::string text(row.substr(start, end - start));
    keys.push_back({KeyKind::kCharacter, text, text});
    start = end;
  }
  return keys;
}

Key character(std::string_view text) { return {KeyKind::kCharacter, std::string(text), std::string(text)}; }

}  // namespace

Keyboard keyboard_for(const Catalogue& words, KeyboardPage page, LineMode lines) {
  const Layout& layout = layout_for(words.language(), page);
  const bool upper = page == KeyboardPage::kShifted;
  Keyboard rows{characters(upper ? layout.first_upper : layout.first),
                characters(upper ? layout.second_upper : layout.second)};
  std::vector<Key> third;
  if (page != KeyboardPage::kSymbols) third.push_back({KeyKind::kShift, "", "", 1.0F, upper});
  for (Key& key : characters(upper ? layout.third_upper : layout.third)) third.push_back(std::move(key));
  third.push_back({KeyKind::kBackspace, "", ""});
  rows.push_back(std::move(third));
  std::vector<Key> fourth{{KeyKind::kSymbols, page == KeyboardPage::kSymbols ? "abc" : "?123", "", 1.5F}};
  // translators: the space bar of the on-screen keyboard
  fourth.push_back({KeyKind::kSpace, words.text("space"), " ", 5.0F});
  fourth.push_back(character(","));
  fourth.push_back(character("."));
  if (lines == LineMode::kMultiline) fourth.push_back({KeyKind::kNewLine, "", "\n"});
  fourth.push_back({KeyKind::kNext, words.text("Next"), "", 2.2F});
  rows.push_back(std::move(fourth));
  return rows;
}

}  // namespace tertulia
