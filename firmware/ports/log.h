// SPDX-License-Identifier: Apache-2.0
// The log of the hub: sentences for its operator. Every thread calls it, so it must be thread-safe. No line
// holds an answer, a name or free text.
#pragma once

#include <functional>
#include <string_view>

namespace tertulia::hub {

using Log = std::function<void(std::string_view sentence)>;

}  // namespace tertulia::hub
