// SPDX-License-Identifier: Apache-2.0
// When and where the same people meet again, as the moderator said it before they leave.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "firmware/domain/time.h"

namespace tertulia {

struct NextSession {
  std::optional<WallTime> start;  // none: not agreed yet
  std::string place;              // may be empty

  friend auto operator<=>(const NextSession&, const NextSession&) = default;
};

}  // namespace tertulia
