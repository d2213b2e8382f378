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

}  // namespace
}  // namespace tertulia::formats
