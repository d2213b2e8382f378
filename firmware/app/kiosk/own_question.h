// SPDX-License-Identifier: Apache-2.0
// A person at a kiosk types a question to the room. Pure.
#pragma once

#include "firmware/app/kiosk/kiosk.h"

namespace tertulia {

// What a person does while the question is being typed. What is not meant for it does nothing.
[[nodiscard]] KioskChange apply(kiosk::OwnQuestion state, const Intent& intent, const KioskContext& context);

}  // namespace tertulia
