// SPDX-License-Identifier: Apache-2.0
// Waits, on a running device that is not enrolled, until somebody enrols it with `tertulia enrol --take`.
#pragma once

#include <filesystem>
#include <stop_token>

namespace tertulia {

// Returns true at most two seconds after all files of the identity are in this folder; false when it was told
// to stop. To be called on a thread of its own.
[[nodiscard]] bool wait_for_admission(const std::filesystem::path& identity, const std::stop_token& stop);

}  // namespace tertulia
