// SPDX-License-Identifier: Apache-2.0
// The screens of the sample visit as the appliance makes them: the real pack, the real catalogues and the
// real roles, at moments that show every kind of screen. So each text is one that people will see.
#pragma once

#include <string>
#include <vector>

#include "firmware/app/house.h"
#include "firmware/ports/views.h"

namespace tertulia::test {

struct NamedView {
  std::string name;  // of screen and moment: "room-over"
  View view;
};

// The house of config/visits/lisbon with the catalogues of the folder; ends the test when either is unfit.
[[nodiscard]] House lisbon_house(const std::string& catalogues);

[[nodiscard]] std::vector<NamedView> kiosk_views(const House& house, const Language& language);
// Room displays and door signs in every open and closed session, and between them.
[[nodiscard]] std::vector<NamedView> sign_views(House house, const Language& language);
[[nodiscard]] std::vector<NamedView> moderator_views(House house, const Language& language);
// All of the above.
[[nodiscard]] std::vector<NamedView> lisbon_views(const House& house, const Language& language);

}  // namespace tertulia::test
