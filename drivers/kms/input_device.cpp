// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/input_device.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <libevdev/libevdev.h>

#include "drivers/kms/choices.h"
#include "drivers/kms/muted_keyboard.h"

namespace tertulia {
namespace {

AxisRange range_of(const libevdev& device, unsigned code) {
  const input_absinfo* axis = libevdev_get_abs_info(&device, code);
  return axis == nullptr ? AxisRange{} : AxisRange{axis->minimum, axis->maximum};
}

}  // namespace

std::optional<InputDevice> InputDevice::open(const std::string& path, int number) {
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  Evdev device = evdev_of(descriptor.get());
  if (!device) return std::nullopt;
  const InputAbilities abilities = abilities_of(*device);
  const auto kind = choose_kind(abilities);
  if (!kind) return std::nullopt;
  if (is_keyboard(abilities)) take_alone(descriptor.get());  // the two in one, with one receiver
  const bool is_multi = *kind == InputKind::kMultiTouch;
  const InputTraits traits{*kind, range_of(*device, is_multi ? ABS_MT_POSITION_X : ABS_X),
                           range_of(*device, is_multi ? ABS_MT_POSITION_Y : ABS_Y), number};
  return InputDevice({std::move(descriptor), std::move(device)}, path, traits);
}

InputDevice::InputDevice(Handles handles, std::string path, const InputTraits& traits)
    : handles_(std::move(handles)),
      path_(std::move(path)),
      name_(libevdev_get_name(handles_.device.get())),
      traits_(traits),
      decoder_(traits, {}) {}

void InputDevice::lie_on(int screen, Size size) {
  screen_ = screen;
  decoder_ = EvdevDecoder(traits_, size);
  decoder_.set_positions(positions());
}

std::vector<RawPoint> InputDevice::positions() const {
  const libevdev* device = handles_.device.get();
  if (traits_.kind != InputKind::kMultiTouch)
    return {
        {libevdev_get_event_value(device, EV_ABS, ABS_X), libevdev_get_event_value(device, EV_ABS, ABS_Y)}};
  std::vector<RawPoint> points;
  for (int slot = 0; slot < libevdev_get_num_slots(device); ++slot)
    points.push_back({libevdev_get_slot_value(device, static_cast<unsigned>(slot), ABS_MT_POSITION_X),
                      libevdev_get_slot_value(device, static_cast<unsigned>(slot), ABS_MT_POSITION_Y)});
  return points;
}

InputDevice::State InputDevice::read(BootTime now, std::vector<TouchContact>& contacts) {
  unsigned flag = LIBEVDEV_READ_FLAG_NORMAL;
  while (true) {
    input_event record{};
    const int status = libevdev_next_event(handles_.device.get(), flag, &record);
    if (status == -EINTR) continue;
    if (status == -EAGAIN) {
      if (flag == LIBEVDEV_READ_FLAG_NORMAL) return State::kThere;
      flag = LIBEVDEV_READ_FLAG_NORMAL;  // all differences are read
      continue;
    }
    if (status < 0) break;
    // The kernel dropped records: libevdev asks it for the state of now and hands out the differences.
    if (status == LIBEVDEV_READ_STATUS_SYNC) flag = LIBEVDEV_READ_FLAG_SYNC;
    const auto news = decoder_.decode({record.type, record.code, record.value}, now);
    contacts.insert(contacts.end(), news.begin(), news.end());
  }
  const auto lost = decoder_.lose_all(now);
  contacts.insert(contacts.end(), lost.begin(), lost.end());
  return State::kGone;
}

}  // namespace tertulia
