// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/typed_times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/formats/agenda_readings.h"

namespace tertulia::formats {
namespace {

std::string day_text(const LocalTime& day) {
  return std::to_string(day.year) + "-" + std::to_string(day.month) + "-" + std::to_string(day.day);
}
std::string read_day(std::string_view text) {
  const auto day = typed_day(text, kDays);
  return day ? day_text(day->day) + (day->doubt.is_guess ? " (guess)" : "") : "none";
}

struct Typed {
  const char* text;
  int minutes;  // -1: none
};

TEST(typed_times, times_of_day_are_read_as_people_write_them) {
  for (const auto& [text, minutes] :
       {Typed{"9:30", 570}, {"09:30", 570},      {"9.30", 570},    {"9.3", 570},      {"09h30", 570},
        {"9h", 540},        {"9 h 30", 570},     {"9:30 am", 570}, {"9:30AM", 570},   {"9:30 a.m.", 570},
        {"2 pm", 840},      {"2:15 p. m.", 855}, {"12:00 am", 0},  {"12 pm", 720},    {"0930", 570},
        {"930", 570},       {"14:00:00", 840},   {"٩:٣٠", 570},    {"9:30 ص", 570},   {"2:00 م", 840},
        {"noon", 720},      {"midi", 720},       {"9", 540},       {"24:00", 1440},   {"14:00 Uhr", 840},
        {"0.375", 540},     {"0.5", 720},        {"0.30", 30},     {"9：30", -1},     {"9'30", 570},
        {"25:00", -1},      {"9:75", -1},        {"saa 3", -1},    {"soon", -1},      {"", -1},
        {"2027", 1227},     {"9:3", 543},        {"à 9h30", 570},  {"9 o'clock", 540}})
    EXPECT_EQ(typed_time(text).value_or(Minutes(-1)).count(), minutes) << text;
}

TEST(typed_times, a_range_has_its_start_and_its_end) {
  struct Range {
    const char* text;
    int start;
    int end;
  };
  for (const auto& [text, start, end] : {Range{"9:00 - 10:30", 540, 630},
                                         {"9:00–10:30", 540, 630},
                                         {"9h-10h30", 540, 630},
                                         {"9 to 10.30 am", 540, 630},
                                         {"2-3 pm", 840, 900},
                                         {"11-1 pm", 660, 780},
                                         {"22:00-01:00", 1320, 60},
                                         {"de 9:00 a 10:30", 540, 630}}) {
    const auto range = typed_range(text);
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(range->start.count(), start) << text;
    EXPECT_EQ(range->end.count(), end) << text;
  }
  EXPECT_FALSE(typed_range("2027-05-10"));
  EXPECT_FALSE(typed_range("Arrival - welcome"));
  EXPECT_FALSE(typed_range("9:00"));
}

TEST(typed_times, a_length_is_minutes_unless_it_says_hours) {
  for (const auto& [text, minutes] : {Typed{"90", 90},
                                      {"90 min", 90},
                                      {"1h30", 90},
                                      {"01:30", 90},
                                      {"1:30:00", 90},
                                      {"1 h", 60},
                                      {"1.5 h", 90},
                                      {"1,5 heures", 90},
                                      {"PT1H30M", 90},
                                      {"PT45M", 45},
                                      {"90 minutes", 90},
                                      {"90 دقيقة", 90},
                                      {"0.0625", 90},
                                      {"dakika 45", 45},
                                      {"0", -1},
                                      {"long", -1},
                                      {"-5", 5},
                                      {"1:30 sharp", -1}})
    EXPECT_EQ(typed_length(text).value_or(Minutes(-1)).count(), minutes) << text;
}

TEST(typed_times, days_are_read_in_eight_languages_and_most_orders) {
  for (const char* text : {"2027-05-11",
                           "2027/05/11",
                           "20270511",
                           "11/05/2027",
                           "11.05.2027",
                           "11-5-27",
                           "5/11/2027",
                           "11 May 2027",
                           "May 11, 2027",
                           "Tuesday 11 May",
                           "Tue, 11 May 2027",
                           "mardi 11 mai 2027",
                           "mar. 11 mai",
                           "martes 11 de mayo",
                           "terça-feira, 11 de maio de 2027",
                           "الثلاثاء 11 مايو 2027",
                           "١١ مايو ٢٠٢٧",
                           "11 ماي 2027",
                           "ማክሰኞ 11 ሜይ 2027",
                           "11 მაისი 2027",
                           "სამშაბათი, 11 მაისს",
                           "Jumanne 11 Mei 2027",
                           "11th of May",
                           "46518"})
    EXPECT_EQ(read_day(text), "2027-5-11") << text;
}

TEST(typed_times, what_lacks_a_year_or_a_month_is_a_day_of_the_visit) {
  EXPECT_EQ(read_day("Day 2"), "2027-5-11");
  EXPECT_EQ(read_day("Jour 3"), "2027-5-12");
  EXPECT_EQ(read_day("اليوم 1"), "2027-5-10");
  EXPECT_EQ(read_day("Wednesday"), "2027-5-12");
  EXPECT_EQ(read_day("jeudi"), "2027-5-13");
  EXPECT_EQ(read_day("11/5"), "2027-5-11");
  EXPECT_EQ(read_day("5/11"), "2027-5-11");
  EXPECT_EQ(read_day("2"), "2027-5-11 (guess)");
  EXPECT_EQ(read_day("12"), "2027-5-12 (guess)");
  EXPECT_EQ(read_day("Day 9"), "none");
  EXPECT_EQ(read_day("Sunday"), "none");
  EXPECT_EQ(read_day("31/02/2027"), "none");
  EXPECT_EQ(read_day("to be announced"), "none");
}

TEST(typed_times, an_order_that_both_days_and_months_allow_is_what_lies_in_the_visit) {
  EXPECT_EQ(read_day("05/10/2027"), "2027-5-10");
  EXPECT_EQ(read_day("10/05/2027"), "2027-5-10");
  EXPECT_EQ(read_day("03/04/2027"), "2027-4-3 (guess)");
}

TEST(typed_times, a_known_order_of_day_and_month_decides_whatever_the_visit) {
  const auto month_first = typed_day("03/04/2027", kDays, DateOrder::kMonthFirst);
  const auto day_first = typed_day("05/10/2027", kDays, DateOrder::kDayFirst);
  ASSERT_TRUE(month_first && day_first);
  EXPECT_EQ(day_text(month_first->day), "2027-3-4");
  EXPECT_FALSE(month_first->doubt.is_guess);
  EXPECT_EQ(day_text(day_first->day), "2027-10-5");
}

TEST(typed_times, a_number_above_twelve_shows_the_order) {
  for (const char* text : {"4/13/2027", "4/13", "Tue 4/13/27 9:00", "4.13.2027"})
    EXPECT_EQ(order_shown_by(text), DateOrder::kMonthFirst) << text;
  for (const char* text : {"13/4/2027", "31.12.27", "13-4-2027"})
    EXPECT_EQ(order_shown_by(text), DateOrder::kDayFirst) << text;
  for (const char* text : {"4/3/2027", "2027-04-13", "9.30", "9:30", "9.30.00", "13.30-14.30", ""})
    EXPECT_EQ(order_shown_by(text), DateOrder::kUnknown) << text;
  EXPECT_NE(order_shown_by("4/13 May 2"), DateOrder::kDayFirst);
  ProvedOrder proved;
  for (const char* text : {"4/3/2027", "4/13/2027", "13/4/2027"}) proved.see(text);
  EXPECT_EQ(proved.order(), DateOrder::kUnknown);
}

TEST(typed_times, a_weekday_that_is_another_one_is_noticed) {
  const auto right = typed_day("Tuesday 11 May 2027", kDays);
  const auto wrong = typed_day("Monday 11 May 2027", kDays);
  ASSERT_TRUE(right && wrong);
  EXPECT_FALSE(right->doubt.weekday_differs);
  EXPECT_TRUE(wrong->doubt.weekday_differs);
}

TEST(typed_times, only_what_can_be_nothing_else_is_a_heading) {
  for (const char* text : {"Monday 10 May", "2027-05-10", "Day 1", "Lunes", "10 mai 2027", "12/05/27"})
    EXPECT_TRUE(heading_day(text, kDays)) << text;
  for (const char* text :
       {"10", "10/5", "Opening", "9:30", "Room 12", "May", "Our day in the theatre", "9.30.00"})
    EXPECT_FALSE(heading_day(text, kDays)) << text;
  for (const char* text : {"Sunday", "Day 9", "Wednesday 26"}) {
    EXPECT_FALSE(heading_day(text, kDays)) << text;
    EXPECT_TRUE(names_day(text)) << text;
  }
  EXPECT_FALSE(names_day("May 2027"));
}

std::string read_moment(std::string_view text) {
  const auto moment = typed_moment(text, kDays);
  if (!moment) return "none";
  if (moment->instant) return to_rfc3339(*moment->instant);
  return day_text(moment->local) + " " + std::to_string(moment->local.hour) + ":" +
         std::to_string(moment->local.minute) + (moment->has_time ? "" : " (day)");
}

TEST(typed_times, a_moment_keeps_its_offset_or_is_local) {
  EXPECT_EQ(read_moment("2027-05-10T09:30:00+01:00"), "2027-05-10T08:30:00Z");
  EXPECT_EQ(read_moment("2027-05-10T09:30:00+0100"), "2027-05-10T08:30:00Z");
  EXPECT_EQ(read_moment("2027-05-10 09:30:00Z"), "2027-05-10T09:30:00Z");
  EXPECT_EQ(read_moment("2027-05-10T09:30+01"), "2027-05-10T08:30:00Z");
  EXPECT_EQ(read_moment("2027-05-10T09:30:00"), "2027-5-10 9:30");
  EXPECT_EQ(read_moment("2027-05-10 9:30"), "2027-5-10 9:30");
  EXPECT_EQ(read_moment("10.05.2027 9:30"), "2027-5-10 9:30");
  EXPECT_EQ(read_moment("10 May 2027 9.30"), "2027-5-10 9:30");
  EXPECT_EQ(read_moment("2027-05-10 24:00"), "2027-5-11 0:0");
  EXPECT_EQ(read_moment("46517.395833333336"), "2027-5-10 9:30");
  EXPECT_EQ(read_moment("2027-05-10"), "2027-5-10 0:0 (day)");
  EXPECT_EQ(read_moment("9:30"), "none");
}

}  // namespace
}  // namespace tertulia::formats
