// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/evdev_handle.h"

#include <libevdev/libevdev.h>

namespace tertulia {

void FreeEvdev::operator()(libevdev* device) const { libevdev_free(device); }

Evdev evdev_of(int descriptor) {
  libevdev* device = nullptr;
  return Evdev(libevdev_new_from_fd(descriptor, &device) == 0 ? device : nullptr);
}

InputAbilities abilities_of(const libevdev& device) {
  const auto has = [&](unsigned type, unsigned code) {
    return libevdev_has_event_code(&device, type, code) == 1;
  };
  InputAbilities abilities;
  abilities.has_slots = has(EV_ABS, ABS_MT_SLOT);
  abilities.has_mt_position = has(EV_ABS, ABS_MT_POSITION_X);
  abilities.has_position = has(EV_ABS, ABS_X);
  abilities.has_touch = has(EV_KEY, BTN_TOUCH);
  abilities.has_left_button = has(EV_KEY, BTN_LEFT);
  abilities.has_movement = has(EV_REL, REL_X);
  abilities.has_alt = has(EV_KEY, KEY_LEFTALT);
  abilities.is_touchpad = libevdev_has_property(&device, INPUT_PROP_POINTER) == 1 && has(EV_ABS, ABS_X);
  return abilities;
}

}  // namespace tertulia
