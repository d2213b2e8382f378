// SPDX-License-Identifier: Apache-2.0
// All pointing devices of a folder (/dev/input), those plugged in later included, and the keyboards, which
// are muted. Main thread; never blocks.
#pragma once

#include <list>
#include <string>
#include <vector>

#include "drivers/kms/input_device.h"
#include "drivers/kms/muted_keyboard.h"
#include "drivers/wait/waiter.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct ScreenContact {
  int screen = 0;
  TouchContact contact;
};

class InputDevices {
 public:
  struct Options {
    std::string folder = "/dev/input";
    std::vector<std::string> wishes;  // per screen: part of its device's name, or empty
    std::vector<Size> sizes;          // per screen
  };

  // The waiter must outlive it; it watches the devices. No device at all is fine: one may be plugged in. One
  // that may not be read yet is opened as soon as it may: at a cold start udev has not set its group yet.
  [[nodiscard]] static InputDevices open(Options options, Waiter& waiter);

  // Whether there are devices, and none of them may be read.
  [[nodiscard]] bool is_locked_out() const;

  // What happened; `ready` as the waiter reported it (readable or gone).
  [[nodiscard]] std::vector<ScreenContact> read(const std::vector<int>& ready, BootTime now);

  // A screen has another size from now on; fingers on it are lost.
  [[nodiscard]] std::vector<ScreenContact> resize(int screen, Size size, BootTime now);

 private:
  InputDevices(Options options, Waiter& waiter) : options_(std::move(options)), waiter_(&waiter) {}
  void look_for_new();
  void add_pointer(const std::string& path);
  void add_keyboard(const std::string& path);
  [[nodiscard]] bool knows(const std::string& path) const;

  Options options_;
  Waiter* waiter_;
  Descriptor changes_;  // inotify
  std::list<InputDevice> devices_;
  std::list<MutedKeyboard> keyboards_;
  int opened_ = 0;
};

}  // namespace tertulia
