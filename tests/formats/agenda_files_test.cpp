// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_files.h"

#include "tests/formats/calendars.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/packs.h"
#include "tests/formats/workbooks.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kTable = "Day,Start,End,Room,Title\n2027-05-10,8:00,8:30,azul,Registration\n";

struct agenda_files : testing::Test {
  FileMap files = lisbon_files();
  PackReading reading;
  const std::vector<Session>& sessions() {
    reading = read_pack_from(files);
    static const std::vector<Session> kNone;
    EXPECT_TRUE(reading.pack) << testing::PrintToString(wrong(reading.findings));
    return reading.pack ? reading.pack->agenda.sessions : kNone;
  }
  void call_calendar(const std::string& name) {
    auto calendar = files.extract("agenda.ics");
    calendar.key() = name;
    files.insert(std::move(calendar));
  }
  void name_agenda(const std::string& name) {
    files["visit.toml"] += "\n[agenda]\nfile = \"" + name + "\"\n";
  }
  const Session* titled(const std::string& title) {
    for (const Session& session : sessions())
      if (session.title.in("en") == title) return &session;
    return nullptr;
  }
};

TEST_F(agenda_files, a_table_beside_the_calendar_is_merged_with_it) {
  files["more/plan.csv"] = kTable;
  const Session* session = titled("Registration");
  ASSERT_NE(session, nullptr);
  EXPECT_EQ(session->room, "azul");
  EXPECT_THAT(reading.pack->agenda.sessions, SizeIs(6));
}

TEST_F(agenda_files, what_stands_in_two_files_is_used_once_and_said_once) {
  files["copy.ics"] = files.at("agenda.ics");
  EXPECT_THAT(sessions(), SizeIs(5));
  EXPECT_THAT(guessed(reading.findings),
              SaysAt("", "4 entries: It stands there more than once; the newest is used."));
}

TEST_F(agenda_files, content_tells_what_a_file_is_and_not_its_name) {
  call_calendar("export(3).txt");
  EXPECT_THAT(sessions(), SizeIs(5));
}

TEST_F(agenda_files, a_folder_may_be_named) {
  call_calendar("agenda/one.ics");
  files["agenda/two.csv"] = kTable;
  files["other.csv"] = "Day,Start,End,Room,Title\n2027-05-10,8:00,8:30,azul,Not this\n";
  name_agenda("agenda");
  EXPECT_THAT(sessions(), SizeIs(6));
}

TEST_F(agenda_files, a_file_that_cannot_be_read_costs_itself) {
  files["broken.ics"] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM";
  files["schedule.xml"] = "<schedule><day";
  EXPECT_THAT(sessions(), SizeIs(5));
  EXPECT_THAT(skipped(reading.findings), testing::Contains(testing::HasSubstr("is used without this file")));
}

TEST_F(agenda_files, details_of_a_row_that_is_cancelled_are_no_mistake) {
  files["plan.csv"] = std::string(kTable) + "2027-05-10,8:30,9:00,azul,Tour (cancelled)\n";
  files["visit.toml"] += "\n[[sessions]]\ncalendar_title = \"Tour (cancelled)\"\naccess = \"closed\"\n";
  EXPECT_THAT(sessions(), SizeIs(6));
}

TEST_F(agenda_files, what_one_of_two_files_closes_is_closed) {
  files["copy.ics"] = files.at("agenda.ics");
  std::string& copy = files["copy.ics"];
  for (std::size_t at = copy.find("\nSUMMARY"); at != std::string::npos; at = copy.find("\nSUMMARY", at + 16))
    copy.insert(at, "\nCLASS:PRIVATE");
  for (const Session& session : sessions()) EXPECT_EQ(session.access, Access::kClosed) << session.id;
}

TEST_F(agenda_files, a_place_of_several_rooms_is_a_session_in_each) {
  files.erase("agenda.ics");
  files["plan.csv"] = "Day,Start,End,Room,Title\n2027-05-10,8:00,8:30,azul / magna,Together\n";
  ASSERT_THAT(sessions(), SizeIs(2));
  EXPECT_NE(reading.pack->agenda.sessions[0].room, reading.pack->agenda.sessions[1].room);
}

TEST_F(agenda_files, an_event_that_a_schedule_has_in_two_rooms_is_two_sessions) {
  files.erase("agenda.ics");
  const std::string event =
      "<event id='1'><start>9:00</start><duration>30</duration><title>T</title></event>";
  files["s.xml"] = "<schedule><day date='2027-05-10'><room name='azul'>" + event +
                   "</room><room name='magna'>" + event + "</room></day></schedule>";
  EXPECT_THAT(sessions(), SizeIs(2));
}

TEST_F(agenda_files, an_entry_without_an_id_keeps_the_one_it_got_when_others_come) {
  files.erase("agenda.ics");
  files["plan.csv"] = kTable;
  const std::string id = titled("Registration")->id;
  files["plan.csv"] =
      "Day,Start,End,Room,Title\n2027-05-10,7:00,7:30,azul,Earlier\n"
      "2027-05-10,8:15,8:30,azul,Registration\n";
  EXPECT_EQ(titled("Registration")->id, id);
}

// The same calendars under names in either order.
std::vector<FileMap> in_either_order(FileMap files, const std::string& one, const std::string& other) {
  files.erase("agenda.ics");
  FileMap turned = files;
  files["a.ics"] = one;
  files["b.ics"] = other;
  turned["a.ics"] = other;
  turned["b.ics"] = one;
  return {files, turned};
}

std::string nine_o_clock(const std::string& lines) {
  return calendar("BEGIN:VEVENT\nUID:1@x\nDTSTART:20270510T080000Z\nDURATION:PT1H\nSUMMARY:Nine\n" + lines +
                  "END:VEVENT\n");
}
std::string ten_o_clock(const std::string& lines) {
  return calendar("BEGIN:VEVENT\nUID:1@x\nDTSTART:20270510T090000Z\nDURATION:PT1H\nSUMMARY:Ten\n" + lines +
                  "END:VEVENT\n");
}

TEST_F(agenda_files, of_two_calendars_the_one_with_the_newer_revision_counts_whatever_its_name) {
  const std::vector<std::pair<std::string, std::string>> older_and_newer = {
      {nine_o_clock("SEQUENCE:1\nDTSTAMP:20270301T000000Z\n"),
       ten_o_clock("SEQUENCE:2\nDTSTAMP:20270201T000000Z\n")},
      {nine_o_clock("DTSTAMP:20270201T000000Z\n"), ten_o_clock("DTSTAMP:20270301T000000Z\n")}};
  for (const auto& [older, newer] : older_and_newer)
    for (const FileMap& both : in_either_order(files, older, newer)) {
      files = both;
      ASSERT_THAT(sessions(), SizeIs(1));
      EXPECT_NE(titled("Ten"), nullptr);
    }
}

TEST_F(agenda_files, a_cancellation_in_one_calendar_cancels_what_stands_in_another) {
  std::string method = ten_o_clock("SEQUENCE:1\n");
  method.replace(method.find("VERSION"), 0, "METHOD:CANCEL\n");
  for (const std::string& cancellation : {method, ten_o_clock("SEQUENCE:1\nSTATUS:CANCELLED\n")})
    for (FileMap& both : in_either_order(files, nine_o_clock(""), cancellation)) {
      both["other.csv"] = kTable;
      files = std::move(both);
      EXPECT_THAT(sessions(), SizeIs(1));
      EXPECT_THAT(skipped(reading.findings), testing::Contains(testing::HasSubstr("Left out: cancelled.")));
    }
}

TEST_F(agenda_files, a_change_of_one_meeting_may_stand_in_another_calendar_than_its_series) {
  const std::string change = ten_o_clock("RECURRENCE-ID:20270511T080000Z\n");
  for (const FileMap& both : in_either_order(files, nine_o_clock("RRULE:FREQ=DAILY;COUNT=2\n"), change)) {
    files = both;
    ASSERT_THAT(sessions(), SizeIs(2));
    EXPECT_EQ(titled("Ten")->id, "1@x/2027-05-11T08:00:00Z");
  }
}

TEST_F(agenda_files, copies_that_nothing_orders_keep_their_ids_in_any_order_of_the_files) {
  for (const FileMap& both : in_either_order(files, nine_o_clock(""), ten_o_clock(""))) {
    files = both;
    ASSERT_THAT(sessions(), SizeIs(2));
    EXPECT_EQ(titled("Nine")->id, "1@x");
    EXPECT_EQ(titled("Ten")->id, "1@x/2");
  }
}

TEST_F(agenda_files, what_one_calendar_closes_stays_closed_when_another_has_a_newer_revision) {
  for (const FileMap& both :
       in_either_order(files, nine_o_clock("CLASS:PRIVATE\n"), ten_o_clock("SEQUENCE:1\nCLASS:PUBLIC\n"))) {
    files = both;
    ASSERT_THAT(sessions(), SizeIs(1));
    EXPECT_EQ(sessions().front().access, Access::kClosed);
    EXPECT_EQ(titled("Ten")->access, Access::kClosed);
  }
}

TEST_F(agenda_files, a_document_beside_the_agenda_that_no_reader_knows_is_said_once_with_its_cure) {
  files["agenda.xls"] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old";
  files["agenda.pdf"] = "%PDF-1.7 ...";
  files["agenda.rtf"] = "{\\rtf1 ...}";
  files["agenda.docx"] = zipped({{"word/document.xml", "<w/>"}});
  files["locked.xlsx"] = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ") +
                         std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  files["photo.jpg"] = "\xFF\xD8\xFF";
  EXPECT_THAT(sessions(), SizeIs(5));
  const Findings& found = reading.findings;
  EXPECT_THAT(skipped(found), SaysAt("", "Not read. If it is an agenda, save it as .xlsx or .csv."));
  EXPECT_THAT(skipped(found), SaysAt("", "Not read. If it is an agenda, take off its password"));
  EXPECT_THAT(skipped(found), SaysAt("",
                                     "copy its table into a spreadsheet and save that as .xlsx or .csv. The "
                                     "same is true of 'agenda.pdf', 'agenda.rtf'."));
  for (const Finding& finding : found.all()) EXPECT_EQ(finding.message.find("photo.jpg"), std::string::npos);
}

TEST_F(agenda_files, a_table_that_cannot_be_read_is_said_also_when_it_may_be_anything) {
  const std::string whole = zipped({{"xl/workbook.xml", "<workbook/>"}, {"[Content_Types].xml", "<Types/>"}});
  files["cut.xlsx"] = whole.substr(0, whole.size() / 2);
  files["empty.xlsx"] = "";
  files["nothing.csv"] = "";
  files["torn.ods"] = zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}).substr(0, 90);
  EXPECT_THAT(sessions(), SizeIs(5));
  for (const std::string name : {"cut.xlsx", "empty.xlsx", "torn.ods"}) {
    const auto is_of_it = [&](const Finding& each) {
      return each.severity == Severity::kSkipped && each.place.file == name;
    };
    const auto& all = reading.findings.all();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), is_of_it)) << name;
  }
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("", "copy it again: it is empty. The same is true of 'nothing.csv'."));
}

TEST_F(agenda_files, a_table_as_text_is_read_whatever_spreadsheet_its_name_says) {
  files["plan.xlsx"] = kTable;
  ASSERT_NE(titled("Registration"), nullptr);
}

TEST_F(agenda_files, a_document_that_the_visit_names_is_wrong_with_its_cure) {
  files["agenda.xls"] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old";
  name_agenda("agenda.xls");
  EXPECT_THAT(wrong(read_pack_from(files).findings), SaysAt("", "save it as .xlsx or .csv"));
}

TEST_F(agenda_files, an_agenda_beside_the_one_that_the_visit_names_is_said) {
  files["my-calendar.ics"] = files.at("agenda.ics");
  name_agenda("agenda.ics");
  EXPECT_THAT(sessions(), SizeIs(5));
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("[agenda]", "[agenda] in visit.toml names 'agenda.ics' alone"));
}

TEST_F(agenda_files, a_name_matches_whatever_nobody_sees_of_it) {
  call_calendar("re\u0301u\u202Enion.ics");
  name_agenda("r\u00E9union.ics");
  EXPECT_THAT(sessions(), SizeIs(5));
}

TEST_F(agenda_files, so_does_the_name_of_a_folder) {
  call_calendar("re\u0301unions/one.ics");
  name_agenda("r\u00E9unions");
  EXPECT_THAT(sessions(), SizeIs(5));
}

TEST_F(agenda_files, why_nothing_was_read_of_what_the_visit_names_is_said) {
  const auto said_of = [&](const std::string& name) {
    FileMap named = files;
    named["visit.toml"] += "\n[agenda]\nfile = \"" + name + "\"\n";
    return wrong(read_pack_from(named).findings);
  };
  files["media/map.jpg"] = "x";
  EXPECT_THAT(said_of("media"), SaysAt("[agenda]", "The folder 'media' has no agenda"));
  EXPECT_THAT(said_of(".plan.ics"), SaysAt("[agenda]", "is hidden"));
  EXPECT_THAT(said_of("plan.ics"), SaysAt("[agenda]", "The pack has no file of the name 'plan.ics'"));
  EXPECT_THAT(said_of("./agenda.ics"), SaysAt("[agenda]", "The pack has no file of the name './agenda.ics'"));
}

TEST_F(agenda_files, no_agenda_at_all_is_wrong) {
  files.erase("agenda.ics");
  EXPECT_THAT(wrong(read_pack_from(files).findings), SaysAt("[agenda]", "The pack has no agenda"));
}

TEST_F(agenda_files, speakers_of_a_table_stand_in_the_one_segment_of_the_session) {
  files["plan.csv"] = "Day,Start,End,Room,Title,Speakers\n2027-05-10,8:00,8:30,azul,Talk,Portugal\n";
  const Session* session = titled("Talk");
  ASSERT_NE(session, nullptr);
  EXPECT_EQ(session->rundown.segments.front().speaker.in("en"), "Portugal");
}

}  // namespace
}  // namespace tertulia::formats
