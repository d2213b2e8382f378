// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/searchable.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

TEST(searchable, has_no_case) { EXPECT_EQ(searchable("São TOMÉ"), "sao tome"); }

TEST(searchable, has_no_accents_however_they_are_written) {
  EXPECT_EQ(searchable("Évora"), "evora");
  EXPECT_EQ(searchable("E\u0301vora"), "evora");
  EXPECT_EQ(searchable("Łódź, Ærø"), "lodz aero");
  EXPECT_EQ(searchable("Straße"), searchable("STRASSE"));
  EXPECT_EQ(searchable("DİYARBAKIR"), searchable("diyarbakır"));
}

TEST(searchable, takes_forms_of_an_arabic_letter_for_the_letter) {
  EXPECT_EQ(searchable("أحمد"), searchable("احمد"));
  EXPECT_EQ(searchable("مدرسة"), searchable("مدرسه"));
  EXPECT_EQ(searchable("مُحَمَّد"), searchable("محمد"));
  EXPECT_EQ(searchable("مصطفى"), searchable("مصطفي"));
  EXPECT_EQ(searchable("محـــمد"), searchable("محمد"));
}

TEST(searchable, takes_amharic_letters_of_one_sound_for_one) {
  EXPECT_EQ(searchable("ሐረር"), searchable("ሀረር"));
  EXPECT_EQ(searchable("ሠላም"), searchable("ሰላም"));
  EXPECT_EQ(searchable("ፀሐይ"), searchable("ጸሀይ"));
  EXPECT_NE(searchable("ሰላም"), searchable("ሸላም"));
}

TEST(searchable, leaves_ethiopic_and_georgian_as_they_are) {
  EXPECT_EQ(searchable("አዲስ አበባ"), "አዲስ አበባ");
  EXPECT_EQ(searchable("თბილისი"), "თბილისი");
}

TEST(searchable, has_one_blank_for_whatever_stands_between_words) {
  EXPECT_EQ(searchable("  St.  John’s-Town (east) "), "st john s town east");
  EXPECT_EQ(searchable("St. John's"), searchable("st john’s"));
  EXPECT_EQ(searchable("አዲስ፡አበባ"), searchable("አዲስ አበባ"));
  EXPECT_EQ(searchable("…"), "");
  EXPECT_EQ(searchable("C++"), "c++");
}

TEST(searchable, takes_bytes_that_are_no_text) { EXPECT_EQ(searchable("a\xFFz"), "a\uFFFDz"); }

}  // namespace
}  // namespace tertulia
