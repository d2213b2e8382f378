// SPDX-License-Identifier: Apache-2.0
// What holds of a timer under any sequence of controls, pauses, repeats and power cuts. Fixed seeds.
#include <map>
#include <random>

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

constexpr int kStories = 400;
constexpr int kSteps = 40;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : dice_(seed) {}
  std::int64_t below(std::int64_t most) {
    return static_cast<std::int64_t>(dice_() % static_cast<std::uint64_t>(most));
  }
  Milliseconds time(Milliseconds most) { return Milliseconds(below(most.count() + 1)); }
  TimerCommand command() {
    switch (below(11)) {
      case 0:
        return command::Load{"session", static_cast<std::size_t>(below(3))};
      case 1:
      case 2:
        return command::Start{};
      case 3:
        return command::Pause{};
      case 4:
        return command::Resume{};
      case 5:
        return command::Add{Minutes(below(9) - 4)};
      case 6:
        return command::Next{};
      case 7:
        return command::Back{};
      case 8:
        return command::Restart{};
      case 9:
        return below(2) == 0 ? TimerCommand(command::Hold{}) : TimerCommand(command::Stop{});
      default:
        return command::Roll{};
    }
  }

 private:
  std::mt19937_64 dice_;
};

// Commands that make no sense are refused; that is no fault.
void presses(ARoom& room, const TimerCommand& command) {
  if (const auto result = apply(room.timer, room.rundown, command, room.now); result.ok())
    room.timer = result.value().timer;
}

TEST(any_sequence_of_controls, what_is_left_and_what_has_passed_make_the_length_and_the_added_minutes) {
  Dice dice(21);
  for (int round = 0; round < kStories; ++round) {
    ARoom room;
    room.load();
    for (int step = 0; step < kSteps; ++step) {
      presses(room, dice.command());
      room.pass(dice.time(Minutes(7)));
      if (dice.below(4) == 0) room.look();
      if (dice.below(9) == 0) room.power_cut(dice.time(Minutes(40)));
      if (dice.below(9) == 0) room.timer = reanchor(room.timer, Milliseconds(0), room.now);
      if (dice.below(9) == 0) {  // the word of another clock puts it right
        const auto away = dice.time(Milliseconds(400)) - Milliseconds(200);
        Timer better = anchored(put_right(room.timer), room.now);
        if (counts(better.phase)) better.remaining += away, better.elapsed -= away;
        room.timer = slewed(room.timer, better, room.now);
      }
      ASSERT_EQ(room.left() + room.spoken() - room.timer.added, room.timer.length)
          << "round " << round << ", step " << step << ", " << to_text(room.timer.phase);
    }
  }
}

// What everybody sees of it. Where it is anchored nobody sees.
std::string seen(ARoom& room) {
  room.look();
  const Timer& timer = room.timer;
  return timer.segment_id + " " + std::string(to_text(timer.phase)) + " " +
         std::to_string(room.left().count()) + " of " + std::to_string((timer.length + timer.added).count()) +
         ", spoken " + std::to_string(room.spoken().count()) + ", run " + std::to_string(timer.run) +
         (timer.finish_fired ? ", finished" : "") + (timer.hold ? ", held" : "");
}

TEST(any_sequence_of_controls, stored_and_restored_is_as_if_the_power_had_never_been_away) {
  Dice dice(22);
  for (int round = 0; round < kStories; ++round) {
    ARoom watched;
    ARoom cut;
    watched.load();
    cut.load();
    for (int step = 0; step < kSteps; ++step) {
      const TimerCommand command = dice.command();
      for (ARoom* room : {&watched, &cut}) {
        room->look();
        presses(*room, command);
      }
      const Milliseconds time = dice.time(Minutes(7));
      watched.pass(time);
      if (dice.below(2) == 0) {
        if (counts(cut.timer.phase)) cut.timer = anchored(cut.timer, cut.now);  // it is stored now and then
        cut.power_cut(time);
      } else {
        cut.pass(time);
      }
      ASSERT_EQ(seen(watched), seen(cut)) << "round " << round << ", step " << step;
    }
  }
}

TEST(any_sequence_of_controls, every_device_that_hears_of_it_counts_the_same) {
  Dice dice(23);
  for (int round = 0; round < kStories; ++round) {
    ARoom desk;
    ARoom display;
    display.now.boot = std::chrono::seconds(11);
    display.now.boot_id = "the display's";
    desk.load();
    for (int step = 0; step < kSteps; ++step) {
      presses(desk, dice.command());
      const Milliseconds on_the_way = dice.time(Milliseconds(6000));
      const Timer sent = desk.timer;
      const Milliseconds age = since_anchor(sent, desk.now) + on_the_way;
      desk.pass(on_the_way);
      display.pass(on_the_way);
      display.timer = reanchor(sent, age, display.now);
      ASSERT_EQ(desk.left(), display.left()) << "round " << round << ", step " << step;
      const Milliseconds time = dice.time(Minutes(7));
      desk.pass(time);
      display.pass(time);
      ASSERT_EQ(seen(desk), seen(display)) << "round " << round << ", step " << step;
    }
  }
}

TEST(any_sequence_of_controls, finished_fires_at_most_once_in_a_run) {
  Dice dice(24);
  for (int round = 0; round < kStories; ++round) {
    ARoom room;
    room.load();
    std::map<std::uint64_t, int> fired;
    const auto count = [&](std::uint64_t run_before, const std::vector<TimerFact>& facts) {
      std::uint64_t run = run_before;
      for (const TimerFact fact : facts) {
        if (fact == TimerFact::kStarted) ++run;
        if (fact == TimerFact::kFinished) ++fired[run];
      }
    };
    for (int step = 0; step < kSteps; ++step) {
      const std::uint64_t run = room.timer.run;
      if (const auto result = apply(room.timer, room.rundown, dice.command(), room.now); result.ok()) {
        room.timer = result.value().timer;
        count(run, result.value().facts);
      }
      room.pass(dice.time(Minutes(12)));
      const std::uint64_t before = room.timer.run;
      count(before, room.look());
    }
    for (const auto& [run, times] : fired) ASSERT_LE(times, 1) << "round " << round << ", run " << run;
  }
}

}  // namespace
}  // namespace tertulia
