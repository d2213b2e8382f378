// SPDX-License-Identifier: Apache-2.0
// A visitor whose answer is not possible is told what is.
#include "firmware/app/kiosk/limit_texts.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/support/sample_device.h"

using namespace tertulia;
using tertulia::test::plain;

namespace {

const Catalogue kEnglish;
const double kInfinity = std::numeric_limits<double>::infinity();

template <class Kind>
std::string said(const Kind& kind) {
  return plain(limit_text(kind, kEnglish));
}

TEST(limit_text, names_both_ends_or_the_one_that_there_is) {
  EXPECT_EQ(said(Integer{0, 20}), "Please give a number from 0 to 20.");
  EXPECT_EQ(said(Integer{-5, {}}), "Please give a number that is at least -5.");
  EXPECT_EQ(said(Integer{{}, 20}), "Please give a number that is at most 20.");
  EXPECT_EQ(said(Integer{}), "This number is not possible here.");
}

TEST(limit_text, of_a_decimal_has_no_zeros_at_its_end) {
  EXPECT_EQ(said(Decimal{0.5, 100}), "Please give a number from 0.5 to 100.");
}

TEST(limit_text, names_the_number_that_the_author_wrote_and_says_that_it_is_not_in) {
  EXPECT_EQ(said(Decimal{std::nextafter(0.0, kInfinity), {}}), "Please give a number above 0.");
  EXPECT_EQ(said(Decimal{{}, std::nextafter(2.5, -kInfinity)}), "Please give a number below 2.5.");
  EXPECT_EQ(said(Decimal{std::nextafter(0.0, kInfinity), std::nextafter(1.0, -kInfinity)}),
            "Please give a number above 0. Please give a number below 1.");
  EXPECT_EQ(said(Decimal{std::nextafter(0.0, kInfinity), 100}),
            "Please give a number above 0. Please give a number that is at most 100.");
}

TEST(limit_text, writes_days_as_they_are_typed) {
  EXPECT_EQ(said(Date{"2027-05-10", "2027-05-13"}), "Please give a date from 10/05/2027 to 13/05/2027.");
  EXPECT_EQ(said(Date{"2027-05-10", ""}), "Please give a date that is not before 10/05/2027.");
  EXPECT_EQ(said(Date{"", "2027-05-13"}), "Please give a date that is not after 13/05/2027.");
}

TEST(limit_text, says_how_many_choices_there_are) {
  EXPECT_EQ(said(SelectMultiple{{}, 1}), "You can choose 1. Touch it to take it back.");
  EXPECT_EQ(said(SelectMultiple{{}, 3}), "You can choose up to 3. Touch one to take it back.");
}

}  // namespace
