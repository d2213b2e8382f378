// SPDX-License-Identifier: Apache-2.0
// Orders, acknowledgements, stars and sliders in an XLSForm.
#include "firmware/domain/emphasis.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {
namespace {

constexpr const char* kHeader = "type,name,label,parameters,appearance";

tertulia::Range range(const std::string& parameters, const std::string& appearance = "") {
  const FormReading reading = read_survey_rows(kHeader, ",range,a,A," + parameters + "," + appearance + "\n");
  EXPECT_TRUE(reading.form);
  return std::get<tertulia::Range>(reading.question("a").kind);
}

TEST(form_kinds, an_order_is_read_with_its_list) {
  const FormReading reading = read_survey_rows("type,name,label", ",rank five,a,A\n,rank nothing,b,B\n");
  EXPECT_FALSE(reading.form) << "the list of b is missing";
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!B4", "'nothing'"));
  const FormReading one = read_survey_rows("type,name,label", ",rank five,a,A\n");
  EXPECT_EQ(std::get<Ranking>(one.question("a").kind).choices.size(), 5U);
}

TEST(form_kinds, texts_lose_their_markup_but_for_bold_words_and_a_constraint_keeps_its_message) {
  const FormReading reading =
      read_survey_rows("type,name,label,hint,constraint,constraint_message",
                       ",integer,a,**How** many?,<b>A</b> number,. < 9,_Too_ many.\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.question("a").label.in("en"), in_bold("How") + " many?");
  EXPECT_EQ(reading.question("a").hint.in("en"), in_bold("A") + " number");
  EXPECT_EQ(reading.question("a").constraint_message.in("en"), "Too many.");
}

TEST(form_kinds, an_acknowledgement_has_two_names) {
  const FormReading reading = read_survey_rows("type,name,label", ",acknowledge,a,A\n,trigger,b,B\n");
  ASSERT_TRUE(reading.form);
  for (const char* name : {"a", "b"})
    EXPECT_TRUE(std::holds_alternative<Acknowledge>(reading.question(name).kind)) << name;
}

TEST(form_kinds, a_range_is_numbers_stars_or_a_slider) {
  EXPECT_EQ(range("start=1 end=5").look, RangeLook::kSteps);
  EXPECT_EQ(range("start=1 end=5", "rating").look, RangeLook::kStars);
  EXPECT_EQ(range("start=1 end=5", "slider").look, RangeLook::kSlider);
  EXPECT_EQ(range("start=0 end=10").look, RangeLook::kSteps);
  EXPECT_EQ(range("start=0 end=17").look, RangeLook::kSlider) << "so that every value is offered";
}

TEST(form_kinds, more_stars_than_ten_are_numbers_and_that_is_said) {
  const FormReading reading = read_survey_rows(kHeader, ",range,a,A,start=1 end=20,rating\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(std::get<tertulia::Range>(reading.question("a").kind).look, RangeLook::kSlider);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!F3", "more than 10 stars"));
}

}  // namespace
}  // namespace tertulia::formats
