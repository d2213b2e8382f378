// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/muted_keyboard.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>

#include "drivers/kms/choices.h"
#include "drivers/kms/evdev_handle.h"

namespace tertulia {
namespace {

// Not even us: a key pressed must not wake the program.
void hear_nothing(int descriptor) {
  input_mask nothing{};  // no kind of event
  ioctl(descriptor, EVIOCSMASK, &nothing);
}

}  // namespace

void take_alone(int descriptor) { ioctl(descriptor, EVIOCGRAB, 1); }

std::optional<MutedKeyboard> MutedKeyboard::open(const std::string& path) {
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  const Evdev device = evdev_of(descriptor.get());
  if (!device || !is_keyboard(abilities_of(*device))) return std::nullopt;
  hear_nothing(descriptor.get());
  take_alone(descriptor.get());
  return MutedKeyboard(std::move(descriptor), path);
}

}  // namespace tertulia
