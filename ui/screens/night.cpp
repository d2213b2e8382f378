// SPDX-License-Identifier: Apache-2.0
// A screen at night: black, with a dim clock and when it goes on. The text wanders, so that it burns in
// nowhere.
#include <algorithm>
#include <cstdlib>

#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr int kStepsAcross = 7;
constexpr int kStepsDown = 5;
static_assert(kNightPlaces == 2 * kStepsAcross * kStepsDown);
constexpr Color kBlack = rgb(0x000000);
constexpr Color kDim = rgb(0x7d8790);
constexpr Color kDimInContrast = rgb(0x9c9c9c);  // 7:1
constexpr float kClockSize = 64;

// There and back in 2 * `steps` places: 0 to 1.
float wander(int place, int steps) {
  return static_cast<float>(std::abs(place % (2 * steps) - steps)) / static_cast<float>(steps);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const NightView& view) {
  frame.fill(frame.screen(), kBlack);
  const Color ink = frame.look().theme == ThemeChoice::kContrasting ? kDimInContrast : kDim;
  const Type clock{kClockSize,          ink, Weight::kRegular,   Align::kStart,
                   VerticalAlign::kTop, 1,   Digits::kEqualWidth};
  const Type begins{kFarSize, ink, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 3};
  const Box page = frame.screen().inset(frame.px(kEdge));
  const float width = std::min(page.w, frame.text_px(640));
  const float above = frame.height_of(view.clock, clock, {0, 0, width, page.h}) + 1;
  const float below = frame.height_of(view.begins, begins, {0, 0, width, page.h - above}) + 1;
  const float height = std::min(page.h, above + below);
  // The two ways have different lengths: together they begin again after kNightPlaces minutes.
  Box text{page.x + (page.w - width) * wander(view.place, kStepsAcross),
           page.y + (page.h - height) * wander(view.place, kStepsDown), width, height};
  frame.write(text.cut_top(above), view.clock, clock);
  frame.write(text, view.begins, begins);
  return std::nullopt;
}

}  // namespace tertulia::ui
