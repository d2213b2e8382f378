// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/agenda_change_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_device.h"

namespace tertulia {
namespace {

using test::plain;

// The lines for what `change` does to the agenda of the sample.
template <class Change>
std::vector<std::string> lines_after(Change change) {
  const DeviceState device_state = test::sample_device();
  Agenda updated = device_state.pack.agenda;
  change(updated);
  std::vector<std::string> lines;
  for (const AgendaChangeLine& line :
       change_lines(difference(device_state.pack.agenda, updated), device_state.pack.visit, Catalogue()))
    lines.push_back(plain(line.label + " | " + line.title + " | " + line.detail));
  return lines;
}

Session& session_of(Agenda& agenda, std::string_view slug) {
  for (Session& session : agenda.sessions)
    if (session.slug == slug) return session;
  return agenda.sessions.front();
}

TEST(agenda_change_words, a_moved_session_says_from_when_to_when) {
  const auto lines = lines_after([](Agenda& agenda) {
    Session& status = session_of(agenda, "status");
    status.rundown.start += Minutes(30);
    status.end += Minutes(30);
  });
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], testing::StartsWith("Moved | "));
  EXPECT_THAT(lines[0], testing::HasSubstr("11 May, 10:30 to "));
  EXPECT_THAT(lines[0], testing::EndsWith("11 May, 11:00"));
}

TEST(agenda_change_words, a_cancelled_and_a_new_session_say_when_and_where) {
  const auto lines = lines_after([](Agenda& agenda) {
    std::erase_if(agenda.sessions, [](const Session& session) { return session.slug == "lunch"; });
    Session added = session_of(agenda, "status");
    added.id = "added";
    added.title = LocalizedText("en", "Site visit");
    added.rundown.start += Minutes(12 * 60);
    added.end += Minutes(12 * 60);
    agenda.sessions.push_back(added);
  });
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], testing::StartsWith("Cancelled | "));
  EXPECT_THAT(lines[1], testing::StartsWith("New | Site visit | "));
}

TEST(agenda_change_words, several_changes_of_one_session_are_one_line) {
  const auto lines = lines_after([](Agenda& agenda) {
    Session& status = session_of(agenda, "status");
    status.room = "verde";
    status.title = LocalizedText("en", "Panel");
    status.end += Minutes(5);
  });
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], testing::StartsWith("Moved · Another room · Renamed | Panel | Ends 11:45"));
}

}  // namespace
}  // namespace tertulia
