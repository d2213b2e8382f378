// SPDX-License-Identifier: Apache-2.0
// The socket through which a window's display server talks to us.
#pragma once

#include <optional>

struct SDL_Window;

namespace tertulia {

// None: the driver has no server (dummy). Owned by SDL.
[[nodiscard]] std::optional<int> display_descriptor(SDL_Window* window);

}  // namespace tertulia
