// SPDX-License-Identifier: Apache-2.0
// The timer as other devices may see it. Of a closed session it reveals times only
// (firmware/docs/privacy.md).
#pragma once

#include "firmware/domain/agenda.h"
#include "firmware/domain/timer.h"

namespace tertulia {

// For a closed session: replaces the id of the calendar by the opaque slug, and the id of the segment by its
// number.
[[nodiscard]] Timer told(const Timer& timer, const Agenda& agenda);
// The reverse: a received timer with the ids of this device's agenda. A timer that the agenda does not know
// stays unchanged.
[[nodiscard]] Timer understood(const Timer& timer, const Agenda& agenda);

}  // namespace tertulia
