// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/icalendar.h"
#include "tests/formats/calendars.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> starts(const CalendarReading& reading) {
  std::vector<std::string> all;
  for (const CalendarEntry& entry : reading.entries) all.push_back(to_rfc3339(entry.start));
  return all;
}

constexpr const char* kDaily =
    "DTSTART;TZID=Europe/Lisbon:20270510T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY\n";

TEST(calendar_rules, an_endless_rule_gives_the_occurrences_within_the_visit) {
  EXPECT_THAT(starts(read_calendar(event(kDaily))),
              ElementsAre("2027-05-10T08:00:00Z", "2027-05-11T08:00:00Z", "2027-05-12T08:00:00Z",
                          "2027-05-13T08:00:00Z"));
}

TEST(calendar_rules, a_rule_that_began_long_ago_keeps_its_local_time_over_summer_time) {
  const CalendarReading reading = read_calendar(
      event("DTSTART;TZID=Europe/Lisbon:20270104T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU\n"));
  EXPECT_THAT(starts(reading), ElementsAre("2027-05-11T08:00:00Z"));
}

TEST(calendar_rules, a_rule_ends_with_its_count_or_its_until) {
  EXPECT_EQ(read_calendar(event("DTSTART:20270510T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\n"))
                .entries.size(),
            2U);
  EXPECT_EQ(read_calendar(event("DTSTART;TZID=Europe/Lisbon:20270510T090000\nDURATION:PT1H\n"
                                "RRULE:FREQ=DAILY;UNTIL=20270511T080000Z\n"))
                .entries.size(),
            2U);
  EXPECT_EQ(
      read_calendar(event("DTSTART;VALUE=DATE:20270510\nRRULE:FREQ=DAILY;UNTIL=20270512\n")).entries.size(),
      3U);
}

TEST(calendar_rules, exceptions_are_left_out) {
  const CalendarReading reading = read_calendar(
      event(std::string(kDaily) + "EXDATE;TZID=Europe/Lisbon:20270511T090000,20270512T090000\n"));
  EXPECT_THAT(starts(reading), ElementsAre("2027-05-10T08:00:00Z", "2027-05-13T08:00:00Z"));
}

TEST(calendar_rules, a_changed_occurrence_takes_the_place_of_the_original) {
  const CalendarReading reading =
      read_calendar(event(kDaily) + event("RECURRENCE-ID;TZID=Europe/Lisbon:20270511T090000\nSUMMARY:Moved\n"
                                          "DTSTART;TZID=Europe/Lisbon:20270511T150000\nDURATION:PT2H\n"));
  EXPECT_THAT(starts(reading), testing::UnorderedElementsAre("2027-05-10T08:00:00Z", "2027-05-11T14:00:00Z",
                                                             "2027-05-12T08:00:00Z", "2027-05-13T08:00:00Z"));
}

TEST(calendar_rules, a_changed_occurrence_keeps_the_id_of_the_original) {
  const auto ids = [](const CalendarReading& reading) {
    std::vector<std::string> all;
    for (const CalendarEntry& entry : reading.entries) all.push_back(entry.id);
    std::sort(all.begin(), all.end());
    return all;
  };
  const CalendarReading changed =
      read_calendar(event(kDaily) + event("RECURRENCE-ID;TZID=Europe/Lisbon:20270511T090000\n"
                                          "DTSTART;TZID=Europe/Lisbon:20270511T150000\nDURATION:PT2H\n"));
  EXPECT_EQ(ids(changed), ids(read_calendar(event(kDaily))));
}

TEST(calendar_rules, a_cancelled_occurrence_is_gone) {
  const CalendarReading reading = read_calendar(
      event(kDaily) + event("RECURRENCE-ID;TZID=Europe/Lisbon:20270511T090000\nSTATUS:CANCELLED\n"
                            "DTSTART;TZID=Europe/Lisbon:20270511T090000\nDURATION:PT1H\n"));
  EXPECT_EQ(reading.entries.size(), 3U);
}

TEST(calendar_rules, a_rule_that_misses_the_visit_is_said) {
  const CalendarReading reading =
      read_calendar(event("DTSTART:20270101T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY\n"));
  EXPECT_THAT(reading.entries, IsEmpty());
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 3", "not within the visit's days"));
}

TEST(calendar_rules, a_rule_without_measure_is_bounded) {
  const CalendarReading reading =
      read_calendar(event("DTSTART:19800101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY\n"));
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "repeats every minute"));
}

TEST(calendar_rules, of_two_entries_that_are_alike_one_is_used) {
  const std::string same = event("DTSTART:20270510T090000Z\nDURATION:PT1H\n");
  const CalendarReading reading = read_calendar(same + same);
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "stands there more than once"));
}

}  // namespace
}  // namespace tertulia::formats
