// SPDX-License-Identifier: Apache-2.0
// Asks whether a host takes TCP connections, within a budget of time. libmosquitto's own connect() waits for
// two minutes when packets vanish, and a thread in it can neither be woken nor stopped.
#pragma once

#include <string>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia {

// Any thread. Name resolution is not part of the budget. Errors: unknown host, refused, no answer.
[[nodiscard]] Outcome reach(const std::string& host, int port, Milliseconds budget);

}  // namespace tertulia
