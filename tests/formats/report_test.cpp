// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/report.h"

#include <gmock/gmock.h>

#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(report, a_good_pack_is_told_in_numbers) {
  const PackReading reading = read_pack(lisbon_folder());
  const std::string report = check_report(reading);
  EXPECT_THAT(report, HasSubstr("Visit lisbon-2027: Peer exchange\n"));
  EXPECT_THAT(report, HasSubstr("Agenda: 5 sessions in 2 rooms over 2 days\n  4 open, 1 closed; 2 breaks"));
  EXPECT_THAT(report, HasSubstr("Form pulse: 2 questions on 2 pages\n  languages: en pt ka (4 of 5)"));
  EXPECT_THAT(report, HasSubstr("The pack can be used.\n"));
  EXPECT_EQ(check_exit_code(reading), 0);
}

TEST(report, what_was_guessed_and_skipped_has_its_own_list_with_places) {
  FileMap files = lisbon_files();
  files["forms/remarks.txt"] = "Ask Ana.";
  const std::string report = check_report(read_pack_from(files));
  EXPECT_THAT(report, HasSubstr("Guessed ("));
  EXPECT_THAT(report, HasSubstr("agenda.ics, line "));
  EXPECT_THAT(report, HasSubstr("forms/pulse.csv, survey!"));
  EXPECT_THAT(report, HasSubstr("Skipped ("));
  EXPECT_THAT(report, HasSubstr("forms/remarks.txt: This is no form"));
}

TEST(report, a_wrong_pack_says_so_and_its_exit_code_too) {
  FileMap files = lisbon_files();
  files.erase("agenda.ics");
  const PackReading reading = read_pack_from(files);
  EXPECT_THAT(check_report(reading), HasSubstr("Wrong (1)\n  visit.toml, [agenda]: "));
  EXPECT_THAT(check_report(reading), Not(HasSubstr("can be used")));
  EXPECT_EQ(check_exit_code(reading), 2);
}

TEST(report, findings_that_find_no_room_are_counted) {
  PackReading reading;
  for (std::size_t i = 0; i < Findings::kMost + 312; ++i)
    reading.findings.skipped({"a.csv", ""}, "Left out.");
  Findings others;
  others.add(reading.findings);
  EXPECT_EQ(others, reading.findings);
  EXPECT_THAT(check_report(reading), HasSubstr("Skipped (1312)\n"));
  EXPECT_THAT(check_report(reading), HasSubstr("  and 312 more\n"));
}

}  // namespace
}  // namespace tertulia::formats
