// SPDX-License-Identifier: Apache-2.0
// `tertulia run`: opens every adapter, starts keeper and courier, and runs the loop on the calling thread.
#pragma once

#include "firmware/domain/result.h"
#include "firmware/program/options.h"
#include "firmware/program/windows.h"

namespace tertulia {

// Where the hub told the program to restart: whoever started it starts it again (EX_TEMPFAIL of sysexits.h).
inline constexpr int kRestartExit = 75;

// Returns after Quit (window closed, SIGTERM, SIGINT) or a command to restart, when everything has been
// stored and said good-bye: the exit code.
[[nodiscard]] Result<int> run(const RunOptions& options, const OpenWindow& window_of);

}  // namespace tertulia
