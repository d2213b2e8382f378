// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/input_devices.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "drivers/kms/choices.h"

namespace tertulia {
namespace {

std::vector<std::string> event_files(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code problem;
  for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
       entry.increment(problem))
    if (entry->path().filename().string().starts_with("event")) paths.push_back(entry->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool may_read(const std::string& path) { return faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0; }

void drain(const Descriptor& changes) {
  std::array<char, 4096> buffer{};
  while (::read(changes.get(), buffer.data(), buffer.size()) > 0) {
  }
}

}  // namespace

InputDevices InputDevices::open(Options options, Waiter& waiter) {
  InputDevices devices(std::move(options), waiter);
  devices.changes_ = Descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  // A new device becomes readable a moment after it appears, when udev sets its group: IN_ATTRIB.
  if (devices.changes_.is_open() &&
      inotify_add_watch(devices.changes_.get(), devices.options_.folder.c_str(), IN_CREATE | IN_ATTRIB) >= 0)
    waiter.watch(devices.changes_.get());
  devices.look_for_new();
  return devices;
}

bool InputDevices::is_locked_out() const {
  const std::vector<std::string> paths = event_files(options_.folder);
  return !paths.empty() && std::none_of(paths.begin(), paths.end(), may_read);
}

std::vector<ScreenContact> InputDevices::read(const std::vector<int>& ready, BootTime now) {
  const auto is_ready = [&](int descriptor) {
    return std::find(ready.begin(), ready.end(), descriptor) != ready.end();
  };
  std::vector<ScreenContact> all;
  for (auto device = devices_.begin(); device != devices_.end();) {
    const auto here = device++;
    if (!is_ready(here->descriptor())) continue;
    std::vector<TouchContact> contacts;
    const auto state = here->read(now, contacts);
    for (const TouchContact& contact : contacts) all.push_back({here->screen(), contact});
    if (state == InputDevice::State::kThere) continue;
    waiter_->forget(here->descriptor());
    devices_.erase(here);
  }
  std::erase_if(keyboards_, [&](const MutedKeyboard& keyboard) {
    const bool is_gone = is_ready(keyboard.descriptor());
    if (is_gone) waiter_->forget(keyboard.descriptor());
    return is_gone;
  });
  if (is_ready(changes_.get())) {
    drain(changes_);
    look_for_new();
  }
  return all;
}

std::vector<ScreenContact> InputDevices::resize(int screen, Size size, BootTime now) {
  options_.sizes[static_cast<std::size_t>(screen)] = size;
  std::vector<ScreenContact> all;
  for (InputDevice& device : devices_) {
    if (device.screen() != screen) continue;
    for (const TouchContact& contact : device.lose_all(now)) all.push_back({screen, contact});
    device.lie_on(screen, size);
  }
  return all;
}

void InputDevices::look_for_new() {
  for (const std::string& path : event_files(options_.folder)) {
    if (!knows(path)) add_pointer(path);
    if (!knows(path)) add_keyboard(path);
  }
}

void InputDevices::add_pointer(const std::string& path) {
  auto device = InputDevice::open(path, opened_);
  if (!device) return;
  const auto screen = choose_screen(device->name(), options_.wishes);
  if (!screen) return;
  ++opened_;
  device->lie_on(*screen, options_.sizes[static_cast<std::size_t>(*screen)]);
  waiter_->watch(device->descriptor());
  devices_.push_back(std::move(*device));
}

void InputDevices::add_keyboard(const std::string& path) {
  auto keyboard = MutedKeyboard::open(path);
  if (!keyboard) return;
  waiter_->watch(keyboard->descriptor());
  keyboards_.push_back(std::move(*keyboard));
}

bool InputDevices::knows(const std::string& path) const {
  const auto is_it = [&](const auto& device) { return device.path() == path; };
  return std::any_of(devices_.begin(), devices_.end(), is_it) ||
         std::any_of(keyboards_.begin(), keyboards_.end(), is_it);
}

}  // namespace tertulia
