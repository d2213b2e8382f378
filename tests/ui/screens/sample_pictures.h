// SPDX-License-Identifier: Apache-2.0
// Pictures of a form that are computed and not read, so that they are the same on every machine: a shape in
// ink on a tint.
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>

#include "firmware/domain/packed_picture.h"
#include "firmware/ports/views.h"

namespace tertulia::test {

// The tints come again after three, the shapes after two.
[[nodiscard]] inline PackedPicture sample_picture(std::size_t number, PictureSize size = {340, 340}) {
  constexpr std::array<std::uint32_t, 3> kTints{0xffd9ece8, 0xfff8e3c0, 0xffdde4f3};
  Picture picture{size, {}};
  const int side = std::min(size.width, size.height);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      const int across = std::abs(2 * x + 1 - size.width);
      const int down = std::abs(2 * y + 1 - size.height);
      const int far = number % 2 == 0 ? across + down : std::max(across, down);
      const bool is_ink = far * 10 > side * 4 && far * 10 < side * 5;
      picture.pixels.push_back(is_ink ? 0xff14212b : kTints[number % kTints.size()]);
    }
  return PackedPicture(picture);
}

// The question with a picture of its own where it has many choices, and with one on each of the first of
// them.
[[nodiscard]] inline QuestionView with_pictures(QuestionView view, std::size_t choices) {
  auto& body = std::get<ChoicesBody>(view.body);
  if (choices > 3) view.picture = sample_picture(1, {480, 320});
  body.choices.resize(std::min(body.choices.size(), choices));
  for (std::size_t i = 0; i < body.choices.size(); ++i) body.choices[i].picture = sample_picture(i);
  return view;
}

}  // namespace tertulia::test
