// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/grouped_findings.h"

#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

TEST(grouped_findings, one_entry_is_said_at_its_place) {
  GroupedFindings grouped("agenda.ics");
  grouped.add(Severity::kSkipped, "Left out.", {"'Opening'", "line 4"});
  Findings findings;
  grouped.write_to(findings);
  EXPECT_THAT(skipped(findings), ElementsAre("line 4: 'Opening': Left out."));
}

TEST(grouped_findings, several_entries_are_counted_and_named) {
  GroupedFindings grouped("agenda.ics");
  grouped.add(Severity::kGuessed, "Kept.", {"'A'", "line 4"});
  grouped.add(Severity::kGuessed, "Kept.", {"'B'", "line 9"});
  Findings findings;
  grouped.write_to(findings);
  EXPECT_THAT(guessed(findings), ElementsAre(": 2 entries: Kept. ('A', line 4; 'B', line 9)"));
}

TEST(grouped_findings, what_is_named_has_a_bound_and_what_is_counted_has_none) {
  GroupedFindings grouped("agenda.ics", "row", "rows");
  for (int number = 0; number < 1000; ++number)
    grouped.add(Severity::kGuessed, "Kept.", {"'" + std::to_string(number) + "'", ""});
  Findings findings;
  grouped.write_to(findings);
  ASSERT_EQ(findings.all().size(), 1U);
  EXPECT_THAT(guessed(findings), ElementsAre(testing::StartsWith(": 1000 rows: Kept. ('0'; '1'; ")));
  EXPECT_THAT(guessed(findings), ElementsAre(EndsWith("; and 990 more)")));
}

TEST(grouped_findings, equal_subjects_are_named_once) {
  GroupedFindings grouped("agenda.ics");
  for (int number = 0; number < 24; ++number) grouped.add(Severity::kGuessed, "Elsewhere.", {"'Museum'", ""});
  Findings findings;
  grouped.write_to(findings);
  EXPECT_THAT(guessed(findings), ElementsAre(": 24 entries: Elsewhere. ('Museum')"));
}

TEST(grouped_findings, groups_come_in_the_order_in_which_they_began) {
  GroupedFindings grouped("agenda.ics");
  grouped.add(Severity::kSkipped, "First.", {"", "line 1"});
  grouped.add(Severity::kSkipped, "Second.", {"", "line 2"});
  grouped.add(Severity::kSkipped, "First.", {"", "line 3"});
  Findings findings;
  grouped.write_to(findings);
  EXPECT_THAT(skipped(findings), ElementsAre(": 2 entries: First. (line 1; line 3)", "line 2: Second."));
  Findings nothing;
  grouped.write_to(nothing);
  EXPECT_THAT(nothing.all(), IsEmpty());
}

TEST(grouped_by_kind, ten_of_a_kind_stay_and_more_are_one_with_the_first_places) {
  Findings findings;
  for (int row = 1; row <= 10; ++row) findings.skipped(at_line("f.csv", row), "Not 'a'.");
  for (int row = 1; row <= 12; ++row)
    findings.wrong(at_line("f.csv", row), "The type '" + std::to_string(row) + "' is unknown.");
  findings.skipped(at_line("f.csv", 99), "Something else.");
  const Findings grouped = grouped_by_kind(findings);
  EXPECT_EQ(skipped(grouped).size(), 11U);
  ASSERT_EQ(wrong(grouped).size(), 1U);
  EXPECT_EQ(wrong(grouped).front(),
            "line 1: The type '1' is unknown. And 11 more of this kind: line 2 '2'; line 3 '3'; line 4 '4'; "
            "line 5 '5'; line 6 '6'; line 7 '7'; line 8 '8'; line 9 '9'; line 10 '10'; ...");
}

TEST(grouped_by_kind, what_found_no_room_is_still_counted) {
  Findings findings(20);
  for (int row = 0; row < 30; ++row) findings.wrong({"f.csv", ""}, "Wrong.");
  const Findings grouped = grouped_by_kind(findings);
  EXPECT_TRUE(grouped.any_wrong());
  EXPECT_EQ(grouped.all().size(), 1U);
  EXPECT_EQ(grouped.more(Severity::kWrong), 10U);
}

}  // namespace
}  // namespace tertulia::formats
