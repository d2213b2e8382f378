// SPDX-License-Identifier: Apache-2.0
// What the screens do with the logo of a programme so that it is seen, for people who check a pack. Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/visit.h"

namespace tertulia {

// One sentence for each kind of ground that would swallow it; none when it is seen everywhere, or missing.
[[nodiscard]] std::vector<std::string> logo_report(const Branding& branding);

}  // namespace tertulia
