// SPDX-License-Identifier: Apache-2.0
// One opened /dev/input/event file: a touch panel, a tablet or a mouse, read with libevdev. Main thread;
// never blocks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drivers/kms/evdev_decoder.h"
#include "drivers/kms/evdev_handle.h"
#include "drivers/wait/waiter.h"

namespace tertulia {

class InputDevice {
 public:
  enum class State { kThere, kGone };

  // None: it cannot be opened, or is nothing that points at a screen. `number` tells devices apart.
  [[nodiscard]] static std::optional<InputDevice> open(const std::string& path, int number);

  [[nodiscard]] int descriptor() const { return handles_.descriptor.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& name() const { return name_; }  // as the manufacturer calls it

  // Says which screen it lies on, and its pixels. Before the first read, and when the screen changes.
  void lie_on(int screen, Size size);
  [[nodiscard]] int screen() const { return screen_; }

  // Its fingers leave without a touch.
  [[nodiscard]] std::vector<TouchContact> lose_all(BootTime now) { return decoder_.lose_all(now); }

  // Appends what happened since the last call; kGone: unplugged, its fingers are lost.
  [[nodiscard]] State read(BootTime now, std::vector<TouchContact>& contacts);

 private:
  struct Handles {
    Descriptor descriptor;
    Evdev device;
  };
  InputDevice(Handles handles, std::string path, const InputTraits& traits);
  [[nodiscard]] std::vector<RawPoint> positions() const;

  Handles handles_;
  std::string path_;
  std::string name_;
  InputTraits traits_;
  EvdevDecoder decoder_;
  int screen_ = 0;
};

}  // namespace tertulia
