// SPDX-License-Identifier: Apache-2.0
// A logo that is computed and not read, so that it is the same on every machine: two rings in dark blue and
// clay, which only a light ground shows.
#pragma once

#include <memory>
#include <vector>

#include "firmware/domain/picture.h"
#include "tests/ui/screens/sample_views.h"

namespace tertulia::test {

[[nodiscard]] inline Picture sample_logo() {
  const auto is_on_ring = [](int x, int y, int middle) {
    const int far = (x - middle) * (x - middle) + (y - 128) * (y - 128);
    return far <= 124 * 124 && far >= 80 * 80;
  };
  Picture logo{{384, 256}, {}};
  for (int y = 0; y < logo.size.height; ++y)
    for (int x = 0; x < logo.size.width; ++x) {
      const bool is_first = is_on_ring(x, y, 128);
      const bool is_second = is_on_ring(x, y, 256);
      // Each lies above the other once.
      const bool is_blue = is_first && (!is_second || y < 128);
      logo.pixels.push_back(is_blue ? 0xff1a2b5c : is_second ? 0xff8f3a20 : 0);
    }
  return logo;
}

[[nodiscard]] inline std::vector<SampleView> logo_views(const RoomView& english, const RoomView& alone,
                                                        const RoomView& arabic) {
  const auto logo = std::make_shared<const Picture>(sample_logo());
  return {{"room-logo", "en", english, logo},
          {"room-alone", "en", alone, nullptr},
          {"room-logo", "ar", arabic, logo}};
}

}  // namespace tertulia::test
