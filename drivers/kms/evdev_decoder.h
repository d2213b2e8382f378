// SPDX-License-Identifier: Apache-2.0
// Turns the records of a Linux input device into contacts with the glass. Knows touch panels that tell
// fingers apart (multitouch protocol B), panels and tablets with one finger, and mice.
//
// Source: Documentation/input/multi-touch-protocol.rst and event-codes.rst of the kernel. Pure; one per
// device.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "drivers/touch/touch_tracker.h"
#include "firmware/ports/geometry.h"

namespace tertulia {

struct InputRecord {  // struct input_event without its time
  std::uint16_t type = 0;
  std::uint16_t code = 0;
  std::int32_t value = 0;
};

enum class InputKind { kMultiTouch, kSingleTouch, kMouse };

struct AxisRange {
  int lowest = 0;
  int highest = 0;
};

struct InputTraits {
  InputKind kind = InputKind::kSingleTouch;
  AxisRange x;
  AxisRange y;
  int number = 0;  // of the device, so that fingers of two devices differ
};

// Coordinates as the device counts them.
struct RawPoint {
  int x = 0;
  int y = 0;
};

class EvdevDecoder {
 public:
  // `screen` in pixels; a mouse starts in its middle.
  EvdevDecoder(const InputTraits& traits, Size screen);

  // Where each slot is now (one for single touch), because the kernel sends a coordinate only when it
  // changes. To be called before the first record.
  void set_positions(std::span<const RawPoint> slots);

  // The next record; contacts come with the record that ends a report. At SYN_DROPPED all fingers are lost;
  // the records that follow it must be the differences between what was known and what is (libevdev finds
  // them).
  [[nodiscard]] std::vector<TouchContact> decode(const InputRecord& record, BootTime now);

  // The device went away: its fingers are lost.
  [[nodiscard]] std::vector<TouchContact> lose_all(BootTime now);

 private:
  struct Slot {
    std::optional<int> finger;    // what the device says
    std::optional<int> reported;  // what was told
    RawPoint at;
    bool has_moved = false;
    bool is_palm = false;  // the panel knows a hand from a finger
  };

  void take_absolute(const InputRecord& record);
  void take_relative(const InputRecord& record);
  void take_key(const InputRecord& record);
  void take_synchronisation(const InputRecord& record, BootTime now, std::vector<TouchContact>& contacts);
  void report(Slot& slot, BootTime now, std::vector<TouchContact>& contacts) const;
  [[nodiscard]] TouchContact contact(ContactKind kind, const Slot& slot, BootTime now) const;
  [[nodiscard]] Point pixel_of(RawPoint at) const;
  Slot& current() { return slots_[slot_]; }

  InputTraits traits_;
  Size screen_;
  std::vector<Slot> slots_;
  std::size_t slot_ = 0;
};

}  // namespace tertulia
