// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/breaks.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

constexpr auto kHalfAnHour = std::chrono::minutes(30);

TEST(breaks, a_title_that_names_only_a_break_is_one_in_every_language) {
  for (const char* title : {"Coffee break",
                            "LUNCH",
                            "Tea",
                            "Break",
                            "Morning coffee",
                            "Welcome coffee",
                            "Lunch & networking",
                            "Pause",
                            "Pause café",
                            "Pause-café",
                            "Déjeuner",
                            "Petit déjeuner",
                            "Pause de midi",
                            "Pausa",
                            "Pausa para el café",
                            "Almuerzo",
                            "Almuerzo libre",
                            "Refrigerio",
                            "Intervalo",
                            "Almoço",
                            "Café de boas-vindas",
                            "Pequeno-almoço",
                            "استراحة",
                            "استراحة قهوة",
                            "استراحة الغداء",
                            "الغداء",
                            "اِستِراحة",
                            "ዕረፍት",
                            "እረፍት",
                            "የቡና ዕረፍት",
                            "ምሳ",
                            "የምሳ ሰዓት",
                            "შესვენება",
                            "ყავის შესვენება",
                            "სადილი",
                            "ᲡᲐᲓᲘᲚᲘ",
                            "Mapumziko",
                            "Mapumziko ya chai",
                            "Chakula cha mchana",
                            "Kaffeepause",
                            "Mittagspause",
                            "Pranzo",
                            "Coffee break 2",
                            "Lunch (60 min)"})
    EXPECT_TRUE(is_break_title(title, kHalfAnHour)) << title;
}

TEST(breaks, a_meal_with_its_place_is_a_break) {
  for (const char* title :
       {"Lunch at the canteen", "Déjeuner au musée", "Almuerzo en el comedor", "Almoço no jardim",
        "Dinner in the old town", "Coffee break, offered by the city"})
    EXPECT_TRUE(is_break_title(title, kHalfAnHour)) << title;
}

TEST(breaks, a_session_with_a_word_of_a_break_in_it_is_a_session) {
  for (const char* title :
       {"Break-out groups", "Breakout session", "Breaking the ice", "Working lunch", "World café",
        "Déjeuner-débat", "Lunch with the minister", "Coffee: a value chain", "Café philosophique",
        "Tea growers", "Almuerzo de trabajo", "Chakula na usalama wake", "Opening", "", "2027"})
    EXPECT_FALSE(is_break_title(title, kHalfAnHour)) << title;
}

TEST(breaks, what_is_longer_than_a_break_can_be_is_none) {
  EXPECT_TRUE(is_break_title("Dinner", std::chrono::hours(3)));
  EXPECT_FALSE(is_break_title("Break", std::chrono::hours(24)));
  EXPECT_FALSE(is_break_title("Coffee break, offered by the city", std::chrono::hours(2)));
}

TEST(breaks, a_kind_names_a_break_by_the_same_words) {
  for (const char* kind : {"Break", "Coffee Break", "Intervalo", "Kaffeepause", "break/lunch"})
    EXPECT_TRUE(is_break_kind(kind)) << kind;
  for (const char* kind : {"Breakout", "Workshop", "Food", ""}) EXPECT_FALSE(is_break_kind(kind)) << kind;
}

}  // namespace
}  // namespace tertulia::formats
