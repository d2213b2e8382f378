// SPDX-License-Identifier: Apache-2.0
// `tertulia run`: opens every adapter, starts keeper and courier, and runs the loop on the calling thread.
#pragma once

#include "firmware/domain/result.h"
#include "firmware/program/options.h"
#include "firmware/program/windows.h"

namespace tertulia {

// Returns after Quit (window closed, SIGTERM, SIGINT), when everything has been stored and said good-bye.
[[nodiscard]] Outcome run(const RunOptions& options, const OpenWindow& window_of);

}  // namespace tertulia
