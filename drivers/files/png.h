// SPDX-License-Identifier: Apache-2.0
// Writes pictures into PNG files: screenshots, and golden pictures of tests. Any thread; no state.
#pragma once

#include <filesystem>

#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

// Replaces the file as a whole: a program that reads it sees the old picture or the new one. The folder must
// exist. Errors: the sentence of libpng or the file system, with the path.
[[nodiscard]] Outcome write_png(const std::filesystem::path& path, PixelView view);

}  // namespace tertulia
