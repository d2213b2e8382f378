// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/input_abilities.h"

#include <array>
#include <climits>
#include <cstddef>

#include <linux/input.h>
#include <sys/ioctl.h>

namespace tertulia {
namespace {

// The capability bits of one kind of event.
template <std::size_t kBits>
class Bits {
 public:
  [[nodiscard]] bool has(std::size_t bit) const { return (words_[bit / kWord] >> (bit % kWord) & 1UL) != 0; }
  void* data() { return words_.data(); }
  static constexpr std::size_t kBytes = (kBits + CHAR_BIT - 1) / CHAR_BIT;

 private:
  static constexpr std::size_t kWord = sizeof(unsigned long) * CHAR_BIT;
  std::array<unsigned long, kBits / kWord + 1> words_{};
};

}  // namespace

InputAbilities abilities_of(int descriptor) {
  Bits<KEY_CNT> keys;
  Bits<ABS_CNT> axes;
  Bits<REL_CNT> movements;
  Bits<INPUT_PROP_CNT> properties;
  ioctl(descriptor, EVIOCGBIT(EV_KEY, keys.kBytes), keys.data());
  ioctl(descriptor, EVIOCGBIT(EV_ABS, axes.kBytes), axes.data());
  ioctl(descriptor, EVIOCGBIT(EV_REL, movements.kBytes), movements.data());
  ioctl(descriptor, EVIOCGPROP(properties.kBytes), properties.data());
  InputAbilities abilities;
  abilities.has_slots = axes.has(ABS_MT_SLOT);
  abilities.has_mt_position = axes.has(ABS_MT_POSITION_X);
  abilities.has_position = axes.has(ABS_X);
  abilities.has_touch = keys.has(BTN_TOUCH);
  abilities.has_left_button = keys.has(BTN_LEFT);
  abilities.has_movement = movements.has(REL_X);
  abilities.has_alt = keys.has(KEY_LEFTALT);
  abilities.is_touchpad = properties.has(INPUT_PROP_POINTER) && axes.has(ABS_X);
  return abilities;
}

}  // namespace tertulia
