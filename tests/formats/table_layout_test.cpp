// SPDX-License-Identifier: Apache-2.0
// Which column of a table is taken for what, and which day a row or a column belongs to.
#include "firmware/formats/schedule/agenda_table.h"
#include "tests/formats/agenda_readings.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const CalendarDays kMonday{kDays.zone, kDays.first_day, kDays.first_day, kDays.language};

struct table_layout : AgendaReadings {
  std::vector<CalendarEntry> entries;  // as read() found them last

  // "05-10 Opening" of each entry.
  std::vector<std::string> read(std::string csv, const CalendarDays& days = kDays,
                                Named named = Named::kYes) {
    entries = read_as("plan.csv", std::move(csv), days, named);
    std::vector<std::string> lines;
    for (const CalendarEntry& entry : entries)
      lines.push_back(to_rfc3339(entry.start).substr(5, 5) + " " + entry.title.in("en"));
    return lines;
  }
};

TEST(column_names, words_of_a_header_may_run_together_or_be_joined) {
  for (const char* header : {"StartTime", "starttime", "start_time", "START-TIME", "Time Start", "HeureDébut",
                             "hora_inicio", "HoraDeInicio", "وقت_البدء", "muda_wa_kuanza", "Beginn"}) {
    const auto column = column_named(header);
    ASSERT_TRUE(column) << header;
    EXPECT_EQ(column->role, ColumnRole::kStart) << header;
    EXPECT_FALSE(column->is_loose) << header;
  }
  EXPECT_EQ(column_named("SessionTitle")->role, ColumnRole::kTitle);
  EXPECT_EQ(column_named("StartDate")->role, ColumnRole::kDay);
  EXPECT_EQ(column_named("TitleFR")->language, "fr");
}

TEST(column_names, further_words_in_a_header_open_and_close_no_session) {
  for (const char* header :
       {"Open questions", "Private notes", "Closed captions", "Date created", "End date"})
    EXPECT_FALSE(column_named(header)) << header;
  EXPECT_EQ(column_named("Session date")->role, ColumnRole::kDay);
  EXPECT_EQ(column_named("Session chair")->role, ColumnRole::kTitle);
}

TEST(column_names, a_header_may_name_its_language) {
  for (const char* header :
       {"title::fr", "Title (fr)", "TITLE: French", "titre_fr", "Title [FR]", "Title::Français (fr)"}) {
    const auto column = column_named(header);
    ASSERT_TRUE(column) << header;
    EXPECT_EQ(column->role, ColumnRole::kTitle) << header;
    EXPECT_EQ(column->language, "fr") << header;
  }
  EXPECT_EQ(column_named("Duration (min)")->role, ColumnRole::kLength);
  EXPECT_FALSE(column_named("Remarks"));
  EXPECT_FALSE(column_named(""));
}

TEST(column_names, other_words_behind_a_known_one_make_it_a_loose_guess) {
  EXPECT_TRUE(column_named("Session chair")->is_loose);
  EXPECT_FALSE(column_named("Duration (min)")->is_loose);
}

TEST_F(table_layout, a_header_of_words_run_together_is_the_header) {
  EXPECT_THAT(read("Date,StartTime,EndTime,SessionTitle,Speakers,Summary,Location,Link\n"
                   "2027-05-10,10:00,10:30,Water,Ana,A long summary of it,Room 1,x\n"),
              ElementsAre("05-10 Water"));
  EXPECT_EQ(entries.front().location, "Room 1");
  EXPECT_EQ(entries.front().description.in("en"), "A long summary of it");
  EXPECT_THAT(guessed(findings), SaysAt("", "room in column G ('Location'). Not read: column H ('Link')."));
}

TEST_F(table_layout, a_german_header_is_known) {
  EXPECT_THAT(
      read("Datum;Beginn;Ende;Titel;Teilnehmer;Raum\n10.05.2027;9:00;10:00;Auftakt;Die ganze Runde;Saal\n"),
      ElementsAre("05-10 Auftakt"));
  EXPECT_EQ(entries.front().location, "Saal");
}

TEST_F(table_layout, a_row_of_mostly_known_words_is_the_header_and_the_title_is_guessed) {
  EXPECT_THAT(
      read("Day,Start,End,Happening,Room\n2027-05-10,9:00,10:00,Opening,X\n2027-05-10,10:00,11:00,Tea,X\n"),
      ElementsAre("05-10 Opening", "05-10 Tea"));
  EXPECT_EQ(entries.front().location, "X");
  EXPECT_THAT(guessed(findings), SaysAt("", "title in column D ('Happening')"));
}

TEST_F(table_layout, without_another_title_a_description_is_the_title) {
  EXPECT_THAT(read("day,hour,content\n10/05/2027,10:00-10:30,Registration\n"),
              ElementsAre("05-10 Registration"));
}

TEST_F(table_layout, an_exact_header_wins_over_one_with_other_words) {
  EXPECT_THAT(read("Day,Start,Session chair,Title\n2027-05-10,9:00,Ana,Water\n"), ElementsAre("05-10 Water"));
  EXPECT_THAT(guessed(findings), SaysAt("", "Not read: column C ('Session chair')."));
}

TEST_F(table_layout, a_date_wins_over_the_number_of_a_day) {
  EXPECT_THAT(read("day,date,time,title\n1,2027-05-11,09:00 - 10:00,A\n2,2027-05-12,09:00 - 10:00,B\n"),
              ElementsAre("05-11 A", "05-12 B"));
  EXPECT_THAT(guessed(findings), SaysAt("", "day in column B ('date')"));
  EXPECT_THAT(guessed(findings), SaysAt("", "Not read: column A ('day')."));
}

TEST_F(table_layout, a_date_above_which_nothing_stands_is_the_day) {
  EXPECT_THAT(read(",Start,Title\n12/05/27,9:00,A\n13/05/27,9:00,B\n"), ElementsAre("05-12 A", "05-13 B"));
}

TEST_F(table_layout, years_of_two_digits_are_known_by_the_shape_of_the_dates) {
  EXPECT_THAT(
      read("A,B,C,D\nx,12/05/27,2:00 p.m.,Water\nx,13/05/27,3:00 p.m.,Soil\nx,13/05/27,4:00 p.m.,Air\n"),
      ElementsAre("05-12 Water", "05-13 Soil", "05-13 Air"));
}

TEST_F(table_layout, one_date_of_a_column_proves_the_order_of_the_others) {
  const CalendarDays spring{kDays.zone, {2027, 3, 1, 0, 0, 0}, {2027, 5, 13, 0, 0, 0}, "en"};
  EXPECT_THAT(read("Date,Start,End,Title\n4/3/2027,9:00,10:00,A\n4/13/2027,9:00,10:00,B\n", spring),
              ElementsAre("04-03 A", "04-13 B"));
  EXPECT_THAT(guessed(findings), SizeIs(1));  // which column is what
  EXPECT_THAT(read("Date,Start,End,Title\n4/3/2027,9:00,10:00,A\n13/4/2027,9:00,10:00,B\n", spring),
              ElementsAre("03-04 A", "04-13 B"));
}

TEST_F(table_layout, a_grid_has_a_day_above_each_column) {
  const char* grid =
      "Time,Monday 10*,Tuesday 11,Wednesday "
      "12\n9.00-10.15,Welcome,Networks,Data\n10.15-10.30,Break,-,Break\n";
  EXPECT_THAT(read(grid),
              ElementsAre("05-10 Welcome", "05-11 Networks", "05-12 Data", "05-10 Break", "05-12 Break"));
  EXPECT_THAT(guessed(findings), SaysAt("", "titles of a day in column C ('Tuesday 11')"));
  EXPECT_THAT(skipped(findings), IsEmpty());
}

TEST_F(table_layout, columns_of_a_grid_for_days_that_the_visit_has_not_are_left_out_and_said) {
  EXPECT_THAT(read("Time,Monday 10,Tuesday 11,Wednesday 12\n9:00-10:00,Welcome,Networks,Data\n", kMonday),
              ElementsAre("05-10 Welcome"));
  EXPECT_THAT(skipped(findings), SaysAt("", "2 entries: Left out, because its day is none of the visit's"));
}

TEST_F(table_layout, rows_below_a_day_that_the_visit_has_not_are_not_of_the_day_before) {
  EXPECT_THAT(read("Start,End,Title\nMonday\n9:00,10:00,A\nTuesday\n9:00,10:00,B\n", kMonday),
              ElementsAre("05-10 A"));
  EXPECT_THAT(skipped(findings),
              SaysAt("C5", "'B', 'Tuesday': Left out, because its day is none of the visit's"));
}

TEST_F(table_layout, a_month_above_a_table_is_no_day) {
  EXPECT_THAT(read("Programme of May 2027\nStart,End,Title\n9:00,10:00,A\n", kMonday),
              ElementsAre("05-10 A"));
}

TEST_F(table_layout, an_entry_whose_day_nothing_says_is_told_where_to_put_it) {
  EXPECT_THAT(read("Start,End,Title\n9:00,10:00,A\n"), IsEmpty());
  EXPECT_THAT(skipped(findings),
              SaysAt("C2", "nothing says its day; give it one, in a table in a column 'date'"));
}

TEST_F(table_layout, a_guessed_title_is_no_agenda_in_a_file_that_nobody_named) {
  EXPECT_THAT(read("Day,Start,End,Happening\n2027-05-10,9:00,10:00,Opening\n2027-05-10,10:00,11:00,Tea\n",
                   kDays, Named::kNo),
              IsEmpty());
}

TEST_F(table_layout, of_two_columns_of_titles_an_empty_cell_erases_nothing) {
  EXPECT_THAT(read("Day,Start,End,Session,Title\n2027-05-10,9:00,10:00,Coffee break,\n"
                   "2027-05-10,10:00,11:00,S1,Opening\n"),
              ElementsAre("05-10 Coffee break", "05-10 Opening"));
}

TEST_F(table_layout, of_two_languages_each_keeps_its_titles) {
  const CalendarDays french{kDays.zone, kDays.first_day, kDays.last_day, "fr"};
  const auto all =
      read_as("plan.csv", "Day,Start,End,Title,Titre\n2027-05-10,9:00,10:00,Opening,Ouverture\n", french);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].title.in("en"), "Opening");
  EXPECT_EQ(all[0].title.in("fr"), "Ouverture");
}

TEST_F(table_layout, a_date_is_no_time_of_day) {
  const auto all =
      read_as("plan.csv", "Day,Start,Duration,End date,Title\n2027-05-10,9:00,60,10/05/2027,Opening\n");
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(to_rfc3339(all[0].end), "2027-05-10T09:00:00Z");
}

}  // namespace
}  // namespace tertulia::formats
