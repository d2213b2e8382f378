// SPDX-License-Identifier: Apache-2.0
// Names in the column `type` beside those of the kinds that a kiosk asks, and what a typing error means.
// Internal to the XLSForm parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// "Select_One  yesno" as "select one  yesno": as long as before, so that the list can be cut out of the cell.
[[nodiscard]] std::string plain_type(std::string_view type);

// Of a plain type: it records something by itself, as "start" and "deviceid" do.
[[nodiscard]] bool is_metadata_type(std::string_view type);

// "'select_one'" for "select on yesno" and "dropdown yesno": as other programs call it, or with a typing
// error. `asked` are the plain names of the kinds that a kiosk asks. None: the type is known, or near
// nothing.
[[nodiscard]] std::optional<std::string> meant_type(const std::string& type,
                                                    const std::vector<std::string_view>& asked);

}  // namespace tertulia::formats
