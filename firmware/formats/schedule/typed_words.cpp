// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/typed_words.h"

#include <array>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

struct Named {
  int number;
  std::string_view name;  // as plain_typed leaves it
};

// Every language's names; equal ones stand once. Abbreviations are beginnings of these.
constexpr std::array kMonths = {
    Named{1, "january"},   Named{1, "janvier"},    Named{1, "enero"},      Named{1, "janeiro"},
    Named{1, "يناير"},     Named{1, "جانفي"},      Named{1, "ጃንዩወሪ"},      Named{1, "ጃንዋሪ"},
    Named{1, "იანვარი"},   Named{2, "february"},   Named{2, "fevrier"},    Named{2, "febrero"},
    Named{2, "fevereiro"}, Named{2, "فبراير"},     Named{2, "فيفري"},      Named{2, "ፌብሩወሪ"},
    Named{2, "ፌብሩዋሪ"},     Named{2, "თებერვალი"},  Named{3, "march"},      Named{3, "mars"},
    Named{3, "marzo"},     Named{3, "marco"},      Named{3, "machi"},      Named{3, "مارس"},
    Named{3, "ማርች"},       Named{3, "მარტი"},      Named{4, "april"},      Named{4, "aprili"},
    Named{4, "avril"},     Named{4, "abril"},      Named{4, "أبريل"},      Named{4, "ابريل"},
    Named{4, "أفريل"},     Named{4, "ኤፕሪል"},       Named{4, "აპრილი"},     Named{5, "may"},
    Named{5, "mai"},       Named{5, "mayo"},       Named{5, "maio"},       Named{5, "mei"},
    Named{5, "مايو"},      Named{5, "ماي"},        Named{5, "ሜይ"},         Named{5, "მაისი"},
    Named{6, "june"},      Named{6, "juin"},       Named{6, "junio"},      Named{6, "junho"},
    Named{6, "juni"},      Named{6, "يونيو"},      Named{6, "جوان"},       Named{6, "ጁን"},
    Named{6, "ივნისი"},    Named{7, "july"},       Named{7, "juillet"},    Named{7, "julio"},
    Named{7, "julho"},     Named{7, "julai"},      Named{7, "يوليو"},      Named{7, "جويلية"},
    Named{7, "ጁላይ"},       Named{7, "ივლისი"},     Named{8, "august"},     Named{8, "aout"},
    Named{8, "agosto"},    Named{8, "agosti"},     Named{8, "أغسطس"},      Named{8, "اغسطس"},
    Named{8, "أوت"},       Named{8, "ኦገስት"},       Named{8, "აგვისტო"},    Named{9, "september"},
    Named{9, "septembre"}, Named{9, "septiembre"}, Named{9, "setembro"},   Named{9, "septemba"},
    Named{9, "سبتمبر"},    Named{9, "ሴፕቴምበር"},     Named{9, "სექტემბერი"}, Named{10, "october"},
    Named{10, "octobre"},  Named{10, "octubre"},   Named{10, "outubro"},   Named{10, "oktoba"},
    Named{10, "أكتوبر"},   Named{10, "اكتوبر"},    Named{10, "ኦክቶበር"},     Named{10, "ოქტომბერი"},
    Named{11, "november"}, Named{11, "novembre"},  Named{11, "noviembre"}, Named{11, "novembro"},
    Named{11, "novemba"},  Named{11, "نوفمبر"},    Named{11, "ኖቬምበር"},     Named{11, "ნოემბერი"},
    Named{12, "december"}, Named{12, "decembre"},  Named{12, "diciembre"}, Named{12, "dezembro"},
    Named{12, "desemba"},  Named{12, "ديسمبر"},    Named{12, "ዲሴምበር"},     Named{12, "დეკემბერი"}};

constexpr std::array kWeekdays = {
    Named{0, "monday"},   Named{0, "lundi"},     Named{0, "lunes"},     Named{0, "segunda"},
    Named{0, "الاثنين"},  Named{0, "الإثنين"},   Named{0, "ሰኞ"},        Named{0, "ორშაბათი"},
    Named{0, "jumatatu"}, Named{1, "tuesday"},   Named{1, "mardi"},     Named{1, "martes"},
    Named{1, "terca"},    Named{1, "الثلاثاء"},  Named{1, "ማክሰኞ"},      Named{1, "სამშაბათი"},
    Named{1, "jumanne"},  Named{2, "wednesday"}, Named{2, "mercredi"},  Named{2, "miercoles"},
    Named{2, "quarta"},   Named{2, "الأربعاء"},  Named{2, "الاربعاء"},  Named{2, "ረቡዕ"},
    Named{2, "ዕሮብ"},      Named{2, "ოთხშაბათი"}, Named{2, "jumatano"},  Named{3, "thursday"},
    Named{3, "jeudi"},    Named{3, "jueves"},    Named{3, "quinta"},    Named{3, "الخميس"},
    Named{3, "ሐሙስ"},      Named{3, "ሀሙስ"},       Named{3, "ხუთშაბათი"}, Named{3, "alhamisi"},
    Named{4, "friday"},   Named{4, "vendredi"},  Named{4, "viernes"},   Named{4, "sexta"},
    Named{4, "الجمعة"},   Named{4, "ዓርብ"},       Named{4, "አርብ"},       Named{4, "პარასკევი"},
    Named{4, "ijumaa"},   Named{5, "saturday"},  Named{5, "samedi"},    Named{5, "sabado"},
    Named{5, "السبت"},    Named{5, "ቅዳሜ"},       Named{5, "შაბათი"},    Named{5, "jumamosi"},
    Named{6, "sunday"},   Named{6, "dimanche"},  Named{6, "domingo"},   Named{6, "الأحد"},
    Named{6, "الاحد"},    Named{6, "እሁድ"},       Named{6, "კვირა"},     Named{6, "jumapili"}};

bool is_latin(std::string_view text) {
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

// Latin names are cut to three letters or more; Georgian ones change their last letter.
bool names(std::string_view word, std::string_view name) {
  if (word == name) return true;
  if (is_latin(name)) return word.size() >= 3 && name.starts_with(word);
  constexpr std::size_t kLetter = 3;  // bytes of a Georgian or Ethiopic one
  return name.size() > 4 * kLetter && word.starts_with(name.substr(0, name.size() - kLetter));
}

template <std::size_t kCount>
std::optional<int> number_named(const std::array<Named, kCount>& table, std::string_view word) {
  std::optional<int> found;
  for (const auto& [number, name] : table) {
    if (word == name) return number;
    if (!names(word, name)) continue;
    if (found && *found != number) return std::nullopt;
    found = number;
  }
  return found;
}

// The ASCII digit of a decimal digit of Arabic, Persian or an Indic script; 0 when it is none.
char ascii_digit(char32_t c) {
  for (const char32_t zero : {U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\uFF10'})
    if (c >= zero && c < zero + 10) return static_cast<char>('0' + static_cast<int>(c - zero));
  return 0;
}

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2192; }

}  // namespace

std::string plain_typed(std::string_view text) {
  std::string plain;
  each_code_point(to_plain_latin(squashed(text)), [&](const CodePoint& next) {
    if (const char digit = ascii_digit(next.value))
      plain += digit;
    else if (is_dash(next.value))
      plain += '-';
    else if (next.value == 0x066B || next.value == 0x060C)  // Arabic decimal sign and comma
      plain += ',';
    else
      append_code_point(plain, next.value);
  });
  return plain;
}

TypedParts parts_of(std::string_view plain) {
  enum class Kind { kNone, kNumber, kWord };
  TypedParts parts;
  Kind last = Kind::kNone;
  for (const char c : plain) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    const Kind kind = is_digit ? Kind::kNumber : is_letter ? Kind::kWord : Kind::kNone;
    if (kind != Kind::kNone) {
      std::vector<std::string>& group = is_digit ? parts.numbers : parts.words;
      if (kind != last) group.emplace_back();
      group.back() += c;
    }
    last = kind;
  }
  return parts;
}

std::optional<unsigned> month_named(std::string_view plain_word) {
  const auto number = number_named(kMonths, plain_word);
  if (!number) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::optional<int> weekday_named(std::string_view plain_word) { return number_named(kWeekdays, plain_word); }

bool is_word_for_day(std::string_view plain_word) {
  return is_one_of(plain_word,
                   {"day", "jour", "journee", "dia", "jornada", "siku", "اليوم", "يوم", "ቀን", "დღე", "tag"});
}

}  // namespace tertulia::formats
