// SPDX-License-Identifier: Apache-2.0
// A calendar for each kind of thing that calendar programs write, tests/formats/calendar/*.ics. Beside each a
// .txt says which sessions and findings are right:
//   # what it is about
//   # days 2027-03-26 2027-03-31       the visit's days, if they are not 10 to 13 May 2027
//   2027-05-10 09:00 - 10:00 Opening [closed]  a session in local time of Lisbon
//   guessed line 4: ...                a finding
// With TERTULIA_ACCEPT=1 in the environment the test writes the lines behind the comments anew: read them.
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/pack/agenda_builder.h"
#include "tests/formats/corpus.h"

namespace tertulia::formats {
namespace {

namespace fs = std::filesystem;

fs::path corpus() { return fs::path(TERTULIA_SOURCE_DIR) / "tests/formats/calendar"; }

LocalTime day_from(const std::string& text) {
  return {std::stoi(text.substr(0, 4)),
          static_cast<unsigned>(std::stoi(text.substr(5, 2))),
          static_cast<unsigned>(std::stoi(text.substr(8, 2))),
          0,
          0,
          0};
}

VisitFile visit_of(const std::string& head) {
  VisitFile file;
  file.name = "visit.toml";
  file.visit.zone = "Europe/Lisbon";
  file.visit.languages = {"en", "pt"};
  file.visit.rooms = {{"magna", LocalizedText("pt", "Sala Magna")},
                      {"azul", LocalizedText("pt", "Sala Azul")}};
  const std::size_t days = head.find("# days ");
  const bool has_days = days != std::string::npos;
  file.visit.first_day = day_from(has_days ? head.substr(days + 7, 10) : "2027-05-10");
  file.visit.last_day = day_from(has_days ? head.substr(days + 18, 10) : "2027-05-13");
  return file;
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string text_of(WallTime time, const std::string& zone, bool with_day) {
  const LocalTime local = to_local(time, zone).value();
  const std::string clock = two(local.hour) + ":" + two(local.minute);
  if (!with_day) return clock;
  return std::to_string(local.year) + "-" + two(static_cast<int>(local.month)) + "-" +
         two(static_cast<int>(local.day)) + " " + clock;
}

std::string line_of(const Session& session, const std::string& zone) {
  const std::string start = text_of(session.start(), zone, true);
  const bool is_same_day = start.substr(0, 10) == text_of(session.end, zone, true).substr(0, 10);
  std::string line = start + " - " + text_of(session.end, zone, !is_same_day) + " " + session.title.in("en");
  if (session.access == Access::kClosed) line += " [closed]";
  if (session.is_break) line += " [break]";
  if (session.all_day) line += " [all day]";
  if (session.presence != Presence::kInPerson) line += " [" + std::string(to_text(session.presence)) + "]";
  if (!session.room.empty()) line += " in " + session.room;
  if (session.room.empty() && !session.place.empty()) line += " at " + session.place;
  std::string outcomes = session.expected_outcomes.in("en");
  std::replace(outcomes.begin(), outcomes.end(), '\n', '|');
  return line + (outcomes.empty() ? "" : " -> " + outcomes) + "\n";
}

std::string listing(const std::string& bytes, const VisitFile& visit) {
  const Visit& facts = visit.visit;
  Findings findings;
  std::string text;
  const auto contents =
      read_icalendar({"agenda.ics", bytes}, {facts.zone, facts.first_day, facts.last_day, "en"}, findings);
  if (contents) {
    const Agenda agenda =
        build_agenda({visit, "agenda.ics", contents->entries, contents->left_out}, findings);
    for (const Session& session : agenda.sessions) text += line_of(session, facts.zone);
  }
  for (const Finding& finding : findings.all()) {
    // Most have no place, and are about something else.
    if (finding.message.find("It names no room") != std::string::npos) continue;
    text += line_of(finding);
  }
  return text;
}

class calendar_corpus : public testing::TestWithParam<std::string> {};

TEST_P(calendar_corpus, gives_the_sessions_and_findings_beside_it) {
  const fs::path path = corpus() / GetParam();
  fs::path expected_path = path;
  expected_path.replace_extension(".txt");
  const std::string expected = bytes_of(expected_path);
  const std::string head = comments_of(expected);
  ASSERT_FALSE(head.empty()) << expected_path << " has to say what the calendar is about";
  const std::string found = head + listing(bytes_of(path), visit_of(head));
  if (std::getenv("TERTULIA_ACCEPT") != nullptr) std::ofstream(expected_path, std::ios::binary) << found;
  EXPECT_EQ(found, expected);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = fs::path(info.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(kinds, calendar_corpus, testing::ValuesIn(corpus_names(corpus())), test_name);

TEST(calendar_corpus_files, there_are_many_kinds) { EXPECT_GE(corpus_names(corpus()).size(), 120U); }

}  // namespace
}  // namespace tertulia::formats
