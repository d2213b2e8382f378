// SPDX-License-Identifier: Apache-2.0
// A room under anything: words in any order and number, devices that are cut off, and a device that says more
// than it should. Fixed seeds.
#include <gtest/gtest.h>

#include "tests/app/a_venue.h"

namespace tertulia {
namespace {

using std::chrono::seconds;

const std::vector<std::string> kNames = {"desk", "display-1", "display-2", "kiosk-1"};

class Story {
 public:
  explicit Story(std::uint64_t seed) : venue_(kNames), dice_(seed) {
    for (const std::string& name : kNames) {
      venue_.device(name).delay = Milliseconds(1 + below(400));
      venue_.device(name).doubled = 40;
    }
  }

  void goes_on() {
    const std::string& name = kNames[below(kNames.size())];
    switch (below(7)) {
      case 0:
        venue_.press(name, command::Load{"session", below(3)});
        return venue_.press(name, command::Start{});
      case 1:
        return asks(name);
      case 2:
        return notes(name);
      case 3:
        return shows(name);
      case 4:
        return is_cut_[name] ? venue_.mend(name) : venue_.cut(name), void(is_cut_[name] = !is_cut_[name]);
      case 5:
        venue_.device(name).delay = Milliseconds(1 + below(900));
        return;
      default:
        venue_.pass(Milliseconds(10 * (1 + below(120))));
    }
  }
  void calms_down() {
    for (const std::string& name : kNames) {
      venue_.device(name).delay = Milliseconds(2);
      if (is_cut_[name]) venue_.mend(name);
    }
    venue_.pass(seconds(6));
  }
  // All that the device holds, without where it is anchored.
  std::string held(const std::string& name) {
    std::string all;
    for (const RoomWord& word : words_of(venue_.device(name).state)) {
      all +=
          wire::place_of(word) + " " + std::to_string(word.rank().revision) + " " + word.rank().author + " ";
      if (!word.is_running()) all += wire::encode({word, {"", BootTime{}}});
      all += "\n";
    }
    // The anchor of a timer that stands still is each device's own.
    for (auto at = all.find("\"boot"); at != std::string::npos; at = all.find("\"boot", at))
      all.erase(at, all.find_first_of(",}", at) - at);
    return all;
  }
  AVenue& venue() { return venue_; }

 private:
  std::size_t below(std::size_t most) { return dice_() % most; }
  void asks(const std::string& name) {
    RoomState& state = venue_.device(name).state;
    const auto own = state.open.floor.find(name);
    FloorShare share = own == state.open.floor.end() ? FloorShare{} : own->second.value;
    share.questions[name + std::to_string(below(4))].text = "Who pays?";
    share = with_support(share, kNames[below(4)] + std::to_string(below(4)), name);
    venue_.say(name, tertulia::say(state, share, name, nullptr));
  }
  void notes(const std::string& name) {
    RoomState& state = venue_.device(name).state;
    RoomNote note;
    note.text = "note " + std::to_string(below(9));
    note.removed = below(4) == 0;
    venue_.say(name, say_note(state, "n" + std::to_string(below(3)), note, name, nullptr));
  }
  void shows(const std::string& name) {
    RoomState& state = venue_.device(name).state;
    ShownNow shown;
    shown.kind = ShownKind::kMessage;
    shown.text = "message " + std::to_string(below(9));
    venue_.say(name, tertulia::say(state, shown, name, nullptr));
  }

  AVenue venue_;
  std::mt19937_64 dice_;
  std::map<std::string, bool> is_cut_;
};

TEST(any_story_of_a_room, ends_with_one_state_on_all_devices) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Story story(seed);
    for (int step = 0; step < 60; ++step) story.goes_on();
    story.calms_down();
    ASSERT_TRUE(story.venue().is_of_one_mind()) << "seed " << seed << story.venue().described();
    for (const std::string& name : kNames)
      ASSERT_EQ(story.held(name), story.held("desk")) << "seed " << seed << ", " << name;
    ASSERT_LE(story.venue().spread(), Milliseconds(60)) << "seed " << seed << story.venue().described();
  }
}

Now a_moment() { return {WallTime{Minutes(1000)}, seconds(100), "boot", ClockQuality::kSynced}; }

RoomWord share_of(const std::string& device, FloorShare share) {
  return {Register<FloorShare>{{0, 1, WordKind::kSaid, device}, "", std::move(share)}, device, false};
}
Heard from(const std::string& device, RoomWord word) {
  return {std::move(word), {device + "'s boot", seconds(5), {}, {}}, seconds(100), std::nullopt, {}};
}

TEST(one_device, cannot_make_the_others_store_lists_without_end) {
  RoomRelay relay("display-1", 1, {});
  RoomState state;
  std::size_t stored = 0;
  for (int name = 0; name < 1000; ++name) {
    FloorShare share;
    share.questions["q" + std::to_string(name)].text = "Who pays?";
    const std::string device = "invented-" + std::to_string(name);
    stored += relay.heard(state, from(device, share_of(device, share)), a_moment()).store.size();
  }
  EXPECT_EQ(state.open.floor.size(), 64U);
  EXPECT_EQ(stored, 64U);
  FloorShare own;
  own.questions["mine"].text = "How long?";
  EXPECT_EQ(relay.said(state, share_of("display-1", own), a_moment()).store.size(), 1U);
}

TEST(one_device, cannot_make_the_others_remember_devices_without_end) {
  RoomRelay relay("desk", 0, {});
  RoomState state;
  for (int name = 0; name < 1000; ++name)
    relay.heard({"invented-" + std::to_string(name), {wire::Step::kInStep, {}, 16, {}}, seconds(100), {}});
  EXPECT_LE(relay.screens_in_step(state, seconds(100)), 64 * 16);
  for (int name = 0; name < 3; ++name)
    relay.heard({"display-" + std::to_string(name), {wire::Step::kInStep, {}, 1, {}}, seconds(200), {}});
  EXPECT_EQ(relay.screens_in_step(state, seconds(200)), 3);
}

TEST(one_device, keeps_no_question_that_no_message_and_no_row_takes) {
  RoomRelay relay("kiosk-1", 0, {});
  RoomState state;
  FloorShare share;
  std::size_t complaints = 0;
  for (int question = 0; question < 150; ++question) {
    share = state.open.floor.contains("kiosk-1") ? state.open.floor.at("kiosk-1").value : FloorShare{};
    share.questions["q" + std::to_string(question)].text = std::string(400, 'x');
    const RoomActions actions = relay.said(state, say(state, share, "kiosk-1", nullptr), a_moment());
    complaints += actions.complaints.size();
    for (const RoomWord& word : actions.store) {
      const std::string row = wire::encode({word, {"boot", seconds(1)}});
      ASSERT_LE(row.size(), wire::kMostRoomBytes);
      ASSERT_TRUE(wire::decode_word(row, RoomValue::kFloor).ok());
    }
  }
  EXPECT_LT(state.open.floor.at("kiosk-1").value.questions.size(), 150U);
  EXPECT_GT(complaints, 0U);
  EXPECT_TRUE(is_full(state.open.floor.at("kiosk-1").value, {}, ""));
}

RoomNote note_of(const std::string& session, int number) {
  RoomNote note;
  note.text = std::string(600, 'x');
  note.session = PublicId::received(session);
  note.written = WallTime{Minutes(number)};
  return note;
}

TEST(one_device, writes_as_many_notes_in_a_session_as_in_the_first_whatever_came_before) {
  RoomRelay relay("desk", 0, {});
  RoomState state;
  for (int number = 0; number < 120; ++number) {
    const std::string session = "s-" + std::to_string(number / 30);
    const RoomWord word =
        say_note(state, "n" + std::to_string(number), note_of(session, number), "desk", nullptr);
    ASSERT_FALSE(relay.said(state, word, a_moment()).is_refused) << number;
  }
  EXPECT_LT(state.notes().size(), 120U);
  EXPECT_EQ(state.notes("s-3").size(), 30U);
}

TEST(one_device, forgets_supports_of_what_nobody_asks_any_more_before_anything_else) {
  RoomRelay relay("kiosk-1", 0, {});
  RoomState state;
  FloorShare share;
  share.questions["alive"].text = "Who pays?";
  share = with_support(share, "alive", "epoch");
  for (int question = 0; question < 600; ++question)
    share = with_support(share, "gone-" + std::to_string(question), "epoch");
  const RoomActions actions = relay.said(state, say(state, share, "kiosk-1", nullptr), a_moment());
  EXPECT_TRUE(actions.complaints.empty());
  ASSERT_EQ(state.open.floor.at("kiosk-1").value.supports.size(), 1U);
  EXPECT_EQ(state.floor()[0].supports, 1U);
}

TEST(one_device, whose_verdicts_are_many_forgets_those_on_what_nobody_asks_any_more) {
  RoomRelay relay("desk", 0, {});
  RoomState state;
  FloorShare share;
  share.questions["alive"].text = "Who pays?";
  merge(state, share_of("kiosk-1", share));
  Verdicts verdicts;
  verdicts.of["alive"] = FloorVerdict::kPicked;
  for (int question = 0; question < 600; ++question)
    verdicts.of["gone-" + std::to_string(question)] = FloorVerdict::kAnswered;
  EXPECT_EQ(relay.said(state, say(state, verdicts, "desk", nullptr), a_moment()).store.size(), 1U);
  EXPECT_EQ(state.verdicts().value.of.size(), 1U);
  EXPECT_EQ(state.floor()[0].verdict, FloorVerdict::kPicked);
}

}  // namespace
}  // namespace tertulia
