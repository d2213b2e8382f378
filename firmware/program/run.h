// SPDX-License-Identifier: Apache-2.0
// The command `tertulia run`: opens every adapter, starts the keeper and the courier, and runs the loop on
// the calling thread.
#pragma once

#include "firmware/domain/result.h"
#include "firmware/program/options.h"
#include "firmware/program/windows.h"

namespace tertulia {

// Exit code when the hub or the enrolment asked for a restart: the service manager starts the program again
// (EX_TEMPFAIL of sysexits.h).
inline constexpr int kRestartExit = 75;

// Returns the exit code after Quit (window closed, SIGTERM, SIGINT) or a restart, when everything is stored
// and the broker was told.
[[nodiscard]] Result<int> run(const RunOptions& options, const OpenWindow& window_of);

}  // namespace tertulia
