// SPDX-License-Identifier: Apache-2.0
// Gives the socket between a window and its display server.
#pragma once

#include <optional>

struct SDL_Window;

namespace tertulia {

// None: the video driver has no server (dummy). SDL owns the socket.
[[nodiscard]] std::optional<int> display_descriptor(SDL_Window* window);

}  // namespace tertulia
