// SPDX-License-Identifier: Apache-2.0
// Relays what the devices of one room know together: takes in what others say, says what they do not have,
// repeats what runs, and has it stored. The state belongs to the caller; it is changed here and nowhere else.
// Does no I/O; main owns it. Rules: firmware/docs/timer.md, "Between devices".
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "firmware/app/rooms/clock_offsets.h"
#include "firmware/domain/room/room_state.h"
#include "firmware/wire/room_words.h"

namespace tertulia {

// A word that came in, as it was sent.
struct Heard {
  RoomWord word;
  wire::Sent sent;
  BootTime received{};                    // on this device's boot clock
  std::optional<Milliseconds> at_broker;  // so long the broker kept it; none: it came straight through
  Milliseconds half{};                    // of this device's own round trip
};
struct HeardHere {
  std::string device;
  wire::Here here;
  BootTime received{};
  Milliseconds half{};
};

// What has to be done now.
struct RoomActions {
  struct Say {
    RoomWord word;
    Milliseconds doubt{};  // how wrong its running time may be
  };
  std::vector<Say> say;         // to the broker
  std::vector<RoomWord> store;  // on the disk
  std::optional<wire::Here> here;
  std::vector<std::string> complaints;  // sentences for the log
  bool is_refused = false;              // what was to be said does not fit: neither kept nor said
};

class RoomRelay {
 public:
  static constexpr BootTime kSettle = std::chrono::milliseconds(500);  // for retained words to come in
  static constexpr BootTime kRepeat = std::chrono::seconds(10);        // of a running word by its author
  // A device that comes in hears a running word so often: the fastest message tells its clock best, and one
  // alone may be late on a busy machine.
  static constexpr int kForNewcomer = 3;
  static constexpr BootTime kTakeOver =
      std::chrono::seconds(25);                                   // others repeat it when its author does not
  static constexpr BootTime kStore = std::chrono::seconds(30);    // of a running word
  static constexpr BootTime kSilence = std::chrono::seconds(30);  // then a device is alone
  // A restarted device lets time act on its own guess only after so long without a broker.
  static constexpr BootTime kPatience = std::chrono::seconds(10);

  // `screens`: displays and signs of this device that follow the room.
  RoomRelay(std::string device, int screens, BootTime now);

  // This device has the desk of the room, which shows this version of the visit pack: others hear it soon.
  void show_at_desk(std::string pack, BootTime now);

  void connected(BootTime now);
  void lost();

  [[nodiscard]] RoomActions said(RoomState& state, const RoomWord& word, const Now& now);
  [[nodiscard]] RoomActions heard(RoomState& state, const Heard& heard, const Now& now);
  void heard(const HeardHere& heard);
  [[nodiscard]] RoomActions due(const RoomState& state, const Now& now);
  // None: nothing waits.
  [[nodiscard]] std::optional<BootTime> next_due(BootTime now) const;

  // Whether this device may let time act on the timer: it said it last, and nobody alive can know better.
  [[nodiscard]] bool leads(const RoomState& state, BootTime now) const;

  // How this device stands in the room, and how many screens of others count what it counts.
  [[nodiscard]] wire::Step step(const RoomState& state, BootTime now) const;
  [[nodiscard]] int screens_in_step(const RoomState& state, BootTime now) const;
  // Versions of the visit pack that desks of other devices show in the room; empty: no such desk is heard.
  [[nodiscard]] std::set<std::string> desk_packs(BootTime now) const;

 private:
  // One word of the room, by its place in the state.
  struct Place {
    Rank at_broker;                     // the broker has it, as far as known on this connection
    std::optional<BootTime> say_at;     // what the broker does not have
    std::optional<BootTime> repeat_at;  // while it runs
    int for_newcomer = 0;               // so many of the next repeats follow each other soon
    std::optional<BootTime> store_at;   // while it runs
    Milliseconds doubt{};
    bool is_own = false;  // this device said it last
  };

  [[nodiscard]] bool is_own(const RoomWord& word) const;
  [[nodiscard]] bool is_settled(BootTime now) const { return settled_ && now >= *settled_; }
  [[nodiscard]] RoomWord on_own_clock(const Heard& heard, const Now& now) const;
  void schedule(Place& place, const RoomWord& word, BootTime now) const;
  void take_repeat(RoomState& state, const RoomWord& before, Place& place, Milliseconds doubt,
                   const Now& now);

  std::string device_;
  int screens_;
  std::string desk_pack_;  // empty: no desk of the room is here
  BootTime started_;
  BootTime stagger_;                 // so that not all devices say the same at once
  std::optional<BootTime> settled_;  // none: not connected
  std::map<std::string, Place> places_;
  bool has_looked_ = false;  // at what was stored before this start
  ClockOffsets offsets_;
  std::map<std::string, HeardHere> others_;
  std::optional<BootTime> heard_others_;
  bool has_left_out_ = false;  // a device was one too many, and that was said
  BootTime here_at_{};
};

}  // namespace tertulia
