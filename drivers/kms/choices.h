// SPDX-License-Identifier: Apache-2.0
// Chooses panel modes and input devices from those that a machine has. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/kms/evdev_decoder.h"
#include "firmware/ports/geometry.h"

namespace tertulia {

struct PanelMode {
  Size size;
  int refresh = 0;            // frames a second
  bool is_preferred = false;  // the panel's own
};

// The index of the wanted size (its highest refresh rate), else of the panel's own mode, else of the largest.
// None: the wanted size does not exist, or there are no modes. `wanted` {0, 0}: no wish.
[[nodiscard]] std::optional<std::size_t> choose_mode(std::span<const PanelMode> modes, Size wanted);

// How wide the glass is, in millimetres; 0: unknown.
struct GlassWidth {
  int measured = 0;  // by a person; has precedence
  int told = 0;      // as the panel says
};

// Pixels per millimetre; 0 when it is unknown or impossible (projectors say 160 x 90 mm, or a whole metre for
// a 7" panel).
[[nodiscard]] double density(Size pixels, GlassWidth width);

// Gives each connector one of the scan-out units in its mask, and no unit to two. None: impossible.
[[nodiscard]] std::optional<std::vector<int>> assign_units(std::span<const std::uint32_t> masks);

// A panel that is connected and shows nothing of ours yet.
struct FreePanel {
  std::string connector;
  std::uint32_t units = 0;  // free scan-out units that can feed it, as bits
};
struct PlacedPanel {
  std::size_t screen = 0;  // index in the wishes
  std::size_t panel = 0;   // index in the panels
  int unit = 0;
};
// Which panel each screen gets. A wish names a connector, or is empty for the next one; who names one goes
// first. A screen whose panel is not there, or cannot be fed as well, is not among them.
[[nodiscard]] std::vector<PlacedPanel> place_panels(std::span<const std::string> wishes,
                                                    std::span<const FreePanel> panels);

// What an input device can do, from its capability bits.
struct InputAbilities {
  bool has_slots = false;        // ABS_MT_SLOT
  bool has_mt_position = false;  // ABS_MT_POSITION_X
  bool has_position = false;     // ABS_X
  bool has_touch = false;        // BTN_TOUCH
  bool has_left_button = false;  // BTN_LEFT
  bool has_movement = false;     // REL_X
  bool has_alt = false;          // KEY_LEFTALT
  bool is_touchpad = false;      // INPUT_PROP_POINTER: beside the screen, not on it
};

// None: a keyboard, a sensor or a touchpad.
[[nodiscard]] std::optional<InputKind> choose_kind(const InputAbilities& abilities);

// Whether it is a keyboard. The kernel asks the same question before it listens for SysRq; a power button is
// not one.
[[nodiscard]] bool is_keyboard(const InputAbilities& abilities);

// The screen on which an input device lies: the first whose wish is part of the name of the device, else the
// first without a wish. None: no screen wants it.
[[nodiscard]] std::optional<int> choose_screen(std::string_view device, std::span<const std::string> wishes);

}  // namespace tertulia
