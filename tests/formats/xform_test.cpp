// SPDX-License-Identifier: Apache-2.0
// What the corpus of forms does not show of an XForm.
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {
namespace {

FormReading read_controls(const std::string& instance, const std::string& controls) {
  FormReading reading;
  const std::string text =
      R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>)"
      R"(<instance><data id="f">)" +
      instance + "</data></instance></model></h:head><h:body>" + controls + "</h:body></h:html>";
  reading.form = read_form({"forms/f.xml", text}, "en", reading.findings);
  return reading;
}

TEST(xform, a_textarea_takes_several_lines) {
  const FormReading reading =
      read_controls("<a/><b/>", R"(<textarea ref="/data/a"><label>A</label></textarea>)"
                                R"(<input ref="/data/b"><label>B</label></input>)");
  EXPECT_TRUE(std::get<Text>(reading.question("a").kind).multiline);
  EXPECT_FALSE(std::get<Text>(reading.question("b").kind).multiline);
}

TEST(xform, what_a_label_or_hint_refers_to_is_not_asked) {
  const FormReading reading = read_controls(
      "<a/><b/>",
      R"(<input ref="/data/a"><label ref="/data/b">A</label><hint ref="/data/b">B</hint></input>)");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->pages.size(), 1U);
}

TEST(xform, a_name_is_looked_for_within_its_group_first) {
  const FormReading reading = read_controls(
      "<g><a/></g>", R"(<group ref="/data/g"><input ref="a"><label>In</label></input></group>)");
  EXPECT_EQ(reading.question("a").label.in("en"), "In");
}

TEST(xform, what_phones_record_by_themselves_is_said_to_be_left_out) {
  const FormReading reading = read_controls(
      "<a/><b/>",
      R"(<input ref="/data/a"><label>A</label><setgeopoint event="xforms-value-changed" ref="/data/b"/></input>)"
      R"(<recordaudio event="odk-instance-load" ref="/data/b"/>)");
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 1", "<setgeopoint> is left out: a kiosk records"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 1", "<recordaudio> is left out"));
}

}  // namespace
}  // namespace tertulia::formats
