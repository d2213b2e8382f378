// SPDX-License-Identifier: Apache-2.0
// What the hub gets of the notes of a room.
#include "firmware/app/desk/note_events.h"

#include <gtest/gtest.h>

#include "tests/support/sample_device.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

class Noted : public ::testing::Test {
 protected:
  // What `device` says of a note, and what the hub gets of it.
  std::vector<Event> writes(const std::string& device, const std::string& id, const RoomNote& note,
                            const char* session = "status@visit") {
    const PublicSession of = for_public(*device_state.pack.agenda.find(session));
    return says({"magna", say_note(state, id, note, device, &of)});
  }
  std::vector<Event> says(const RoomSaying& saying) {
    std::vector<Event> events = note_events(state, saying);
    merge(state, saying.word);
    return events;
  }
  [[nodiscard]] RoomNote note(const std::string& text, const char* session = "status@visit") const {
    RoomNote note;
    note.text = text;
    note.session = for_public(*device_state.pack.agenda.find(session)).slug();
    return note;
  }

  DeviceState device_state = sample_device();
  RoomState state;
};

const event::NoteTaken& taken(const std::vector<Event>& events) {
  return std::get<event::NoteTaken>(events.at(0));
}

TEST_F(Noted, a_note_goes_out_when_it_is_written_and_again_when_it_is_corrected) {
  EXPECT_EQ(taken(writes("desk", "n1", note("First."))).text, "First.");
  const auto corrected = writes("desk", "n1", note("First of all."));
  ASSERT_EQ(corrected.size(), 1U);
  EXPECT_EQ(taken(corrected).text, "First of all.");
  EXPECT_EQ(taken(corrected).session.text(), "status");
  EXPECT_EQ(taken(corrected).revision, 2U);
}

TEST_F(Noted, with_each_new_note_only_that_one_goes_out) {
  writes("desk", "n1", note("First."));
  const auto second = writes("desk", "n2", note("Second."));
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(taken(second).note, "n2");
}

TEST_F(Noted, the_device_that_corrects_a_note_of_another_reports_it_and_no_one_else) {
  writes("desk", "n1", note("First."));
  EXPECT_EQ(writes("note-taker", "n1", note("Corrected.")).size(), 1U);
  EXPECT_TRUE(says({"magna", say(state, state.open.notes.at("desk").value, "desk", nullptr)}).empty())
      << "the same said again is no news";
}

TEST_F(Noted, a_removed_note_goes_out_without_its_text) {
  writes("desk", "n1", note("Wrong."));
  RoomNote gone = note("Wrong.");
  gone.removed = true;
  const auto events = writes("desk", "n1", gone);
  EXPECT_TRUE(taken(events).removed);
  EXPECT_EQ(taken(events).text, "");
  EXPECT_TRUE(writes("desk", "n2", gone).empty()) << "nobody has heard of it";
}

TEST_F(Noted, of_a_closed_session_goes_out_what_may_leave_the_room_and_not_before_its_end) {
  RoomNote shared = note("For all.", "retreat@visit");
  shared.may_leave = true;
  EXPECT_TRUE(writes("desk", "n1", shared, "retreat@visit").empty());
  EXPECT_TRUE(writes("desk", "n2", note("The merger fails.", "retreat@visit"), "retreat@visit").empty());
  const std::string slug = shared.session.text();
  std::vector<Event> all;
  for (const RoomWord& word : erase_closed(state, slug, "desk", Erases::kAll))
    for (Event& event : says({"magna", word})) all.push_back(std::move(event));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(taken(all).text, "For all.");
  EXPECT_EQ(taken(all).session.text(), slug);
}

TEST_F(Noted, questions_and_everything_else_that_is_said_are_no_notes) {
  ShownNow shown;
  shown.text = "A message";
  EXPECT_TRUE(says({"magna", say(state, shown, "desk", nullptr)}).empty());
}

}  // namespace
