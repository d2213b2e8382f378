// SPDX-License-Identifier: Apache-2.0
// Writes pictures into PNG files: screenshots, and the golden images of tests. Any thread; no state.
#pragma once

#include <filesystem>

#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

// Replaces the file at once: a reader sees the old picture or the new one, never half of it. The folder must
// exist. Errors: what libpng or the file system says, with the path.
[[nodiscard]] Outcome write_png(const std::filesystem::path& path, PixelView view);

}  // namespace tertulia
