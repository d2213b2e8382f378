// SPDX-License-Identifier: Apache-2.0
// A room with several devices and a broker, for the tests: relays and states as in the program, and a line
// that can be slow, lossy or cut. Time passes in steps of 10 ms.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "firmware/app/rooms/room_relay.h"
#include "firmware/domain/timer.h"
#include "tests/domain/a_room.h"

namespace tertulia {

class AVenue {
 public:
  struct Device {
    std::string name;
    BootTime boot_offset{};  // its boot clock, against that of the venue
    std::string boot_id;
    ClockQuality quality = ClockQuality::kSynced;
    Milliseconds wall_offset{};
    std::optional<RoomRelay> relay;  // none: its plug is pulled
    RoomState state;
    std::map<std::string, RoomWord> disk;
    bool is_cut = false;
    bool is_linked = false;
    Milliseconds delay{1};  // of each message to and from the broker
    int loss = 0;           // percent of messages that come in
    int doubled = 0;        // percent of messages that come in again, later
    Milliseconds last_left{};
    int backwards = 0;  // how often its countdown ran backwards, in one run of a part
    std::uint64_t last_run = 0;
  };

  explicit AVenue(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      Device device;
      device.name = name;
      device.boot_offset = std::chrono::seconds(100 * std::ssize(devices_) + 50);
      devices_[name] = device;
      plug_in(name);
    }
    pass(std::chrono::seconds(3));
  }

  Device& device(const std::string& name) { return devices_.at(name); }

  [[nodiscard]] Now now(const Device& device) const {
    return {WallTime{Minutes(1000) + time_ + device.wall_offset}, BootTime(time_) + device.boot_offset,
            device.boot_id, device.quality};
  }

  void pull_plug(const std::string& name) {
    Device& device = devices_.at(name);
    device.relay.reset();
    device.is_linked = false;
    device.state = {};
  }
  // Of a new boot; or of the same one, when only the program restarted.
  void plug_in(const std::string& name, bool is_same_boot = false) {
    Device& device = devices_.at(name);
    if (!is_same_boot) {
      device.boot_id = name + "-boot-" + std::to_string(++boots_);
      device.boot_offset = std::chrono::seconds(7) - BootTime(time_);
    }
    const Now at = now(device);
    device.relay.emplace(name, 1, at.boot);
    for (const auto& [place, word] : device.disk) merge(device.state, restored(word, at));
    link(device);
  }
  void forget_disk(const std::string& name) { devices_.at(name).disk.clear(); }

  void cut(const std::string& name) {
    Device& device = devices_.at(name);
    device.is_cut = true;
    if (device.relay) device.relay->lost();
    device.is_linked = false;
  }
  void mend(const std::string& name) {
    devices_.at(name).is_cut = false;
    link(devices_.at(name));
  }
  void stop_broker(bool forgets) {
    is_up_ = false;
    if (forgets) retained_.clear();
    for (auto& [name, device] : devices_) {
      if (device.relay) device.relay->lost();
      device.is_linked = false;
    }
  }
  void start_broker() {
    is_up_ = true;
    for (auto& [name, device] : devices_) link(device);
  }

  // The moderator at `name` gives a command for the plan a, b, c; see three_segments().
  void press(const std::string& name, const TimerCommand& command) {
    Device& device = devices_.at(name);
    const auto result = apply(device.state.timer().value.timer(), plan_, command, now(device));
    ASSERT_TRUE(result.ok()) << result.error().message;
    say(name, say_timer(device.state, PublicTimer::received(result.value().timer), name));
  }
  void say(const std::string& name, const RoomWord& word) {
    Device& device = devices_.at(name);
    carry_out(device, device.relay->said(device.state, word, now(device)));
    carry_out(device, device.relay->due(device.state, now(device)));
  }

  void pass(Milliseconds time) {
    for (const Milliseconds end = time_ + time; time_ < end; time_ += Milliseconds(10)) step();
  }

  [[nodiscard]] const Timer& timer(const std::string& name) {
    return devices_.at(name).state.timer().value.timer();
  }
  [[nodiscard]] Milliseconds left(const std::string& name) {
    return remaining_at(timer(name), now(devices_.at(name)));
  }
  // Between the devices that are plugged in.
  [[nodiscard]] Milliseconds spread() {
    std::optional<Milliseconds> least;
    Milliseconds most{};
    for (auto& [name, device] : devices_) {
      if (!device.relay) continue;
      const Milliseconds each = left(name);
      most = least ? std::max(most, each) : each;
      least = least ? std::min(*least, each) : each;
    }
    return most - least.value_or(Milliseconds(0));
  }
  // What each device holds, for the message of a test that failed.
  [[nodiscard]] std::string described() {
    std::string text;
    for (auto& [name, device] : devices_) {
      const Rank& rank = device.state.timer().rank;
      text += "\n" + name + (device.relay ? "" : " (no power)") + ": " + std::to_string(left(name).count()) +
              " ms left, slew " + std::to_string(timer(name).slew.count()) + ", " +
              std::string(to_text(rank.kind)) + " " + std::to_string(rank.revision) + " by " + rank.author;
      for (const auto& item : device.state.floor())
        text += "; " + item.id + " with " + std::to_string(item.supports);
    }
    return text;
  }
  [[nodiscard]] bool is_of_one_mind() {
    const Device* first = nullptr;
    for (const auto& [name, device] : devices_) {
      if (!device.relay) continue;
      if (!first) first = &device;
      const auto one = words_of(device.state);
      const auto other = words_of(first->state);
      if (one.size() != other.size()) return false;
      for (std::size_t at = 0; at < one.size(); ++at)
        if (one[at].rank() != other[at].rank() || one[at].device != other[at].device) return false;
    }
    return true;
  }
  [[nodiscard]] std::size_t published() const { return published_; }

 private:
  struct Kept {
    RoomWord word;
    wire::Sent sent;
    Milliseconds at{};
  };
  struct OnTheWay {
    Milliseconds arrives{};
    std::function<void()> happens;
  };

  void link(Device& device) {
    if (!is_up_ || device.is_cut || !device.relay || device.is_linked) return;
    device.is_linked = true;
    device.relay->connected(now(device).boot);
    for (const auto& [place, kept] : retained_) hand_in(device, kept, true);
  }

  void hand_in(Device& device, const Kept& kept, bool is_retained) {
    if (!is_retained && static_cast<int>(dice_() % 100) < device.loss) return;
    if (device.doubled > 0 && static_cast<int>(dice_() % 100) < device.doubled)
      hand_over(device, kept, is_retained, Milliseconds(dice_() % 900));
    hand_over(device, kept, is_retained, Milliseconds(0));
  }

  void hand_over(Device& device, const Kept& kept, bool is_retained, Milliseconds later) {
    way_.push_back({time_ + device.delay + later, [this, &device, kept, is_retained] {
                      if (!device.relay || !device.is_linked) return;
                      const auto seconds = std::chrono::floor<std::chrono::seconds>(time_ - kept.at);
                      Heard heard{kept.word, kept.sent, now(device).boot, std::nullopt, device.delay};
                      if (is_retained) heard.at_broker = seconds;
                      carry_out(device, device.relay->heard(device.state, heard, now(device)));
                    }});
  }

  void publish(Device& device, const RoomWord& word, Milliseconds doubt) {
    if (!device.is_linked) return;
    ++published_;
    const Now at = now(device);
    const Kept kept{word, {at.boot_id, at.boot, device.delay, doubt}, {}};
    way_.push_back({time_ + device.delay, [this, kept] {
                      if (!is_up_) return;
                      Kept here = kept;
                      here.at = time_;
                      retained_[wire::place_of(kept.word)] = here;
                      for (auto& [name, each] : devices_)
                        if (each.is_linked) hand_in(each, here, false);
                    }});
  }

  void carry_out(Device& device, const RoomActions& actions) {
    for (const RoomWord& word : actions.store) device.disk[wire::place_of(word)] = word;
    for (const RoomActions::Say& say : actions.say) publish(device, say.word, say.doubt);
    if (!actions.here || !device.is_linked) return;
    HeardHere heard{device.name, *actions.here, {}, {}};
    heard.here.sent = {now(device).boot_id, now(device).boot, device.delay, {}};
    for (auto& entry : devices_) {
      Device& each = entry.second;
      if (!each.is_linked) continue;
      way_.push_back({time_ + device.delay + each.delay, [this, &each, heard]() mutable {
                        if (!each.relay || !each.is_linked) return;
                        heard.received = now(each).boot;
                        heard.half = each.delay;
                        each.relay->heard(heard);
                      }});
    }
  }

  void step() {
    std::vector<OnTheWay> arrived;
    std::erase_if(way_, [&](OnTheWay& each) {
      if (each.arrives > time_) return false;
      arrived.push_back(std::move(each));
      return true;
    });
    for (const OnTheWay& each : arrived) each.happens();
    for (auto& [name, device] : devices_) {
      if (!device.relay) continue;
      const auto due = device.relay->next_due(now(device).boot);
      if (due && *due <= now(device).boot) carry_out(device, device.relay->due(device.state, now(device)));
      watch(device);
    }
  }

  // A countdown runs backwards when it shows more than before, in the same run and without a new command.
  void watch(Device& device) {
    const Timer& timer = device.state.timer().value.timer();
    const Milliseconds left = remaining_at(timer, now(device));
    const auto rank = device.state.timer().rank.revision;
    if (timer.phase == TimerPhase::kRunning && rank == device.last_run && left > device.last_left)
      ++device.backwards;
    device.last_run = timer.phase == TimerPhase::kRunning ? rank : 0;
    device.last_left = left;
  }

  std::map<std::string, Device> devices_;
  std::map<std::string, Kept> retained_;
  std::vector<OnTheWay> way_;
  Milliseconds time_{};
  bool is_up_ = true;
  std::size_t published_ = 0;
  int boots_ = 0;
  Rundown plan_ = three_segments();
  std::mt19937 dice_{7};
};

}  // namespace tertulia
