// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/calendar_words.h"

#include <gtest/gtest.h>

#include "firmware/program/languages.h"

namespace tertulia {
namespace {

TEST(calendar_words, are_those_of_the_catalogue) {
  const Catalogues catalogues = built_in_catalogues();
  const formats::CalendarWords french = calendar_words(catalogues.of("fr"));
  EXPECT_EQ(french.months.front(), "janvier");
  EXPECT_EQ(french.months.back(), "décembre");
  EXPECT_EQ(french.days.front(), "dimanche");
  EXPECT_EQ(french.days.back(), "samedi");
}

TEST(calendar_words, are_the_short_ones_of_odk_in_english_and_where_there_is_no_catalogue) {
  const Catalogues catalogues = built_in_catalogues();
  for (const char* language : {"en", "xx"}) {
    EXPECT_EQ(calendar_words(catalogues.of(language)).months[4], "May") << language;
    EXPECT_EQ(calendar_words(catalogues.of(language)).days[2], "Tue") << language;
  }
}

}  // namespace
}  // namespace tertulia
