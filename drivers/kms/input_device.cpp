// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/input_device.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "drivers/kms/choices.h"
#include "drivers/kms/input_abilities.h"
#include "drivers/kms/muted_keyboard.h"

namespace tertulia {
namespace {

constexpr int kMostSlots = 64;

input_absinfo axis(int descriptor, unsigned code) {
  input_absinfo info{};
  ioctl(descriptor, EVIOCGABS(code), &info);
  return info;
}

AxisRange range_of(int descriptor, unsigned code) {
  const input_absinfo info = axis(descriptor, code);
  return {info.minimum, info.maximum};
}

// The value of one multitouch code in every slot; the kernel wants the code in front.
std::vector<int> slot_values(int descriptor, unsigned code, std::size_t slots) {
  std::vector<int> values(slots + 1);
  values[0] = static_cast<int>(code);
  if (ioctl(descriptor, EVIOCGMTSLOTS(values.size() * sizeof(int)), values.data()) < 0) return {};
  return {values.begin() + 1, values.end()};
}

}  // namespace

std::optional<InputDevice> InputDevice::open(const std::string& path, int number) {
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (!descriptor.is_open()) return std::nullopt;
  const InputAbilities abilities = abilities_of(descriptor.get());
  const auto kind = choose_kind(abilities);
  if (!kind) return std::nullopt;
  if (is_keyboard(abilities)) take_alone(descriptor.get());  // the two in one, with one receiver
  const bool is_multi = *kind == InputKind::kMultiTouch;
  const InputTraits traits{*kind, range_of(descriptor.get(), is_multi ? ABS_MT_POSITION_X : ABS_X),
                           range_of(descriptor.get(), is_multi ? ABS_MT_POSITION_Y : ABS_Y), number};
  return InputDevice(std::move(descriptor), path, traits);
}

InputDevice::InputDevice(Descriptor descriptor, std::string path, const InputTraits& traits)
    : descriptor_(std::move(descriptor)), path_(std::move(path)), traits_(traits), decoder_(traits, {}) {
  std::array<char, 256> name{};
  ioctl(descriptor_.get(), EVIOCGNAME(name.size() - 1), name.data());
  name_ = name.data();
}

void InputDevice::lie_on(int screen, Size size) {
  screen_ = screen;
  decoder_ = EvdevDecoder(traits_, size);
  decoder_.set_positions(positions());
}

std::vector<RawPoint> InputDevice::positions() const {
  const int descriptor = descriptor_.get();
  if (traits_.kind != InputKind::kMultiTouch)
    return {{axis(descriptor, ABS_X).value, axis(descriptor, ABS_Y).value}};
  const auto count =
      static_cast<std::size_t>(std::clamp(axis(descriptor, ABS_MT_SLOT).maximum + 1, 1, kMostSlots));
  const std::vector<int> across = slot_values(descriptor, ABS_MT_POSITION_X, count);
  const std::vector<int> down = slot_values(descriptor, ABS_MT_POSITION_Y, count);
  std::vector<RawPoint> points;
  for (std::size_t i = 0; i < std::min(across.size(), down.size()); ++i)
    points.push_back({across[i], down[i]});
  return points;
}

InputDevice::State InputDevice::read(BootTime now, std::vector<Contact>& contacts) {
  std::array<input_event, 64> records{};
  while (true) {
    const ssize_t bytes = ::read(descriptor_.get(), records.data(), sizeof records);
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes < 0 && errno == EAGAIN) return State::kThere;
    if (bytes <= 0) break;
    const auto count = static_cast<std::size_t>(bytes) / sizeof(input_event);
    for (std::size_t i = 0; i < count; ++i) {
      const auto news = decoder_.decode({records[i].type, records[i].code, records[i].value}, now);
      contacts.insert(contacts.end(), news.begin(), news.end());
      if (decoder_.is_out_of_step()) decoder_.set_positions(positions());
    }
  }
  const auto lost = decoder_.lose_all(now);
  contacts.insert(contacts.end(), lost.begin(), lost.end());
  return State::kGone;
}

}  // namespace tertulia
