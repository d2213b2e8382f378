// SPDX-License-Identifier: Apache-2.0
// Pictures in PNG files: screenshots, and the golden images of tests. Any thread; no state.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct Picture {
  Size size;
  std::vector<std::uint32_t> pixels;  // 0xffRRGGBB, rows top to bottom

  [[nodiscard]] PixelView view() const { return {pixels.data(), size}; }
  friend bool operator==(const Picture&, const Picture&) = default;
};

// Replaces the file at once: a reader sees the old picture or the new one, never half of it. The folder must
// exist. Errors: what the file system says, with the path.
[[nodiscard]] Outcome write_png(const std::filesystem::path& path, PixelView view);

// Any PNG of up to 64 million pixels; transparent parts come over black. Errors: not there, not a PNG, too
// large.
[[nodiscard]] Result<Picture> read_png(const std::filesystem::path& path);

}  // namespace tertulia
