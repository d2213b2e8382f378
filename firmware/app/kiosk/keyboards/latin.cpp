// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboards/layout.h"

namespace tertulia {
namespace {

// The likeliest first for the languages of the product; the others for names of their neighbours.
constexpr KeyVariants kLatin[] = {
    {"a", "áàâãäåæ"}, {"c", "çčć"},  {"e", "éèêëẽ"}, {"i", "íìîï"},  {"n", "ñń"},   {"o", "óôõòöøœ"},
    {"s", "ßšś"},     {"u", "úùûü"}, {"y", "ýÿ"},    {"z", "žźż"},   {"'", "’‘\""}, {".", "?!…:"},
    {",", ";-"},      {"?", "¿"},    {"!", "¡"},     {"\"", "«»“”"}, {"€", "$£¥"},  {"-", "–—"}};
constexpr KeyVariants kFrench[] = {
    {"a", "àâæáä"}, {"c", "ç"},     {"e", "éèêë"}, {"i", "îïí"}, {"o", "ôœóö"},  {"u", "ùûüú"}, {"y", "ÿ"},
    {"n", "ñ"},     {"’", "'\"«»"}, {".", "?!…:"}, {",", ";-"},  {"\"", "«»“”"}, {"€", "$£¥"},  {"-", "–—"}};
constexpr KeyVariants kIberian[] = {{"a", "áãâàªå"}, {"c", "ç"},     {"e", "éêè"},    {"i", "íî"}, {"n", "ñ"},
                                    {"o", "óõôòº"},  {"u", "úüù"},   {".", "?!…¿¡:"}, {",", ";-"}, {"?", "¿"},
                                    {"!", "¡"},      {"\"", "«»“”"}, {"€", "$£¥"},    {"-", "–—"}};

constexpr KeyboardLayout latin(std::array<std::string_view, 3> rows, std::span<const KeyVariants> variants) {
  KeyboardLayout layout{rows, variants};
  layout.letter_case = LetterCase::kTwo;
  return layout;
}

constexpr KeyboardLayout kQwerty = latin({"qwertyuiop", "asdfghjkl'", "zxcvbnm"}, kLatin);
constexpr KeyboardLayout kAzerty = latin({"azertyuiop", "qsdfghjklm", "wxcvbnéè’"}, kFrench);
constexpr KeyboardLayout kSpanish = latin({"qwertyuiop", "asdfghjklñ", "zxcvbnm"}, kIberian);
constexpr KeyboardLayout kPortuguese = latin({"qwertyuiop", "asdfghjklç", "zxcvbnm"}, kIberian);

}  // namespace

const KeyboardLayout& latin_keyboard(std::string_view language) {
  if (language == "fr") return kAzerty;
  if (language == "es") return kSpanish;
  if (language == "pt") return kPortuguese;
  return kQwerty;
}

}  // namespace tertulia
