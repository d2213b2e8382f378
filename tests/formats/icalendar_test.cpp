// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/icalendar.h"

#include "tests/formats/calendars.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;

TEST(icalendar, an_entry_in_utc_is_read) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T090000Z\nDTEND:20270510T103000Z\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T09:00:00Z");
  EXPECT_EQ(to_rfc3339(reading.entries[0].end), "2027-05-10T10:30:00Z");
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(icalendar, a_floating_time_is_in_the_zone_of_the_visit) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T090000\nDTEND:20270510T100000\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T08:00:00Z");
}

TEST(icalendar, a_floating_time_that_the_zone_of_its_calendar_moves_is_said_to_be_guessed) {
  const CalendarReading reading =
      read_calendar("X-WR-TIMEZONE:America/New_York\n" + event("DTSTART:20270510T090000\nDURATION:PT1H\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T13:00:00Z");
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 4", "read in that of its calendar (X-WR-TIMEZONE)"));
}

TEST(icalendar, a_zone_is_known_by_its_name_also_behind_a_prefix) {
  for (const char* tzid : {"Africa/Addis_Ababa", "/freeassociation.sourceforge.net/Africa/Addis_Ababa"}) {
    const CalendarReading reading =
        read_calendar(event("DTSTART;TZID=" + std::string(tzid) + ":20270510T120000\nDURATION:PT1H\n"));
    ASSERT_EQ(reading.entries.size(), 1U) << tzid;
    EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T09:00:00Z") << tzid;
  }
}

TEST(icalendar, a_zone_of_the_file_itself_is_used_when_its_name_is_unknown) {
  const std::string zone =
      "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0400\n"
      "TZOFFSETTO:+0400\nTZNAME:GET\nEND:STANDARD\nEND:VTIMEZONE\n";
  const CalendarReading reading =
      read_calendar(zone + event("DTSTART;TZID=Ours:20270510T120000\nDURATION:PT1H\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T08:00:00Z");
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(icalendar, an_unknown_zone_is_read_as_the_visits_and_said) {
  const CalendarReading reading =
      read_calendar(event("DTSTART;TZID=Middle Earth:20270510T120000\nDURATION:PT1H\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T11:00:00Z");
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "'Middle Earth' is unknown"));
}

TEST(icalendar, a_folded_line_is_joined_and_escapes_are_resolved) {
  const CalendarReading reading = read_calendar(
      event("SUMMARY:Round table\\, part 1\\; the\n  tram\nDTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].title.in("pt"), "Round table, part 1; the tram");
}

TEST(icalendar, crlf_line_ends_and_a_byte_order_mark_are_read) {
  std::string text = "\xEF\xBB\xBF" + calendar(event("DTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.replace(at, 1, "\r\n");
  Findings findings;
  const auto entries = read_icalendar({"agenda.ics", text}, lisbon_days(), findings);
  ASSERT_TRUE(entries);
  EXPECT_EQ(entries->entries.size(), 1U);
}

TEST(icalendar, an_all_day_entry_lasts_from_midnight_to_midnight_of_the_visits_zone) {
  const CalendarReading reading =
      read_calendar(event("DTSTART;VALUE=DATE:20270511\nDTEND;VALUE=DATE:20270513\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_TRUE(reading.entries[0].all_day);
  EXPECT_EQ(to_rfc3339(reading.entries[0].start), "2027-05-10T23:00:00Z");
  EXPECT_EQ(to_rfc3339(reading.entries[0].end), "2027-05-12T23:00:00Z");
}

TEST(icalendar, a_day_without_an_end_is_one_day) {
  const CalendarReading reading = read_calendar(event("DTSTART;VALUE=DATE:20270511\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].end - reading.entries[0].start, std::chrono::hours(24));
}

TEST(icalendar, an_entry_over_midnight_keeps_its_length) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T200000Z\nDURATION:PT6H30M\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(to_rfc3339(reading.entries[0].end), "2027-05-11T02:30:00Z");
}

TEST(icalendar, a_cancelled_entry_is_skipped) {
  const CalendarReading reading =
      read_calendar(event("STATUS:CANCELLED\nDTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  EXPECT_THAT(reading.entries, IsEmpty());
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 3", "cancelled"));
}

TEST(icalendar, a_class_other_than_public_is_private) {
  for (const char* mark : {"PRIVATE", "CONFIDENTIAL", "X-SECRET"}) {
    const CalendarReading reading =
        read_calendar(event("CLASS:" + std::string(mark) + "\nDTSTART:20270510T090000Z\nDURATION:PT1H\n"));
    ASSERT_EQ(reading.entries.size(), 1U);
    EXPECT_TRUE(reading.entries[0].is_private) << mark;
  }
  const CalendarReading open =
      read_calendar(event("CLASS:PUBLIC\nDTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  EXPECT_FALSE(open.entries.at(0).is_private);
}

TEST(icalendar, a_category_with_break_in_it_marks_a_break) {
  const CalendarReading reading =
      read_calendar(event("CATEGORIES:Social,Coffee Break\nDTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_TRUE(reading.entries[0].is_break);
}

TEST(icalendar, the_language_parameter_tells_the_language_of_a_text) {
  const CalendarReading reading = read_calendar(
      event("SUMMARY;LANGUAGE=en-GB:Opening\nDTSTART:20270510T090000Z\nDURATION:PT1H\nDESCRIPTION:Olá\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_TRUE(reading.entries[0].title.has("en"));
  EXPECT_TRUE(reading.entries[0].description.has("pt"));
}

TEST(icalendar, an_entry_outside_of_the_visits_days_is_left_out_and_said) {
  const CalendarReading reading = read_calendar(event("DTSTART:20260510T090000Z\nDURATION:PT1H\n"));
  EXPECT_THAT(reading.entries, IsEmpty());
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("line 3", "outside of the visit's days, 2027-05-10 to 2027-05-13"));
}

TEST(icalendar, a_broken_entry_is_named_by_title_and_line_and_spares_its_neighbours) {
  const CalendarReading reading =
      read_calendar(event("DTSTART:2027\nDURATION:PT1H\nSUMMARY:Bad\n") +
                    "BEGIN:VEVENT\nUID:2@x\nSUMMARY:Good\nDTSTART:20270510T090000Z\n"
                    "DURATION:PT1H\nEND:VEVENT\n");
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 3", "'Bad': Left out: no valid start"));
}

TEST(icalendar, an_end_before_the_start_costs_the_entry) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T090000Z\nDTEND:20270510T080000Z\n"));
  EXPECT_THAT(reading.entries, IsEmpty());
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("line 3", "2027-05-10 10:00: Left out: ends before it starts"));
}

TEST(icalendar, an_entry_without_a_length_is_shown_for_a_moment) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T090000Z\n"));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].end - reading.entries[0].start, std::chrono::minutes(5));
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "no end"));
}

TEST(icalendar, an_end_at_the_start_is_not_called_missing) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T090000Z\nDTEND:20270510T090000Z\n"));
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "It ends when it starts; shown for 5 minutes"));
}

TEST(icalendar, of_a_file_that_was_cut_off_the_whole_entries_are_read) {
  const CalendarReading reading = read_calendar(event("DTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  Findings findings;
  const std::string whole = calendar(event("DTSTART:20270510T090000Z\nDURATION:PT1H\n"));
  const std::string cut =
      whole.substr(0, whole.find("END:VCAL")) + "BEGIN:VEVENT\nUID:2\nDTSTART:20270511T090000Z\n";
  const auto contents = read_icalendar({"a.ics", cut}, lisbon_days(), findings);
  ASSERT_TRUE(contents);
  EXPECT_EQ(contents->entries.size(), 1U);
  EXPECT_THAT(skipped(findings), SaysAt("line 8", "it was cut off"));
}

TEST(icalendar, something_else_is_no_calendar) {
  Findings findings;
  EXPECT_FALSE(read_icalendar({"a.ics", "{\"events\": []}"}, lisbon_days(), findings));
  EXPECT_THAT(wrong(findings), SaysAt("line 1", "not an iCalendar file"));
  Findings binary;
  EXPECT_FALSE(read_icalendar({"a.ics", "\xFF\xFE"}, lisbon_days(), binary));
  EXPECT_TRUE(binary.any_wrong());
}

TEST(icalendar, alarms_extensions_and_tasks_do_no_harm) {
  const CalendarReading reading = read_calendar(
      event("DTSTART:20270510T090000Z\nDURATION:PT1H\nX-APPLE-SORT:1\nBEGIN:VALARM\nTRIGGER:-PT5M\n"
            "ACTION:DISPLAY\nEND:VALARM\n") +
      "BEGIN:VTODO\nUID:t\nEND:VTODO\n");
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 13", "VTODO"));
}

TEST(icalendar, entries_without_a_uid_at_one_time_in_two_rooms_both_take_place) {
  const std::string times = "SUMMARY:Groups\nDTSTART:20270510T090000Z\nDTEND:20270510T100000Z\n";
  const std::string here = "BEGIN:VEVENT\n" + times + "LOCATION:Sala Magna\nEND:VEVENT\n";
  const std::string there = "BEGIN:VEVENT\n" + times + "LOCATION:Sala Azul\nEND:VEVENT\n";
  EXPECT_EQ(read_calendar(here + there).entries.size(), 2U);
  EXPECT_EQ(read_calendar(here + here).entries.size(), 1U);
}

}  // namespace
}  // namespace tertulia::formats
