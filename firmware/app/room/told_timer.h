// SPDX-License-Identifier: Apache-2.0
// A timer as other devices may hear of it: of a closed session its anchor betrays nothing but time.
#pragma once

#include "firmware/domain/agenda.h"
#include "firmware/domain/timer.h"

namespace tertulia {

// Of a closed session: its opaque slug for the calendar's id, the place in the rundown for the segment's id.
[[nodiscard]] Timer told(const Timer& timer, const Agenda& agenda);
// What was told, with the ids of this device's agenda again. One that the agenda does not know stays as it
// is.
[[nodiscard]] Timer understood(const Timer& timer, const Agenda& agenda);

}  // namespace tertulia
