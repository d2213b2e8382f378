// SPDX-License-Identifier: Apache-2.0
// Makes the quarantine row of a message that the hub cannot read: enough to find the cause and to recover it
// later, and for feedback nothing that names the device. Pure.
#pragma once

#include <string_view>

#include "hub/arrival/arrival.h"
#include "hub/arrival/ranges.h"

namespace tertulia::hub {

// `at` is set when topic, epoch and sequence can be read, in binary or structured mode.
[[nodiscard]] arrival::Poison poison_from(const Message& message, std::string_view reason);

// [A-Za-z0-9-]{1,64}
[[nodiscard]] bool is_epoch(std::string_view text);

}  // namespace tertulia::hub
