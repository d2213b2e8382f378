// SPDX-License-Identifier: Apache-2.0
// The screens of the sample visit as the appliance makes them: the real pack, the real catalogues and the
// real roles, at moments that show every kind of screen. So each text is one that people will see.
#pragma once

#include <string>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia::test {

struct NamedView {
  std::string name;  // of screen and moment: "room-over"
  View view;
};

// The state of a device with the visit of config/visits/lisbon and all languages; ends the test when the
// visit cannot be read.
[[nodiscard]] DeviceState lisbon_device();

[[nodiscard]] std::vector<NamedView> kiosk_views(const DeviceState& device_state, const Language& language);
// Room displays and door signs in every open and closed session, and between them.
[[nodiscard]] std::vector<NamedView> sign_views(DeviceState device_state, const Language& language);
[[nodiscard]] std::vector<NamedView> moderator_views(DeviceState device_state, const Language& language);
// All of the above.
[[nodiscard]] std::vector<NamedView> lisbon_views(const DeviceState& device_state, const Language& language);

}  // namespace tertulia::test
