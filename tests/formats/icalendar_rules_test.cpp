// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/calendar/rule_budget.h"
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

TEST(calendar_rules, a_count_that_began_before_the_visit_loses_none_of_its_meetings) {
  const auto starts_of = [](const std::string& start, const std::string& rule) {
    return starts(read_calendar(event("DTSTART:" + start + "\nDURATION:PT1H\nRRULE:" + rule + "\n")));
  };
  EXPECT_THAT(starts_of("20270501T090000Z", "FREQ=DAILY;COUNT=12"),
              ElementsAre("2027-05-10T09:00:00Z", "2027-05-11T09:00:00Z", "2027-05-12T09:00:00Z"));
  EXPECT_THAT(starts_of("20270426T090000Z", "FREQ=WEEKLY;COUNT=3"), ElementsAre("2027-05-10T09:00:00Z"));
  EXPECT_THAT(starts_of("20270501T090000Z", "FREQ=HOURLY;INTERVAL=24;COUNT=11"),
              ElementsAre("2027-05-10T09:00:00Z", "2027-05-11T09:00:00Z"));
}

TEST(calendar_rules, an_interval_of_thousands_of_years_is_no_fault) {
  const CalendarReading reading =
      read_calendar(event("DTSTART:20270510T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;INTERVAL=32767\n"));
  EXPECT_THAT(starts(reading), ElementsAre("2027-05-10T09:00:00Z"));
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

TEST(calendar_rules, a_rule_of_every_second_is_none) {
  const CalendarReading reading =
      read_calendar(event("DTSTART:19800101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY\n"));
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "repeats every minute or second"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 3", "nothing of it that can be read"));
}

TEST(calendar_rules, a_rule_that_takes_too_many_steps_is_named_and_costs_nothing_else) {
  const std::string many = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23";
  for (const std::string& rule :
       {std::string("FREQ=HOURLY;BYMONTHDAY=31;BYMONTH=11;COUNT=9"),
        std::string("FREQ=HOURLY;BYDAY=MO;COUNT=900000"),
        "FREQ=DAILY;BYSETPOS=1;BYHOUR=" + many + ";BYMINUTE=" + many + ";BYSECOND=" + many}) {
    const std::string costly =
        event("DTSTART;TZID=Europe/Lisbon:19700101T000000\nDURATION:PT1H\nRRULE:" + rule + "\n");
    const CalendarReading reading = read_calendar(costly + event(kDaily, "other@x"));
    EXPECT_EQ(reading.entries.size(), 4U) << rule;
    EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "takes too many steps to work out"));
  }
}

TEST(calendar_rules, however_many_rules_take_too_many_steps_the_ordinary_ones_are_read) {
  std::string costly;
  for (int number = 0; number < 20; ++number)
    costly += event("DTSTART:19700101T000000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;BYMONTH=1;COUNT=900000\n",
                    std::to_string(number));
  const CalendarReading reading = read_calendar(costly + event(kDaily, "other@x"));
  EXPECT_EQ(reading.entries.size(), 4U);
  EXPECT_THAT(guessed(reading.findings), SaysAt("", "20 entries: Its rule of repetition (RRULE) takes too"));
}

TEST(calendar_rules, a_rule_from_long_ago_takes_no_steps_before_the_visit) {
  for (const char* rule : {"FREQ=HOURLY;BYMONTHDAY=11;BYHOUR=9", "FREQ=DAILY;BYMONTHDAY=11",
                           "FREQ=MONTHLY;BYMONTHDAY=11", "FREQ=YEARLY;BYMONTHDAY=11"}) {
    const CalendarReading reading = read_calendar(event(
        "DTSTART;TZID=Europe/Lisbon:19700101T090000\nDURATION:PT1H\nRRULE:" + std::string(rule) + "\n"));
    EXPECT_THAT(starts(reading), ElementsAre("2027-05-11T08:00:00Z")) << rule;
    EXPECT_THAT(reading.findings.all(), IsEmpty()) << rule;
  }
}

TEST(calendar_rules, a_valid_rule_that_gives_nothing_is_not_called_unreadable) {
  for (const char* rule : {"FREQ=MONTHLY;BYMONTHDAY=30;BYSETPOS=2", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}) {
    const CalendarReading reading = read_calendar(event(
        "DTSTART;TZID=Europe/Lisbon:20270511T090000\nDURATION:PT1H\nRRULE:" + std::string(rule) + "\n"));
    EXPECT_THAT(starts(reading), ElementsAre("2027-05-11T08:00:00Z")) << rule;
    EXPECT_THAT(reading.findings.all(), IsEmpty()) << rule;
  }
}

TEST(rule_budget, an_entry_over_its_budget_has_no_steps_left_and_the_next_one_has) {
  RuleBudget budget;
  budget.begin_entry();
  EXPECT_FALSE(budget.take(RuleBudget::kFreeOfEntry + RuleBudget::kMostOfEntry + 1));
  EXPECT_FALSE(budget.take(1));
  budget.begin_entry();
  EXPECT_TRUE(budget.take(RuleBudget::kFreeOfEntry + RuleBudget::kMostOfEntry));
}

TEST(rule_budget, behind_the_budget_of_the_file_each_entry_has_its_free_steps) {
  RuleBudget budget;
  for (std::size_t taken = 0; taken < RuleBudget::kMostOfFile; taken += RuleBudget::kMostOfEntry) {
    budget.begin_entry();
    EXPECT_TRUE(budget.take(RuleBudget::kFreeOfEntry + RuleBudget::kMostOfEntry));
  }
  budget.begin_entry();
  EXPECT_TRUE(budget.take(RuleBudget::kFreeOfEntry));
  EXPECT_FALSE(budget.take(1));
}

TEST(calendar_rules, of_two_entries_that_are_alike_one_is_used) {
  const std::string same = event("DTSTART:20270510T090000Z\nDURATION:PT1H\n");
  const CalendarReading reading = read_calendar(same + same);
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 3", "stands there more than once"));
}

}  // namespace
}  // namespace tertulia::formats
