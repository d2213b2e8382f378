// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/evdev_decoder.h"

#include <algorithm>
#include <utility>

#include <linux/input.h>

namespace tertulia {
namespace {

constexpr std::size_t kMostSlots = 64;  // a device that counts further is lying

int scaled(int value, AxisRange range, int pixels) {
  if (range.highest <= range.lowest || pixels <= 0) return 0;
  const std::int64_t reach = std::int64_t{range.highest} - range.lowest;
  const std::int64_t along = std::clamp(value, range.lowest, range.highest) - std::int64_t{range.lowest};
  return static_cast<int>((along * (pixels - 1) + reach / 2) / reach);
}

}  // namespace

EvdevDecoder::EvdevDecoder(const InputTraits& traits, Size screen)
    : traits_(traits), screen_(screen), slots_(1) {
  if (traits_.kind != InputKind::kMouse) return;
  traits_.x = {0, screen.width - 1};
  traits_.y = {0, screen.height - 1};
  slots_[0].at = {screen.width / 2, screen.height / 2};
}

void EvdevDecoder::set_positions(std::span<const RawPoint> slots) {
  if (traits_.kind == InputKind::kMouse) return;
  slots_.resize(std::clamp(slots.size(), slots_.size(), kMostSlots));
  for (std::size_t i = 0; i < std::min(slots.size(), slots_.size()); ++i) slots_[i].at = slots[i];
}

std::vector<TouchContact> EvdevDecoder::decode(const InputRecord& record, BootTime now) {
  std::vector<TouchContact> contacts;
  if (record.type == EV_SYN) {
    take_synchronisation(record, now, contacts);
    return contacts;
  }
  if (record.type == EV_ABS) take_absolute(record);
  if (record.type == EV_REL) take_relative(record);
  if (record.type == EV_KEY) take_key(record);
  return contacts;
}

std::vector<TouchContact> EvdevDecoder::lose_all(BootTime now) {
  std::vector<TouchContact> contacts;
  for (Slot& slot : slots_) {
    if (slot.reported) contacts.push_back(contact(ContactKind::kLost, slot, now));
    slot.finger.reset();
    slot.reported.reset();
  }
  return contacts;
}

void EvdevDecoder::take_absolute(const InputRecord& record) {
  const bool is_multi = traits_.kind == InputKind::kMultiTouch;
  if (is_multi && record.code == ABS_MT_SLOT) {
    slot_ = static_cast<std::size_t>(std::clamp(record.value, 0, static_cast<int>(kMostSlots) - 1));
    if (slot_ >= slots_.size()) slots_.resize(slot_ + 1);
  } else if (is_multi && record.code == ABS_MT_TRACKING_ID) {
    current().finger = record.value < 0 ? std::nullopt : std::optional(record.value);
  } else if (is_multi && record.code == ABS_MT_TOOL_TYPE) {
    current().is_palm = record.value == MT_TOOL_PALM;
  } else if (record.code == (is_multi ? ABS_MT_POSITION_X : ABS_X)) {
    current().at.x = record.value;
    current().has_moved = true;
  } else if (record.code == (is_multi ? ABS_MT_POSITION_Y : ABS_Y)) {
    current().at.y = record.value;
    current().has_moved = true;
  }
}

void EvdevDecoder::take_relative(const InputRecord& record) {
  if (traits_.kind != InputKind::kMouse || (record.code != REL_X && record.code != REL_Y)) return;
  const auto moved = [&](int from, AxisRange range) {
    return static_cast<int>(std::clamp<std::int64_t>(std::int64_t{from} + record.value, range.lowest,
                                                     std::max(range.lowest, range.highest)));
  };
  RawPoint& at = current().at;
  if (record.code == REL_X) at.x = moved(at.x, traits_.x);
  if (record.code == REL_Y) at.y = moved(at.y, traits_.y);
  current().has_moved = true;
}

void EvdevDecoder::take_key(const InputRecord& record) {
  // A tablet of a virtual machine presses a mouse button where a panel tells of a touch.
  const bool presses = traits_.kind == InputKind::kMouse
                           ? record.code == BTN_LEFT
                           : record.code == BTN_TOUCH || record.code == BTN_LEFT;
  if (traits_.kind == InputKind::kMultiTouch || !presses) return;
  current().finger = record.value == 0 ? std::nullopt : std::optional(0);
}

void EvdevDecoder::take_synchronisation(const InputRecord& record, BootTime now,
                                        std::vector<TouchContact>& contacts) {
  if (record.code == SYN_DROPPED) contacts = lose_all(now);
  if (record.code != SYN_REPORT) return;
  for (Slot& slot : slots_) report(slot, now, contacts);
}

void EvdevDecoder::report(Slot& slot, BootTime now, std::vector<TouchContact>& contacts) const {
  const bool has_moved = std::exchange(slot.has_moved, false);
  const std::optional<int> finger = slot.is_palm ? std::nullopt : slot.finger;
  if (slot.reported == finger) {
    if (slot.reported && has_moved) contacts.push_back(contact(ContactKind::kMove, slot, now));
    return;
  }
  const ContactKind end = slot.is_palm ? ContactKind::kLost : ContactKind::kUp;
  if (slot.reported) contacts.push_back(contact(end, slot, now));
  slot.reported = finger;
  if (slot.reported) contacts.push_back(contact(ContactKind::kDown, slot, now));
}

TouchContact EvdevDecoder::contact(ContactKind kind, const Slot& slot, BootTime now) const {
  const std::int64_t finger = std::int64_t{traits_.number} << 32 | slot.reported.value_or(0);
  return {kind, finger, pixel_of(slot.at), now};
}

Point EvdevDecoder::pixel_of(RawPoint at) const {
  return {scaled(at.x, traits_.x, screen_.width), scaled(at.y, traits_.y, screen_.height)};
}

}  // namespace tertulia
