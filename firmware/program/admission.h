// SPDX-License-Identifier: Apache-2.0
// A device that runs and is not enrolled yet: somebody takes it in beside it, with `tertulia enrol --take`.
#pragma once

#include <filesystem>
#include <stop_token>

namespace tertulia {

// Returns true as soon as the identity in this folder is whole, at most two seconds later; false when it was
// told to stop. On a thread of its own.
[[nodiscard]] bool wait_for_admission(const std::filesystem::path& identity, const std::stop_token& stop);

}  // namespace tertulia
