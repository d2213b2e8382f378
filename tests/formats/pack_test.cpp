// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/pack.h"

#include <filesystem>

#include <sys/stat.h>

#include "tests/formats/finding_matchers.h"
#include "tests/formats/packs.h"
#include "tests/formats/workbooks.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;

TEST(pack, a_folder_is_read) {
  const PackReading reading = read_pack(lisbon_folder());
  EXPECT_THAT(wrong(reading.findings), IsEmpty());
  ASSERT_TRUE(reading.pack);
  EXPECT_EQ(reading.pack->visit.id, "lisbon-2027");
  EXPECT_EQ(reading.pack->agenda.sessions.size(), 5U);
  EXPECT_EQ(reading.pack->questionnaires.size(), 1U);
  EXPECT_EQ(reading.pack->version.size(), 64U);
}

TEST(pack, a_zipped_pack_is_the_same_pack) {
  const ScratchFolder folder;
  const std::string file = folder.write("pack.visit", zipped(lisbon_files())).string();
  EXPECT_EQ(read_pack(file), read_pack(lisbon_folder()));
}

TEST(pack, a_folder_around_everything_and_what_packers_add_make_no_difference) {
  std::map<std::string, std::string> members{{"__MACOSX/lisbon/._visit.toml", "x"},
                                             {"lisbon/.DS_Store", "x"}};
  for (const auto& [name, bytes] : lisbon_files()) members["lisbon/" + name] = bytes;
  const ScratchFolder folder;
  const std::string file = folder.write("pack.visit", zipped(members)).string();
  const PackReading reading = read_pack(file);
  ASSERT_TRUE(reading.pack);
  EXPECT_EQ(reading.pack->version, read_pack(lisbon_folder()).pack->version);
}

TEST(pack, the_version_changes_with_any_byte_and_any_name) {
  FileMap files = lisbon_files();
  const std::string version = version_of(files);
  files["media/map.txt"] = "x";
  EXPECT_NE(version_of(files), version);
  FileMap renamed = lisbon_files();
  auto form = renamed.extract("forms/pulse.csv");
  form.key() = "forms/pulse2.csv";
  renamed.insert(std::move(form));
  EXPECT_NE(version_of(renamed), version);
}

TEST(pack, the_sessions_are_in_their_rooms_and_closed_where_the_calendar_says_so) {
  const PackReading reading = read_pack(lisbon_folder());
  ASSERT_TRUE(reading.pack);
  const Session* closed = reading.pack->agenda.find("closed-1@tertulia.test");
  ASSERT_NE(closed, nullptr);
  EXPECT_EQ(closed->access, Access::kClosed);
  EXPECT_EQ(closed->room, "azul");
  EXPECT_TRUE(closed->slug.starts_with("session-"));
  const Session* opening = reading.pack->agenda.find("opening-1@tertulia.test");
  ASSERT_NE(opening, nullptr);
  EXPECT_EQ(opening->rundown.segments.size(), 2U);
  EXPECT_EQ(opening->title.in("ka"), "გახსნა");
}

TEST(pack, a_form_that_is_not_there_is_wrong_at_the_line_that_names_it) {
  FileMap files = lisbon_files();
  std::string& visit = files.at("visit.toml");
  visit.replace(visit.find("form = \"pulse\"\nbreak"), 14, "form = \"pulls\"");
  const PackReading reading = read_pack_from(files);
  EXPECT_TRUE(reading.pack);
  EXPECT_THAT(wrong(reading.findings),
              testing::Contains(
                  testing::HasSubstr("'pulls' is not in the pack, or cannot be read; there are: pulse")));
}

TEST(pack, without_a_visit_or_an_agenda_there_is_no_pack) {
  for (const char* name : {"visit.toml", "agenda.ics"}) {
    FileMap files = lisbon_files();
    files.at(name) = "\xFF\xFE oops";
    const PackReading reading = read_pack_from(files);
    EXPECT_FALSE(reading.pack) << name;
    EXPECT_TRUE(reading.findings.any_wrong()) << name;
  }
}

TEST(pack, a_form_that_cannot_be_read_costs_itself_and_is_wrong) {
  FileMap files = lisbon_files();
  files.at("forms/pulse.csv") = "\xFF\xFE oops";
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  EXPECT_TRUE(reading.findings.any_wrong());
  EXPECT_THAT(reading.pack->questionnaires, IsEmpty());
  for (const Session& session : reading.pack->agenda.sessions) EXPECT_EQ(session.form, "");
}

TEST(pack, a_form_that_lies_elsewhere_is_not_asked_and_said) {
  FileMap files = lisbon_files();
  const std::string form = files.at("forms/pulse.csv");
  files["second.csv"] = form;
  files["Forms/third.csv"] = form;
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  EXPECT_EQ(reading.pack->questionnaires.size(), 1U);
  EXPECT_EQ(skipped(reading.findings).size(), 2U);
  EXPECT_THAT(skipped(reading.findings), testing::Each(testing::HasSubstr("Move it there.")));
}

TEST(pack, forms_that_no_session_asks_are_said) {
  FileMap files = lisbon_files();
  std::string& visit = files.at("visit.toml");
  for (const std::string line : {"default_form = \"pulse\"\n", "form = \"pulse\"\n"})
    visit.erase(visit.find(line), line.size());
  EXPECT_THAT(guessed(read_pack_from(files).findings),
              testing::Contains(testing::HasSubstr("No session names a form")));
  EXPECT_THAT(guessed(read_pack(lisbon_folder()).findings),
              testing::Not(testing::Contains(testing::HasSubstr("No session names a form"))));
}

TEST(pack, a_logo_that_cannot_be_read_costs_itself) {
  FileMap files = lisbon_files();
  files["visit.toml"] += "\n[branding]\nlogo = \"logo.png\"\n";
  EXPECT_THAT(skipped(read_pack_from(files).findings),
              testing::Contains(testing::HasSubstr("is not in the pack")));
  files["logo.png"] = "no picture";
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  EXPECT_FALSE(reading.findings.any_wrong());
  EXPECT_THAT(skipped(reading.findings), testing::Contains(testing::HasSubstr("shown without a logo")));
}

TEST(pack, a_lock_file_is_said_and_changes_nothing) {
  FileMap files = lisbon_files();
  const std::string version = version_of(files);
  files["forms/~$pulse.xlsx"] = "x";
  files[".~lock.plan.csv#"] = "x";
  files["~$agenda.ics"] = files.at("agenda.ics");
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  EXPECT_FALSE(reading.findings.any_wrong());
  EXPECT_EQ(reading.pack->version, version);
  EXPECT_THAT(skipped(reading.findings),
              testing::Contains(testing::HasSubstr("an office program makes it")).Times(3));
}

TEST(pack, a_language_of_the_visit_that_a_form_does_not_speak_is_said) {
  FileMap files = lisbon_files();
  std::string& visit = files.at("visit.toml");
  visit.replace(visit.find("\"ka\"]"), 5, "\"ka\", \"am\"]");
  EXPECT_THAT(guessed(read_pack_from(files).findings), SaysAt("", "no texts in 'am'"));
}

TEST(pack, what_lies_beside_the_forms_is_no_form_and_said) {
  FileMap files = lisbon_files();
  files["forms/cities.csv"] = "name,label\nbraga,Braga\n";
  files["forms/cities.xml"] = "<root/>";
  files["forms/sign.png"] = "\x89PNG";
  const PackReading reading = read_pack_from(files);
  EXPECT_TRUE(reading.pack);
  EXPECT_FALSE(reading.findings.any_wrong());
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "so this is no form"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "neither a spreadsheet nor an ODK XForm"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "This is no form: a form is an XLSForm"));
}

TEST(pack, a_form_that_the_visit_names_and_of_which_nothing_can_be_asked_is_wrong) {
  FileMap files = lisbon_files();
  files["forms/pulse.csv"] = "survey\n,type,name,label\n,geopoint,a,A\n";
  const PackReading reading = read_pack_from(files);
  EXPECT_TRUE(reading.pack);
  EXPECT_THAT(wrong(reading.findings), testing::Contains(testing::HasSubstr("'pulse' is not in the pack")));
}

TEST(pack, a_link_or_a_pipe_is_not_read_and_is_said) {
  const ScratchFolder folder;
  folder.write("visit.toml", lisbon_files().at("visit.toml"));
  std::filesystem::create_symlink(lisbon_folder() + "/agenda.ics", folder / "agenda.ics");
  ASSERT_EQ(mkfifo(folder.file("plan.csv").c_str(), 0600), 0);
  const PackReading reading = read_pack(folder.path().string());
  EXPECT_FALSE(reading.pack);
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "This is a link, and links are not followed"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "This is neither a file nor a folder"));
}

TEST(pack, a_file_that_is_too_large_is_named_before_it_is_read) {
  const ScratchFolder folder;
  folder.write("visit.toml", lisbon_files().at("visit.toml"));
  folder.write("agenda.ics", "x");
  std::filesystem::resize_file(folder / "agenda.ics", 300U << 20U);  // takes no room on the disk
  EXPECT_THAT(wrong(read_pack(folder.path().string()).findings),
              SaysAt("", "The file 'agenda.ics' is too large (300 MiB): a visit pack has at most 64 MiB"));
}

TEST(pack, nothing_at_the_path_is_an_error_sentence) {
  const PackReading reading = read_pack("/nowhere/at/all");
  EXPECT_FALSE(reading.pack);
  EXPECT_THAT(wrong(reading.findings), SaysAt("", "There is no visit pack at /nowhere/at/all"));
}

TEST(pack, a_file_that_is_no_zip_is_an_error_sentence) {
  const ScratchFolder folder;
  const std::string calendar = folder.write("pack.visit", "BEGIN:VCALENDAR").string();
  EXPECT_THAT(wrong(read_pack(calendar).findings), SaysAt("", "Put it into a folder"));
  const std::string cut = folder.write("cut.visit", "PK\x03\x04 and no more").string();
  EXPECT_THAT(wrong(read_pack(cut).findings), SaysAt("", "not a readable ZIP"));
}

TEST(pack, one_form_is_read_alone_with_the_files_beside_it) {
  const ScratchFolder folder;
  folder.write("a.b/pulse.csv",
               "survey\n,type,name,label\n,select_one_from_file towns.csv,a,A\n"
               ",select_one_from_file cities.csv,b,B\n");
  folder.write("a.b/towns.csv", "name,label\nbraga,Braga\n");
  folder.write("a.b/pulse-media/cities.csv", "name,label\nfaro,Faro\n");
  const PackReading reading = read_pack(folder.file("a.b/pulse.csv"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
  ASSERT_TRUE(reading.pack);
  ASSERT_EQ(reading.pack->questionnaires.size(), 1U);
  EXPECT_EQ(reading.pack->visit.default_form, "pulse");
  EXPECT_EQ(reading.pack->questionnaires[0].pages.size(), 2U);
}

TEST(pack, a_form_alone_that_is_wrong_makes_no_pack) {
  const ScratchFolder folder;
  const PackReading reading =
      read_pack(folder.write("pulse.csv", "survey\n,type,name,label\n,select_one towns,a,A\n").string());
  EXPECT_FALSE(reading.pack);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!B3", "'towns' is not in the sheet 'choices'"));
}

TEST(pack, an_agenda_alone_is_no_form_and_the_cure_is_a_folder) {
  const ScratchFolder folder;
  folder.write("programme.csv", "Day,Start,End,Title\n2027-05-11,9:00,10:00,Opening\n");
  folder.write(
      "plan.xml",
      "<schedule><day date='2027-05-11'><room name='R'><event id='1'><date>2027-05-11T09:00:00Z</date>"
      "<start>09:00</start><duration>01:00</duration><title>Opening</title></event></room></day>"
      "</schedule>");
  folder.write("agenda.ics", lisbon_files().at("agenda.ics"));
  for (const char* name : {"programme.csv", "plan.xml", "agenda.ics"})
    EXPECT_THAT(wrong(read_pack(folder.file(name)).findings),
                testing::ElementsAre(testing::HasSubstr("Put it into a folder, with a visit.toml beside it")))
        << name;
}

}  // namespace
}  // namespace tertulia::formats
