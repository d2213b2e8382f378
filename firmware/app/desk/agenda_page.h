// SPDX-License-Identifier: Apache-2.0
// A new visit pack at the desk: a line that says so, and the page with what it changes or what is wrong with
// it. Sees closed sessions: for the desk alone. Pure.
#pragma once

#include <optional>

#include "firmware/app/desk/page.h"

namespace tertulia {

// The line; none: there is nothing to say. What was put off until later, and a pack with errors, never stand
// in the place of what is said about the running session.
[[nodiscard]] std::optional<DeskNews> desk_news(const PageAt& at, const ModeratorView& desk);

// None: no pack waits, and nothing is wrong with one.
[[nodiscard]] std::optional<ChangesView> changes_view(const PageAt& at);

}  // namespace tertulia
