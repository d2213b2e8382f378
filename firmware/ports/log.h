// SPDX-License-Identifier: Apache-2.0
// Where the hub's sentences for its operator go. Called from every thread, so what main() passes in must be
// thread-safe. No line holds an answer, a name or free text.
#pragma once

#include <functional>
#include <string_view>

namespace tertulia::hub {

using Log = std::function<void(std::string_view sentence)>;

}  // namespace tertulia::hub
