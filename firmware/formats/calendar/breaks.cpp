// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/breaks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "firmware/formats/text/words.h"

namespace tertulia::formats {
namespace {

using Words = std::vector<std::string>;

// A dinner may take an evening. What is longer is a day of its own.
constexpr auto kLongestBreak = std::chrono::hours(4);
// With other words in the title only a short entry is a break.
constexpr auto kLongestCoffee = std::chrono::minutes(75);

// The words below are as plain_words() leaves them. Each of these names a break or a meal.
constexpr std::string_view kBreaks =
    " break breaks coffee coffeebreak tea lunch luncheon lunchtime dinner supper breakfast brunch snack "
    "snacks"
    " refreshment refreshments recess intermission"
    " pause pauses cafe dejeuner diner gouter collation"                               // French
    " pausa pausas receso descanso almuerzo comida cena desayuno merienda refrigerio"  // Spanish
    " intervalo almoco jantar lanche cafezinho"                                        // Portuguese
    " استراحه قهوه شاي غداء فطور افطار عشاء"                                           // Arabic
    " እረፍት ቡና የቡና ሻይ የሻይ ምሳ የምሳ ቁርስ እራት የእራት"                                          // Amharic
    " შესვენება ყავა ყავის ჩაი ჩაის სადილი სადილის ლანჩი ლანჩის ვახშამი საუზმე"        // Georgian
    " mapumziko chai kahawa chakula kifungua"                                          // Swahili
    " kaffee kaffeepause mittagspause teepause mittagessen abendessen fruhstuck"       // German
    " pranzo colazione caffe ";                                                        // Italian

// These go with a break and name nothing else.
constexpr std::string_view kFillers =
    " a the and or of for time hour long short morning afternoon midday noon evening welcome farewell "
    "networking"
    " light buffet free health min mins minutes"
    " et de du des d l la le les petit matin matinee midi apres soir accueil bienvenue"
    " y e el los para por libre te manana tarde noche mediodia bienvenida"
    " o do da cha pequeno manha noite boas vindas"
    " و صباح مساء ترحيب وجبه"
    " ሰአት ጊዜ"
    " და დრო"
    " ya wa na za saa mchana asubuhi jioni usiku kinywa makaribisho"
    " und di ";

// With these a place begins: "Lunch at the canteen", "Almuerzo en el comedor".
constexpr std::string_view kPlaces = " at in on au aux chez dans sur en al no em ao في katika im bei presso ";

// Somebody works meanwhile, or the words mean something else.
constexpr std::string_view kWork =
    " working work session sessions workshop debate debat talk talks panel discussion meeting briefing"
    " presentation seminar lecture conference out group groups with world"
    " avec travail reunion atelier monde con trabajo sesion taller mundial com trabalho reuniao sessao "
    "oficina"
    " مع عمل kazi mit ";

bool is_break_word(const std::string& word) { return is_word_of(kBreaks, word); }

bool is_number(const std::string& word) { return word.find_first_not_of("0123456789") == std::string::npos; }

bool names_only_a_break(const Words& words) {
  return std::any_of(words.begin(), words.end(), is_break_word) &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return is_break_word(word) || is_word_of(kFillers, word) || is_number(word);
         });
}

// "Lunch at the canteen": up to the preposition it names only a break.
bool names_a_break_at_a_place(const Words& words) {
  const auto place = std::find_if(words.begin(), words.end(),
                                  [](const std::string& word) { return is_word_of(kPlaces, word); });
  return place != words.end() && names_only_a_break({words.begin(), place});
}

// "Networking coffee break, offered by the city": two words of a break side by side.
bool has_two_break_words(const Words& words) {
  const auto both = [](const std::string& first, const std::string& second) {
    return is_break_word(first) && is_break_word(second);
  };
  return std::adjacent_find(words.begin(), words.end(), both) != words.end();
}

}  // namespace

bool is_break_kind(std::string_view kind) { return names_only_a_break(plain_words(kind)); }

bool is_break_title(std::string_view title, Milliseconds length) {
  if (length > kLongestBreak) return false;
  const Words words = plain_words(title);
  if (names_only_a_break(words)) return true;
  const bool is_work = std::any_of(words.begin(), words.end(),
                                   [](const std::string& word) { return is_word_of(kWork, word); });
  if (is_work) return false;
  const bool has_one_part = plain_parts(title).size() == 1;  // "Coffee: in search of a market" is a session
  return (has_one_part && names_a_break_at_a_place(words)) ||
         (length <= kLongestCoffee && has_two_break_words(words));
}

}  // namespace tertulia::formats
