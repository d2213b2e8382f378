// SPDX-License-Identifier: Apache-2.0
// One form file in place of a visit pack, for who wants to check or see it.
#pragma once

#include <optional>
#include <string>

#include "firmware/formats/pack/pack.h"

namespace tertulia::formats {

// A pack with a room and that form. Files that it needs are read beside it, or in its folder of media. None:
// the path names nothing that is meant as a form.
[[nodiscard]] std::optional<PackReading> read_form_alone(const std::string& path);

}  // namespace tertulia::formats
