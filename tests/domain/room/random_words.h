// SPDX-License-Identifier: Apache-2.0
// Words of a room by chance, for the tests: few authors, few revisions and few values, so that ranks collide;
// and now and then the greatest number that a reader takes.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "firmware/domain/room/room_state.h"

namespace tertulia {

class RandomWords {
 public:
  explicit RandomWords(std::uint64_t seed) : dice_(seed) {}

  RoomWord word() {
    RoomWord word;
    word.is_closed = below(3) == 0;
    switch (static_cast<RoomValue>(below(9))) {
      case RoomValue::kTimer:
        word.word = register_of(timer());
        break;
      case RoomValue::kPlan:
        word.word = register_of(Plan{{PlanChange{id(), id(), Minutes(below(3)), {}, {}, {}, false}}});
        break;
      case RoomValue::kShown:
        word.word = register_of(shown());
        break;
      case RoomValue::kBalance:
        word.word = register_of(Balance{{{"hosts", Minutes(below(3))}}, "hosts", anchor(), false, false});
        break;
      case RoomValue::kVerdicts:
        word.word = register_of(Verdicts{{{"q1", static_cast<FloorVerdict>(below(4))}}, {}});
        break;
      case RoomValue::kNext:
        word.word = register_of(NextSession{WallTime{Minutes(below(3))}, "Sala Magna"});
        break;
      case RoomValue::kFloor:
        word =
            share(FloorShare{{}, {{"q" + std::to_string(below(3)), {{"epoch", below(3)}}}}}, word.is_closed);
        break;
      case RoomValue::kNotes:
        word = share(NoteShare{{{"n1", {rank(), "", note()}}}}, word.is_closed);
        break;
      case RoomValue::kResults:
        word = share(
            ResultsShare{id(), "pulse", "aa", below(2) == 0, {{"useful", {below(3), {}, {}, 0}}}, {}}, false);
        break;
    }
    return word;
  }

  std::vector<RoomWord> words(std::size_t count) {
    std::vector<RoomWord> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(word());
    return all;
  }

  std::mt19937_64& dice() { return dice_; }
  std::uint64_t below(std::uint64_t most) { return dice_() % most; }

 private:
  static Anchor anchor_of_boot(std::uint64_t second) { return {std::chrono::seconds(second), "boot-1"}; }
  Anchor anchor() { return anchor_of_boot(below(3)); }
  PublicId id() { return PublicId::received("s" + std::to_string(below(2))); }

  Rank rank() {
    const auto revision = below(10) == 0 ? kMostRevision : below(4) + 1;
    const auto era = below(10) == 0 ? kMostRevision : below(2);
    return {era, revision, static_cast<WordKind>(below(2)), "device-" + std::to_string(below(3))};
  }

  template <class T>
  Register<T> register_of(T value) {
    return {rank(), "s" + std::to_string(below(2)), std::move(value)};
  }

  // Its owner is the only author.
  template <class T>
  RoomWord share(T value, bool is_closed) {
    Register<T> word = register_of(std::move(value));
    const std::string owner = word.rank.author;
    return {std::move(word), owner, is_closed};
  }

  PublicTimer timer() {
    Timer timer;
    timer.session = "s1";
    timer.phase = static_cast<TimerPhase>(1 + below(5));
    timer.length = length();
    timer.remaining = below(2) == 0 ? length() : -length();
    timer.added = below(2) == 0 ? length() : -length();
    timer.elapsed = length();
    timer.run = below(10) == 0 ? kMostRevision : below(3);
    timer.boot = anchor().boot;
    timer.boot_id = "boot-1";
    timer.hold = below(2) == 0;
    timer.finish_fired = below(2) == 0;
    return PublicTimer::received(timer);
  }

  // As a rule of a talk; now and then as long as a reader takes it, which a device that misbehaves can say.
  Milliseconds length() { return below(4) == 0 ? std::chrono::hours(24 * 1000) : Minutes(below(3)); }

  ShownNow shown() {
    ShownNow shown;
    shown.kind = static_cast<ShownKind>(below(7));
    shown.announcement.text = "The bus leaves";
    shown.announcement.left = {anchor(), Minutes(below(3))};
    return shown;
  }

  RoomNote note() {
    RoomNote note;
    note.text = "Start a register " + std::to_string(below(3));
    note.removed = below(4) == 0;
    return note;
  }

  std::mt19937_64 dice_;
};

}  // namespace tertulia
