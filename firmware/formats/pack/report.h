// SPDX-License-Identifier: Apache-2.0
// The text that `tertulia check PACK` prints: what was read, guessed and skipped, and what is wrong.
#pragma once

#include <string>

#include "firmware/formats/pack/pack.h"

namespace tertulia::formats {

[[nodiscard]] std::string check_report(const PackReading& reading);

// 0: the pack can be used, even when something was guessed or skipped. 2: something is wrong.
[[nodiscard]] int check_exit_code(const PackReading& reading);

}  // namespace tertulia::formats
