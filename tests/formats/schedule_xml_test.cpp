// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/schedule_xml.h"

#include "tests/formats/agenda_readings.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct schedule_xml : AgendaReadings {
  std::vector<CalendarEntry> read(std::string xml) { return read_as("schedule.xml", std::move(xml)); }
  // Within one day and room.
  std::vector<CalendarEntry> read_events(const std::string& events) {
    return read("<schedule><day index=\"1\" date=\"2027-05-10\"><room name=\"Sala Magna\">" + events +
                "</room></day></schedule>");
  }
};

TEST_F(schedule_xml, an_event_has_its_time_room_title_and_people) {
  const auto entries = read_events(R"(
    <event guid="g-1" id="7">
      <date>2027-05-10T09:30:00+01:00</date><start>09:30</start><duration>01:30</duration><room>Sala Verde</room>
      <title>Opening &amp; welcome</title><subtitle>with music</subtitle><type>Lecture</type><language>pt</language>
      <abstract>Short.</abstract><description>Long.</description>
      <persons><person id="1">Portugal</person><person>Kenya</person></persons>
    </event>)");
  ASSERT_THAT(entries, SizeIs(1));
  const CalendarEntry& entry = entries.front();
  EXPECT_EQ(entry.id, "g-1");
  EXPECT_EQ(entry.title, LocalizedText("pt", "Opening & welcome: with music"));
  EXPECT_EQ(entry.description.in("pt"), "Short.\n\nLong.");
  EXPECT_EQ(entry.location, "Sala Verde");
  EXPECT_EQ(to_rfc3339(entry.start), "2027-05-10T08:30:00Z");
  EXPECT_EQ(entry.end - entry.start, std::chrono::minutes(90));
  EXPECT_EQ(entry.extras.speakers.in("pt"), "Portugal, Kenya");
  EXPECT_EQ(entry.extras.format, "lecture");
  EXPECT_EQ(entry.extras.place, (Place{"schedule.xml", "line 2"}));
  EXPECT_THAT(findings.all(), IsEmpty());
}

TEST_F(schedule_xml, of_a_date_with_a_wrong_offset_the_start_that_people_read_counts_and_is_said_once) {
  const auto entries = read_events(
      "<event><date>2027-05-10T09:00:00Z</date><start>09:00</start><duration>00:30</duration><title>A</title>"
      "</event>\n<event><date>2027-05-10T10:00:00+00:00</date><start>10:00</start>"
      "<end>2027-05-10T11:00:00+00:00</end><title>B</title></event>");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-10T08:00:00Z");
  EXPECT_EQ(entries[1].end - entries[1].start, std::chrono::minutes(60));
  EXPECT_THAT(guessed(findings), ElementsAre(testing::AllOf(
                                     testing::HasSubstr("2 entries: Its start is not the time of its date in "
                                                        "Europe/Lisbon, but would be without"),
                                     testing::HasSubstr("'2027-05-10T09:00:00Z' read as 2027-05-10 09:00"))));
}

TEST_F(schedule_xml, a_date_and_a_start_that_agree_in_the_zone_of_the_visit_or_the_schedule_are_not_said) {
  const auto entries = read(
      "<schedule><conference><time_zone_name>Africa/Nairobi</time_zone_name></conference><day><room name='R'>"
      "<event><date>2027-05-10T12:00:00+03:00</date><start>12:00</start><duration>30</duration><title>A</"
      "title>"
      "</event><event><date>2027-05-10T12:00:00+03:00</date><start>10:00</start><duration>30</duration>"
      "<title>B</title></event></room></day></schedule>");
  ASSERT_THAT(entries, SizeIs(2));
  for (const CalendarEntry& entry : entries) EXPECT_EQ(to_rfc3339(entry.start), "2027-05-10T09:00:00Z");
  EXPECT_THAT(findings.all(), IsEmpty());
}

TEST_F(schedule_xml, a_start_that_contradicts_its_date_is_said) {
  const auto entries = read_events(
      "<event><date>2027-05-10T09:00:00+01:00</date><start>13:30</start><duration>30</duration><title>A</"
      "title>"
      "</event>\n<event><date>2027-05-10 "
      "10:00</date><start>13:30</start><duration>30</duration><title>B</title>"
      "</event>");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-10T08:00:00Z");
  EXPECT_THAT(guessed(findings),
              SaysAt("", "2 entries: Its start is another time of day than that of its date"));
}

TEST_F(schedule_xml, what_is_missing_in_the_event_stands_around_it) {
  const auto entries =
      read_events("<event id='7'><start>14:00</start><duration>45</duration><title>T</title></event>");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-10T13:00:00Z");
  EXPECT_EQ(entries[0].end - entries[0].start, std::chrono::minutes(45));
  EXPECT_EQ(entries[0].location, "Sala Magna");
  EXPECT_EQ(entries[0].id, "7");
}

TEST_F(schedule_xml, other_forms_of_dates_and_lengths_are_read) {
  const auto entries = read_events(
      "<event><date>2027-05-11 10:00</date><duration>1:30:00</duration><title>A</title></event>"
      "<event><date>2027-05-11</date><start>10.30</start><end>11.15</end><title>B</title></event>"
      "<event><date>11.05.2027</date><start>12h</start><duration>PT20M</duration><title>C</title></event>");
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-11T09:00:00Z");
  EXPECT_EQ(entries[1].end - entries[1].start, std::chrono::minutes(45));
  EXPECT_EQ(to_rfc3339(entries[2].start), "2027-05-11T11:00:00Z");
}

TEST_F(schedule_xml, before_the_change_of_the_day_it_is_still_night) {
  const auto entries = read(
      "<schedule><conference><day_change>04:00</day_change><time_zone_name>Africa/Nairobi</time_zone_name></"
      "conference>"
      "<day date='2027-05-10'><room "
      "name='R'><event><start>00:30</start><duration>30</duration><title>T</title></event>"
      "</room></day></schedule>");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-10T21:30:00Z");  // 11 May in Nairobi
}

TEST_F(schedule_xml, a_zone_is_known_by_other_names_and_an_unknown_one_is_said) {
  const auto in_zone = [&](const std::string& zone) {
    const auto entries = read("<schedule><conference><time_zone_name>" + zone +
                              "</time_zone_name></conference><day date='2027-05-10'><room name='R'><event>"
                              "<start>12:00</start><duration>30</duration><title>T</title></event></room>"
                              "</day></schedule>");
    return entries.empty() ? "none" : to_rfc3339(entries[0].start);
  };
  EXPECT_EQ(in_zone("W. Europe Standard Time"), "2027-05-10T10:00:00Z");
  EXPECT_THAT(findings.all(), IsEmpty());
  EXPECT_EQ(in_zone("Middle Earth"), "2027-05-10T11:00:00Z");
  EXPECT_THAT(guessed(findings), SaysAt("", "'Middle Earth' of the schedule is unknown"));
}

TEST_F(schedule_xml, one_bad_event_costs_itself_and_is_named_with_its_line) {
  const auto entries = read_events(
      "\n<event><start>25:00</start><duration>45</duration><title>Bad</title></event>"
      "\n<event><start>10:00</start><duration>45</duration><title>Good</title></event>"
      "\n<event><start>11:00</start><title>Endless</title></event>");
  EXPECT_THAT(entries, SizeIs(2));
  EXPECT_THAT(skipped(findings), SaysAt("line 2", "'Bad'"));
  EXPECT_THAT(guessed(findings), SaysAt("line 4", "'Endless': It has no end"));
  EXPECT_THAT(wrong(findings), IsEmpty());
}

TEST_F(schedule_xml, a_file_that_breaks_off_is_used_as_far_as_it_goes) {
  const auto entries = read(
      "<schedule><day date='2027-05-10'><room name='R'><event><start>10:00</start><duration>45</duration>"
      "<title>A</title></event>\n<event><start>11:00</st");
  EXPECT_THAT(entries, SizeIs(1));
  EXPECT_THAT(skipped(findings), SaysAt("line 2", "breaks off"));
}

TEST_F(schedule_xml, a_file_without_anything_to_read_is_wrong) {
  EXPECT_THAT(read("<schedule><day/></schedule>"), IsEmpty());
  EXPECT_THAT(wrong(findings), SaysAt("", "no event"));
}

TEST_F(schedule_xml, an_unknown_word_for_the_access_closes_the_session) {
  const auto entries = read_events(
      "<event><access>clsoed</access><start>10:00</start><duration>45</duration><title>A</title></event>"
      "<event><access>huis clos</access><start>11:00</start><duration>45</duration><title>B</title></event>");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].extras.access, Access::kClosed);
  EXPECT_EQ(entries[1].extras.access, Access::kClosed);
  EXPECT_THAT(guessed(findings), ElementsAre(testing::AllOf(testing::HasSubstr("'clsoed'"),
                                                            testing::HasSubstr("Taken as closed"))));
}

}  // namespace
}  // namespace tertulia::formats
