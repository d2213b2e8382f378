// SPDX-License-Identifier: Apache-2.0
// From the records of a Linux input device to contacts with the glass: touch panels that tell fingers apart
// (multitouch protocol B), panels and tablets that know one finger, and mice.
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

  // The kernel sends a coordinate only when it changes: where each slot is now (one for single touch). To be
  // told at the start and whenever is_out_of_step().
  void set_positions(std::span<const RawPoint> slots);

  // The next record; contacts come with the record that ends a report.
  [[nodiscard]] std::vector<Contact> decode(const InputRecord& record, BootTime now);

  // The device went away: its fingers are lost.
  [[nodiscard]] std::vector<Contact> lose_all(BootTime now);

  // The kernel dropped records; positions have to be set again.
  [[nodiscard]] bool is_out_of_step() const { return is_out_of_step_; }

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
  void take_synchronisation(const InputRecord& record, BootTime now, std::vector<Contact>& contacts);
  void report(Slot& slot, BootTime now, std::vector<Contact>& contacts) const;
  [[nodiscard]] Contact contact(ContactKind kind, const Slot& slot, BootTime now) const;
  [[nodiscard]] Point pixel_of(RawPoint at) const;
  Slot& current() { return slots_[slot_]; }

  InputTraits traits_;
  Size screen_;
  std::vector<Slot> slots_;
  std::size_t slot_ = 0;
  bool is_dropping_ = false;
  bool is_out_of_step_ = false;
};

}  // namespace tertulia
