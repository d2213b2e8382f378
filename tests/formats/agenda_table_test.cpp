// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/agenda_table.h"

#include "tests/formats/agenda_readings.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/workbooks.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string times(const CalendarEntry& entry) {
  return to_rfc3339(entry.start).substr(5, 11) + " " +
         std::to_string((entry.end - entry.start) / std::chrono::minutes(1));
}

struct agenda_table : AgendaReadings {
  std::vector<CalendarEntry> read(std::string csv, const std::string& name = "agenda.csv",
                                  Named named = Named::kYes) {
    return read_as(name, std::move(csv), kDays, named);
  }
};

TEST_F(agenda_table, a_row_becomes_an_entry_with_all_that_its_columns_say) {
  const auto entries = read(
      "Day,Start,End,Room,Title,title::fr,Kind,Open/closed,Format,Speakers,Expected outcome,Asks\n"
      "2027-05-10,9:30,11:00,Sala Magna,Opening,Ouverture,plenary,open,round-table,Portugal,A common "
      "start,pulse\n");
  ASSERT_THAT(entries, SizeIs(1));
  const CalendarEntry& entry = entries.front();
  EXPECT_EQ(times(entry), "05-10T08:30 90");
  EXPECT_EQ(entry.location, "Sala Magna");
  EXPECT_EQ(entry.title.in("en"), "Opening");
  EXPECT_EQ(entry.title.in("fr"), "Ouverture");
  EXPECT_EQ(entry.extras.access, Access::kOpen);
  EXPECT_EQ(entry.extras.format, "round-table");
  EXPECT_EQ(entry.extras.speakers.in("en"), "Portugal");
  EXPECT_EQ(entry.extras.expected_outcomes.in("en"), "A common start");
  EXPECT_EQ(entry.extras.form, "pulse");
  EXPECT_EQ(entry.extras.place, (Place{"agenda.csv", "E2"}));
}

TEST_F(agenda_table, days_of_a_workbook_may_count_from_1904) {
  const auto cell = [](const std::string& name, const std::string& text) {
    return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  };
  auto parts = workbook_parts("<row r=\"1\">" + cell("A1", "Day") + cell("B1", "Start") + cell("C1", "End") +
                              cell("D1", "Title") +
                              "</row><row r=\"2\"><c r=\"A2\"><v>45055</v></c><c r=\"B2\"><v>0.375</v></c>"
                              "<c r=\"C2\"><v>45055.5</v></c>" +
                              cell("D2", "45055") + "</row>");
  std::string& workbook = parts["xl/workbook.xml"];
  workbook.insert(workbook.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
  workbook.replace(workbook.find("survey"), 6, "agenda");
  const auto entries = read(zipped(parts), "agenda.xlsx");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(times(entries.front()), "05-10T08:00 180");
  EXPECT_EQ(entries.front().title.in("en"), "45055");
}

TEST_F(agenda_table, the_guess_is_said_in_words) {
  read("Jour;Heure;Titre;Remarques\n10/05/2027;9h-10h;Ouverture;x\n");
  EXPECT_THAT(
      guessed(findings),
      SaysAt("",
             "Read as an agenda: day in column A ('Jour'), start in column B ('Heure'), title in column C "
             "('Titre'). Not read: column D ('Remarques')."));
}

TEST_F(agenda_table, headers_are_known_in_eight_languages) {
  for (const char* header :
       {"Day;Start;Minutes;Room;Title", "Jour;Début;Durée (min);Salle;Titre",
        "Fecha;Hora de inicio;Duración;Lugar;Título", "Data;Início;Duração;Local;Título",
        "التاريخ;البداية;المدة;القاعة;العنوان", "ቀን;ሰዓት;ደቂቃ;ክፍል;ርዕስ",
        "თარიღი;დაწყება;ხანგრძლივობა;დარბაზი;სათაური", "Tarehe;Mwanzo;Dakika;Chumba;Kichwa"}) {
    findings = {};
    const auto entries = read(std::string(header) + "\n11.05.2027;09:30;45;Sala;T\n");
    ASSERT_THAT(entries, SizeIs(1)) << header;
    EXPECT_EQ(times(entries[0]), "05-11T08:30 45") << header;
    EXPECT_EQ(entries[0].location, "Sala") << header;
  }
}

TEST_F(agenda_table, a_day_holds_for_the_rows_below_it) {
  const auto entries = read(
      "Exchange visit\n\nDay,Time,What\nMonday 10 May,9:00-10:00,A\n,10:00-11:00,B\n"
      "Tuesday 11 May,,\n,9:00-10:00,C\nDay 3\n,09:00 – 10:00,D\n");
  ASSERT_THAT(entries, SizeIs(4));
  EXPECT_EQ(times(entries[1]), "05-10T09:00 60");
  EXPECT_EQ(times(entries[2]), "05-11T08:00 60");
  EXPECT_EQ(times(entries[3]), "05-12T08:00 60");
}

TEST_F(agenda_table, an_entry_without_an_end_lasts_until_the_next_one_in_its_room) {
  const auto entries =
      read("Day,Start,Title,Room\n10/05/2027,9:00,A,X\n,9:00,B,Y\n,10:00,C,X\n,11:30,D,Y\n,12:00,E,X\n");
  ASSERT_THAT(entries, SizeIs(5));
  EXPECT_EQ(times(entries[0]), "05-10T08:00 60");
  EXPECT_EQ(times(entries[1]), "05-10T08:00 150");
  EXPECT_EQ(times(entries[2]), "05-10T09:00 120");
}

TEST_F(agenda_table, the_next_entry_is_the_one_that_starts_next_wherever_its_row_stands) {
  const auto entries = read(
      "Day,Start,Title,Room\n10/05/2027,14:00,A,X\n2027-05-10,23:00-23:30,B,X\n2027-05-10,16:00-17:00,C,X\n"
      "2027-05-10,15:00,D,Y\n");
  ASSERT_THAT(entries, SizeIs(4));
  EXPECT_EQ(times(entries[0]), "05-10T13:00 120");
  EXPECT_EQ(times(entries[3]), "05-10T14:00 5");
}

TEST_F(agenda_table, a_row_without_a_title_ends_what_comes_before_and_a_kind_is_its_title) {
  const auto entries = read(
      "Day,Start,Type,Title\n10/05/2027,9:45,Keynote,Water\n,10:15,Break,\n,10:45,Talk,Soil\n,11:30,,\n");
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(times(entries[0]), "05-10T08:45 30");
  EXPECT_EQ(entries[1].title.in("en"), "Break");
  EXPECT_TRUE(entries[1].is_break);
  EXPECT_EQ(times(entries[2]), "05-10T09:45 45");
  EXPECT_THAT(skipped(findings), SaysAt("D5", "no title"));
}

TEST_F(agenda_table, an_end_that_cannot_be_read_is_as_one_that_is_missing_and_is_said) {
  const auto entries =
      read("Day,Start,End,Title\n10/05/2027,9:00,tbd,A\n,10:00,11:00,B\n,12:00,open end,C\n");
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(times(entries[0]), "05-10T08:00 60");
  EXPECT_EQ(times(entries[2]), "05-10T11:00 5");
  EXPECT_THAT(guessed(findings),
              SaysAt("D2", "'A', 'tbd': Lasts until the next entry in its room, because its"));
  EXPECT_THAT(guessed(findings),
              SaysAt("D4", "'C', 'open end': Its end cannot be read; shown for 5 minutes."));
}

TEST_F(agenda_table, a_length_that_cannot_be_read_costs_itself) {
  const auto entries = read("Day,Start,Duration,Title\n10/05/2027,9:00,long,A\n");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_THAT(guessed(findings),
              SaysAt("D2", "'A', 'long': Its length cannot be read; shown for 5 minutes."));
}

TEST_F(agenda_table, the_last_entry_of_a_day_is_shown_although_nothing_says_its_end) {
  const auto entries = read(
      "Day,Start,End,Title\n10/05/2027,17:00,,Bus\n10/05/2027,18:30,18:30,Reception\n"
      "11/05/2027,0:00,0:00,Excursion\n");
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(times(entries[1]), "05-10T17:30 5");
  EXPECT_EQ(times(entries[2]), "05-10T23:00 1440");
  EXPECT_THAT(guessed(findings), SaysAt("D3", "'Reception': It has no end; shown for 5 minutes."));
}

TEST_F(agenda_table, an_entry_outside_of_the_visits_days_is_left_out_and_named) {
  EXPECT_THAT(read("Day,Start,End,Title\n2026-05-10,9:00,10:00,Last year\n2027-05-10,9:00,10:00,Good\n"),
              SizeIs(1));
  EXPECT_THAT(skipped(findings), SaysAt("D2", "'Last year', 2026-05-10 09:00: Left out: outside of the"));
}

TEST_F(agenda_table, a_day_that_may_be_another_one_is_said) {
  read("Day,Start,End,Title\nMonday 11 May 2027,9:00,10:00,A\n2,9:00,10:00,B\n10/05/2027,9:00,10:00,C\n");
  EXPECT_THAT(guessed(findings), SaysAt("D2", "'Monday 11 May 2027' read as 2027-05-11: Its weekday is not"));
  EXPECT_THAT(guessed(findings), SaysAt("D3", "'2' read as 2027-05-11: Its day can be read in more than"));
}

TEST_F(agenda_table, the_only_day_of_a_visit_is_no_guess) {
  const CalendarDays one{kDays.zone, kDays.first_day, kDays.first_day, kDays.language};
  const auto contents = read_agenda_file({"agenda.csv", "Start,End,Title\n9:00,10:00,A\n10:00,11:00,B\n"},
                                         Named::kYes, one, findings);
  ASSERT_TRUE(contents);
  EXPECT_THAT(contents->entries, SizeIs(2));
  EXPECT_THAT(guessed(findings), SizeIs(1));  // which column is what
}

TEST_F(agenda_table, a_finding_does_not_tell_the_title_of_a_closed_entry) {
  read("Day,Start,End,Title,Access\n2027-05-10,9:00,8:00,Budget,closed\n");
  EXPECT_THAT(skipped(findings), SaysAt("D2", "a closed entry: Left out, because it ends before it starts"));
}

TEST_F(agenda_table, one_bad_row_costs_itself_and_is_named_with_its_cell) {
  const auto entries = read(
      "Day,Start,End,Title\n10/05/2027,9:00,10:00,Good\n10/05/2027,half past nine,10:00,Bad\n,9:00,10:00,\n"
      "10/05/2027,9:00,8:00,Backwards\n");
  EXPECT_THAT(entries, SizeIs(1));
  EXPECT_THAT(skipped(findings),
              SaysAt("D3", "'half past nine': Left out, because its start cannot be read"));
  EXPECT_THAT(skipped(findings), SaysAt("D4", "no title"));
  EXPECT_THAT(skipped(findings), SaysAt("D5", "ends before it starts"));
  EXPECT_THAT(wrong(findings), IsEmpty());
}

TEST_F(agenda_table, what_ends_after_midnight_ends_the_next_day) {
  const auto entries = read("Day,Start,End,Title\n10/05/2027,21:00,0:30,Party\n");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(times(entries[0]), "05-10T20:00 210");
}

TEST_F(agenda_table, a_column_of_yes_and_no_says_what_is_closed) {
  const auto entries = read(
      "Day,Start,Minutes,Title,Closed?\n2027-05-10,9:00,30,A,yes\n2027-05-10,9:30,30,B,no\n2027-05-10,10:00,"
      "30,C,\n"
      "2027-05-10,10:30,30,D,maybe\n");
  ASSERT_THAT(entries, SizeIs(4));
  EXPECT_EQ(entries[0].extras.access, Access::kClosed);
  EXPECT_EQ(entries[1].extras.access, Access::kOpen);
  EXPECT_EQ(entries[2].extras.access, std::nullopt);
  EXPECT_EQ(entries[3].extras.access, Access::kClosed);
}

TEST_F(agenda_table, without_a_header_the_content_tells) {
  const auto entries = read("10/05/2027,09:00,10:30,Opening of the visit\n10/05/2027,10:30,11:00,Coffee\n");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(times(entries[0]), "05-10T08:00 90");
  EXPECT_EQ(entries[1].title.in("en"), "Coffee");
}

TEST_F(agenda_table, a_table_that_nobody_named_needs_a_header) {
  EXPECT_THAT(read("10/05/2027,09:00,10:30,Opening\n10/05/2027,9:00,10:00,B\n", "media/list.csv", Named::kNo),
              IsEmpty());
  EXPECT_THAT(findings.all(), IsEmpty());
  EXPECT_THAT(read("Day,Start,Minutes,Title\n10/05/2027,09:00,30,Opening\n", "plan.csv", Named::kNo),
              SizeIs(1));
}

TEST_F(agenda_table, a_table_that_is_no_agenda_is_said_when_it_was_named) {
  EXPECT_THAT(read("Country,Capital\nPortugal,Lisbon\n"), IsEmpty());
  EXPECT_THAT(wrong(findings), SaysAt("", "a row with \"title\" and \"start\""));
}

TEST_F(agenda_table, real_cells_of_a_workbook_are_days_and_times) {
  auto parts = workbook_parts(
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Date</t></is></c><c r=\"B1\" "
      "t=\"inlineStr\"><is><t>Start</t></is>"
      "</c><c r=\"C1\" t=\"inlineStr\"><is><t>End</t></is></c><c r=\"D1\" "
      "t=\"inlineStr\"><is><t>Title</t></is></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>46517</v></c><c r=\"B2\"><v>0.39583333333333331</v></c><c "
      "r=\"C2\"><v>0.4375</v></c>"
      "<c r=\"D2\" t=\"inlineStr\"><is><t>Opening</t></is></c></row>"
      "<row r=\"3\"><c r=\"B3\"><v>46517.5</v></c><c r=\"C3\"><v>46517.541666666664</v></c>"
      "<c r=\"D3\" t=\"inlineStr\"><is><t>Lunch talk</t></is></c></row>");
  for (auto& [name, part] : parts)
    if (const std::size_t at = part.find("\"survey\""); name == "xl/workbook.xml" && at != std::string::npos)
      part.replace(at, 8, "\"Programme\"");
  const auto entries = read(zipped(parts), "plan.xlsx", Named::kNo);
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(times(entries[0]), "05-10T08:30 60");
  EXPECT_EQ(times(entries[1]), "05-10T11:00 60");
  EXPECT_EQ(entries[1].extras.place, (Place{"plan.xlsx", "Programme!D3"}));
}

TEST_F(agenda_table, an_xlsform_is_no_agenda) {
  EXPECT_THAT(read(zipped(workbook_parts("")), "pulse.xlsx", Named::kNo), IsEmpty());
  EXPECT_THAT(findings.all(), IsEmpty());
}

TEST_F(agenda_table, titles_side_by_side_in_two_languages_are_translations) {
  const auto entries = read("Day,Start,Minutes,Title,Titre\n2027-05-10,9:00,30,Opening,Ouverture\n");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(entries[0].title.in("fr"), "Ouverture");
  EXPECT_EQ(entries[0].title.in("en"), "Opening");
}

}  // namespace
}  // namespace tertulia::formats
