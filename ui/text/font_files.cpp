// SPDX-License-Identifier: Apache-2.0
#include "ui/text/font_files.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include <hb.h>

namespace tertulia::ui {
namespace {

struct Row {
  std::string_view scripts;  // four letters each, of ISO 15924
  std::string_view stem;
  float line_height;
};

// In the packages fonts-noto-core and, the last row, fonts-noto-cjk. Line heights are what the marks above
// and below the letters need, looked up in the fonts (ascender and descender of `hhea`, bounding box).
constexpr Row kRows[] = {
    {"", "NotoSans", 0},
    {"Arab", "NotoSansArabic", 1.4F},
    {"Ethi", "NotoSansEthiopic", 1.4F},
    {"Geor", "NotoSansGeorgian", 0},
    {"Adlm", "NotoSansAdlam", 0},
    {"Hluw", "NotoSansAnatolianHieroglyphs", 0},
    {"Armn", "NotoSansArmenian", 0},
    {"Avst", "NotoSansAvestan", 0},
    {"Bali", "NotoSansBalinese", 2.0F},
    {"Bamu", "NotoSansBamum", 0},
    {"Bass", "NotoSansBassaVah", 0},
    {"Batk", "NotoSansBatak", 0},
    {"Beng", "NotoSansBengali", 1.5F},
    {"Bhks", "NotoSansBhaiksuki", 1.5F},
    {"Brah", "NotoSansBrahmi", 1.5F},
    {"Bugi", "NotoSansBuginese", 0},
    {"Buhd", "NotoSansBuhid", 0},
    {"Cans", "NotoSansCanadianAboriginal", 0},
    {"Cari", "NotoSansCarian", 0},
    {"Aghb", "NotoSansCaucasianAlbanian", 0},
    {"Cakm", "NotoSansChakma", 1.5F},
    {"Cham", "NotoSansCham", 1.5F},
    {"Cher", "NotoSansCherokee", 0},
    {"Copt", "NotoSansCoptic", 0},
    {"Xsux", "NotoSansCuneiform", 0},
    {"Cprt", "NotoSansCypriot", 0},
    {"Dsrt", "NotoSansDeseret", 0},
    {"Deva", "NotoSansDevanagari", 1.5F},
    {"Dupl", "NotoSansDuployan", 0},
    {"Egyp", "NotoSansEgyptianHieroglyphs", 0},
    {"Elba", "NotoSansElbasan", 0},
    {"Elym", "NotoSansElymaic", 0},
    {"Glag", "NotoSansGlagolitic", 0},
    {"Goth", "NotoSansGothic", 0},
    {"Gran", "NotoSansGrantha", 1.5F},
    {"Gujr", "NotoSansGujarati", 1.5F},
    {"Gong", "NotoSansGunjalaGondi", 1.5F},
    {"Guru", "NotoSansGurmukhi", 1.5F},
    {"Rohg", "NotoSansHanifiRohingya", 0},
    {"Hano", "NotoSansHanunoo", 0},
    {"Hatr", "NotoSansHatran", 0},
    {"Hebr", "NotoSansHebrew", 0},
    {"Armi", "NotoSansImperialAramaic", 0},
    {"Phli", "NotoSansInscriptionalPahlavi", 0},
    {"Prti", "NotoSansInscriptionalParthian", 0},
    {"Java", "NotoSansJavanese", 2.0F},
    {"Kthi", "NotoSansKaithi", 1.5F},
    {"Knda", "NotoSansKannada", 1.6F},
    {"Kali", "NotoSansKayahLi", 0},
    {"Khar", "NotoSansKharoshthi", 0},
    {"Khmr", "NotoSansKhmer", 1.8F},
    {"Khoj", "NotoSansKhojki", 1.5F},
    {"Sind", "NotoSansKhudawadi", 1.5F},
    {"Laoo", "NotoSansLao", 1.6F},
    {"Lepc", "NotoSansLepcha", 1.5F},
    {"Limb", "NotoSansLimbu", 1.5F},
    {"Lina", "NotoSansLinearA", 0},
    {"Linb", "NotoSansLinearB", 0},
    {"Lisu", "NotoSansLisu", 0},
    {"Lyci", "NotoSansLycian", 0},
    {"Lydi", "NotoSansLydian", 0},
    {"Mahj", "NotoSansMahajani", 0},
    {"Mlym", "NotoSansMalayalam", 1.5F},
    {"Mand", "NotoSansMandaic", 0},
    {"Mani", "NotoSansManichaean", 0},
    {"Marc", "NotoSansMarchen", 1.8F},
    {"Gonm", "NotoSansMasaramGondi", 1.5F},
    {"Medf", "NotoSansMedefaidrin", 0},
    {"Mtei", "NotoSansMeeteiMayek", 1.5F},
    {"Mend", "NotoSansMendeKikakui", 0},
    {"MercMero", "NotoSansMeroitic", 0},
    {"Plrd", "NotoSansMiao", 0},
    {"Modi", "NotoSansModi", 1.5F},
    {"Mong", "NotoSansMongolian", 1.5F},
    {"Mroo", "NotoSansMro", 0},
    {"Mult", "NotoSansMultani", 0},
    {"Mymr", "NotoSansMyanmar", 1.9F},
    {"Nkoo", "NotoSansNKo", 1.5F},
    {"Nbat", "NotoSansNabataean", 0},
    {"Talu", "NotoSansNewTaiLue", 0},
    {"Newa", "NotoSansNewa", 1.5F},
    {"Nshu", "NotoSansNushu", 0},
    {"Ogam", "NotoSansOgham", 0},
    {"Olck", "NotoSansOlChiki", 0},
    {"Hung", "NotoSansOldHungarian", 0},
    {"Ital", "NotoSansOldItalic", 0},
    {"Narb", "NotoSansOldNorthArabian", 0},
    {"Perm", "NotoSansOldPermic", 0},
    {"Xpeo", "NotoSansOldPersian", 0},
    {"Sogo", "NotoSansOldSogdian", 0},
    {"Sarb", "NotoSansOldSouthArabian", 0},
    {"Orkh", "NotoSansOldTurkic", 0},
    {"Orya", "NotoSansOriya", 1.5F},
    {"Osge", "NotoSansOsage", 0},
    {"Osma", "NotoSansOsmanya", 0},
    {"Hmng", "NotoSansPahawhHmong", 0},
    {"Palm", "NotoSansPalmyrene", 0},
    {"Pauc", "NotoSansPauCinHau", 0},
    {"Phag", "NotoSansPhagsPa", 0},
    {"Phnx", "NotoSansPhoenician", 0},
    {"Phlp", "NotoSansPsalterPahlavi", 0},
    {"Rjng", "NotoSansRejang", 0},
    {"Runr", "NotoSansRunic", 0},
    {"Samr", "NotoSansSamaritan", 0},
    {"Saur", "NotoSansSaurashtra", 1.5F},
    {"Shrd", "NotoSansSharada", 1.5F},
    {"Shaw", "NotoSansShavian", 0},
    {"Sidd", "NotoSansSiddham", 1.5F},
    {"Sgnw", "NotoSansSignWriting", 0},
    {"Sinh", "NotoSansSinhala", 1.5F},
    {"Sogd", "NotoSansSogdian", 0},
    {"Sora", "NotoSansSoraSompeng", 0},
    {"Soyo", "NotoSansSoyombo", 1.8F},
    {"Sund", "NotoSansSundanese", 1.5F},
    {"Sylo", "NotoSansSylotiNagri", 0},
    {"Syrc", "NotoSansSyriac", 1.5F},
    {"Tglg", "NotoSansTagalog", 0},
    {"Tagb", "NotoSansTagbanwa", 0},
    {"Tale", "NotoSansTaiLe", 0},
    {"Lana", "NotoSansTaiTham", 1.8F},
    {"Tavt", "NotoSansTaiViet", 0},
    {"Takr", "NotoSansTakri", 1.5F},
    {"Taml", "NotoSansTamil", 1.5F},
    {"Telu", "NotoSansTelugu", 1.6F},
    {"Thaa", "NotoSansThaana", 1.5F},
    {"Thai", "NotoSansThai", 1.6F},
    {"Tfng", "NotoSansTifinagh", 0},
    {"Tirh", "NotoSansTirhuta", 1.5F},
    {"Ugar", "NotoSansUgaritic", 0},
    {"Vaii", "NotoSansVai", 0},
    {"Wcho", "NotoSansWancho", 0},
    {"Wara", "NotoSansWarangCiti", 0},
    {"Yiii", "NotoSansYi", 0},
    {"Zanb", "NotoSansZanabazarSquare", 1.8F},
    {"Ahom", "NotoSerifAhom", 1.5F},
    {"Dogr", "NotoSerifDogra", 1.5F},
    {"Hmnp", "NotoSerifNyiakengPuachueHmong", 0},
    {"Tang", "NotoSerifTangut", 0},
    {"Tibt", "NotoSerifTibetan", 2.2F},
    {"Yezi", "NotoSerifYezidi", 0},
    {"", "NotoSansSymbols", 0},
    {"Brai", "NotoSansSymbols2", 0},
    {"", "NotoSansMath", 0},
    {"", "NotoMusic", 0},
    {"HaniHiraKanaBopoHang", "NotoSansCJK", 1.35F},
};
constexpr std::size_t kCollection = std::size(kRows) - 1;
constexpr auto kSymbols = [] {
  std::array<Family, 5> last{};
  for (std::size_t i = 0; i < last.size(); ++i)
    last[i] = static_cast<Family>(std::size(kRows) - last.size() + i);
  return last;
}();
static_assert(std::size(kRows) < static_cast<std::size_t>(Family::kMissing));

const Row& row_of(Family family) { return kRows[static_cast<std::size_t>(family)]; }

constexpr std::uint32_t tag_at(std::string_view scripts, std::size_t at) {
  const auto letter = [&](std::size_t i) { return static_cast<std::uint32_t>(scripts[at + i]) & 0xFFU; };
  return letter(0) << 24U | letter(1) << 16U | letter(2) << 8U | letter(3);
}

bool has_script(const Row& row, std::uint32_t script) {
  for (std::size_t at = 0; at + 4 <= row.scripts.size(); at += 4)
    if (tag_at(row.scripts, at) == script) return true;
  return false;
}

// The blocks "CJK Symbols and Punctuation" and "Halfwidth and Fullwidth Forms".
bool is_ideographic_sign(std::uint32_t code_point) {
  return (code_point >= 0x3000 && code_point <= 0x303F) || (code_point >= 0xFF00 && code_point <= 0xFFEF);
}

}  // namespace

Family family_of_script(std::uint32_t script) {
  if (script == HB_SCRIPT_LATIN || script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED)
    return Family::kSans;
  const auto* const found = std::find_if(std::begin(kRows), std::end(kRows),
                                         [&](const Row& row) { return has_script(row, script); });
  return found == std::end(kRows) ? Family::kSans : static_cast<Family>(found - std::begin(kRows));
}

Family family_of(std::uint32_t code_point) {
  if (code_point < 0x0370) return Family::kSans;
  if (is_ideographic_sign(code_point)) return static_cast<Family>(kCollection);
  return family_of_script(hb_unicode_script(hb_unicode_funcs_get_default(), code_point));
}

std::span<const Family> symbol_families() { return kSymbols; }

std::string_view stem_of(Family family) { return row_of(family).stem; }

std::string script_name(Family family) {
  if (is_collection(family)) return "Chinese, Japanese and Korean";
  std::string name;
  std::string_view stem = stem_of(family);
  for (const std::string_view prefix : {"NotoSans", "NotoSerif", "Noto"})
    if (stem.starts_with(prefix)) {
      stem.remove_prefix(prefix.size());
      break;
    }
  for (const char letter : stem) {
    const bool is_word = letter >= 'A' && letter <= 'Z' && !name.empty() && name.back() >= 'a';
    if (is_word) name += ' ';
    name += letter;
  }
  return name;
}

std::string_view package_of(Family family) {
  return is_collection(family) ? "fonts-noto-cjk" : "fonts-noto-core";
}

bool is_collection(Family family) { return static_cast<std::size_t>(family) == kCollection; }

float line_height_of(Family family) { return row_of(family).line_height; }

}  // namespace tertulia::ui
