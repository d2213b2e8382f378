// SPDX-License-Identifier: Apache-2.0
// Says what the screens do so that the logo of a programme can be seen, for people who check a pack. Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/visit.h"

namespace tertulia {

// One sentence for each kind of ground on which the logo needs a plate or is hard to see. None when it is
// seen everywhere, or when there is no logo.
[[nodiscard]] std::vector<std::string> logo_report(const Branding& branding);

}  // namespace tertulia
