// SPDX-License-Identifier: Apache-2.0
// Pictures of questions and choices: files beside the form.
#include <map>

#include "firmware/domain/limits.h"
#include "firmware/formats/pack/pack.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"
#include "tests/formats/packs.h"
#include "tests/formats/pictures.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;

using Files = std::map<std::string, std::string>;

FormReading read_with_pictures(const std::string& text, const Files& files) {
  FormReading reading;
  const FilesBeside beside = [&](const std::string& name) -> std::optional<SourceFile> {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return SourceFile{"forms/" + found->first, found->second};
  };
  reading.form = read_form({"forms/pulse.csv", text}, "en", reading.findings, beside);
  return reading;
}

FormReading read_rows(const std::string& rows, const Files& files) {
  return read_with_pictures("survey\n,type,name,label,image,media::image::French (fr)\n" + rows, files);
}

std::vector<std::string> names_of(const FormReading& reading) {
  std::vector<std::string> names;
  if (reading.form)
    for (const FormPicture& each : reading.form->pictures) names.push_back(each.name);
  return names;
}

TEST(form_pictures, a_question_shows_a_file_beside_the_form) {
  const FormReading reading = read_rows(",text,a,A,a.png,\n", {{"a.png", plain_png(4, 3)}});
  EXPECT_EQ(reading.question("a").picture, LocalizedText("en", "a.png"));
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->picture("a.png").size(), (PictureSize{4, 3}));
  EXPECT_FALSE(reading.form->picture("b.png").exists());
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_pictures, each_language_may_have_its_own) {
  const FormReading reading =
      read_rows(",text,a,A,a.png,b.png\n", {{"a.png", plain_png(4, 3)}, {"b.png", plain_png(5, 5)}});
  EXPECT_EQ(reading.question("a").picture.in("fr"), "b.png");
  EXPECT_EQ(reading.question("a").picture.in("am", "en"), "a.png");
}

TEST(form_pictures, one_that_many_show_is_there_once) {
  const FormReading reading = read_with_pictures(
      "survey\n,type,name,label,image\n,select_one towns,a,A,a.png\n,select_multiple towns,b,B,a.png\n"
      "choices\n,list_name,name,label,media::image\n,towns,x,X,a.png\n,towns,y,Y,jr://images/a.png\n",
      {{"a.png", plain_png(4, 3)}});
  EXPECT_THAT(names_of(reading), testing::ElementsAre("a.png"));
  EXPECT_EQ(choices_of(reading.question("b").kind)->at(1).picture, LocalizedText("en", "a.png"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_pictures, one_that_is_missing_is_said_at_each_cell_and_the_form_goes_without) {
  const FormReading reading = read_rows(",text,a,A,a.png,\n,text,b,B,,a.png\n", {});
  ASSERT_TRUE(reading.form);
  EXPECT_TRUE(reading.question("a").picture.empty());
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E3", "'a.png' is missing"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!F4", "put it beside the form"));
}

TEST(form_pictures, one_that_cannot_be_read_is_said_with_cell_file_and_cure) {
  const FormReading reading = read_rows(",text,a,A,a.png,\n", {{"a.png", "GIF89a, and so on"}});
  EXPECT_TRUE(reading.question("a").picture.empty());
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("survey!E3", "'forms/a.png' is not shown. This is a GIF; export it as PNG or JPEG."));
}

TEST(form_pictures, one_that_depends_on_an_answer_is_not_shown) {
  const FormReading reading = read_rows(",text,a,A,,\n,text,b,B,${a}.png,\n", {});
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E4", "depends on an answer"));
}

TEST(form_pictures, that_of_a_group_or_of_what_is_ranked_is_not_shown) {
  const FormReading reading = read_with_pictures(
      "survey\n,type,name,label,image\n,begin group,g,G,a.png\n,rank towns,a,A,\n,end group,,,\n"
      "choices\n,list_name,name,label,image\n,towns,x,X,a.png\n,towns,y,Y,\n",
      {{"a.png", plain_png(4, 3)}});
  EXPECT_TRUE(choices_of(reading.question("a").kind)->at(0).picture.empty());
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E3", "The picture of a group is not shown"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B4", "put in order are not shown"));
}

TEST(form_pictures, faces_take_the_place_of_pictures) {
  std::string text =
      "survey\n,type,name,label,appearance\n,select_one "
      "five,a,A,faces\nchoices\n,list_name,name,label,image\n";
  for (const char* name : {"1", "2", "3", "4", "5"}) text += std::string(",five,") + name + ",X,a.png\n";
  const FormReading reading = read_with_pictures(text, {{"a.png", plain_png(4, 3)}});
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B3", "faces are"));
}

// What does not compress: noise.
std::string noise(std::uint32_t seed) {
  std::vector<std::uint8_t> rgba;
  for (int i = 0; i < 640 * 640 * 4; ++i) {
    seed = seed * 1664525 + 1013904223;
    rgba.push_back(i % 4 == 3 ? 255 : static_cast<std::uint8_t>(seed >> 24U));
  }
  return png(640, 640, rgba);
}

TEST(form_pictures, those_that_a_device_has_no_room_for_are_left_out_one_by_one) {
  Files files;
  std::string rows;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) {
    files[std::string(name) + ".png"] = noise(static_cast<std::uint32_t>(*name));
    rows += std::string(",text,") + name + "," + name + "," + name + ".png,\n";
  }
  rows += ",text,z,Z,z.png,\n";
  files["z.png"] = plain_png(4, 3);
  const FormReading reading = read_rows(rows, files);
  ASSERT_TRUE(reading.form);
  EXPECT_LE(bytes_of_pictures(*reading.form), kMostPictureBytes);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E10", "'forms/h.png' has no room beside the others"));
  EXPECT_EQ(names_of(reading).back(), "z.png") << "a small one still has room";
}

TEST(form_pictures, an_xform_names_them_in_the_texts_of_labels) {
  FormReading reading;
  const std::string picture = plain_png(4, 3);
  const FilesBeside beside = [&](const std::string& name) -> std::optional<SourceFile> {
    if (name != "a.png" && name != "b.png") return std::nullopt;
    return SourceFile{name, picture};
  };
  const std::string xml =
      "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
      "<h:title>P</h:title><model><itext><translation lang=\"English (en)\">"
      "<text id=\"q\"><value>Which?</value><value form=\"image\">jr://images/a.png</value></text>"
      "<text id=\"x\"><value>X</value><value form=\"image\">jr://images/b.png</value></text>"
      "</translation></itext><instance><data id=\"p\"><q/></data></instance>"
      "<bind nodeset=\"/data/q\" type=\"string\"/></model></h:head><h:body><select1 ref=\"/data/q\">"
      "<label ref=\"jr:itext('q')\"/><item><label ref=\"jr:itext('x')\"/><value>x</value></item>"
      "</select1></h:body></h:html>";
  reading.form = read_form({"forms/p.xml", xml}, "en", reading.findings, beside);
  EXPECT_EQ(reading.question("q").picture, LocalizedText("en", "a.png"));
  EXPECT_EQ(choices_of(reading.question("q").kind)->at(0).picture, LocalizedText("en", "b.png"));
}

TEST(pack, a_picture_lies_beside_its_form_or_in_its_folder_of_media_and_is_no_form) {
  FileMap files = lisbon_files();
  files["forms/pics.csv"] = "survey\n,type,name,label,image\n,text,a,A,a.png\n,text,b,B,b.png\n";
  files["forms/a.png"] = plain_png(4, 3);
  files["forms/pics-media/b.png"] = plain_png(5, 5);
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  const Questionnaire* form = reading.pack->questionnaire("pics");
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(form->picture("b.png").size(), (PictureSize{5, 5}));
  for (const Finding& finding : reading.findings.all())
    EXPECT_FALSE(finding.place.file.ends_with(".png")) << finding.message;
}

TEST(pack, a_form_whose_pictures_have_no_room_beside_those_of_the_others_is_asked_without) {
  FileMap files = lisbon_files();
  for (const char* form : {"one", "two"}) {
    std::string& text = files["forms/" + std::string(form) + ".csv"];
    text = "survey\n,type,name,label,image\n";
    for (const char* name : {"a", "b", "c", "d", "e"})
      text += std::string(",text,") + name + "," + name + "," + name + ".png\n";
  }
  for (const char* name : {"a", "b", "c", "d", "e"})
    files["forms/" + std::string(name) + ".png"] = noise(static_cast<std::uint32_t>(*name));
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  EXPECT_EQ(reading.pack->questionnaire("one")->pictures.size(), 5U);
  EXPECT_THAT(reading.pack->questionnaire("two")->pictures, IsEmpty());
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "asked without its pictures"));
}

}  // namespace
}  // namespace tertulia::formats
