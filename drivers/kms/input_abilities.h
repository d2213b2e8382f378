// SPDX-License-Identifier: Apache-2.0
// Asks an opened /dev/input/event file what it can do.
#pragma once

#include "drivers/kms/choices.h"

namespace tertulia {

[[nodiscard]] InputAbilities abilities_of(int descriptor);

}  // namespace tertulia
