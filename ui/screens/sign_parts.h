// SPDX-License-Identifier: Apache-2.0
// Parts that the signs of a room share.
#pragma once

#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// The smallest type that can be read from five metres: 1/28 of the height at 1280x800. Only the header of a
// sign may be smaller.
inline constexpr float kFarSize = 29;

// Where the detail of a header stands. Where it has no room at the end, it stands behind the name, too; on a
// portrait screen it always stands below it.
enum class DetailPlace { kBehindName, kAtEnd };

// The ground of a sign with its header; `page` becomes what is left inside the edges.
[[nodiscard]] std::optional<Intent> begin_sign_page(Frame& frame, Box& page, const SignHeader& header,
                                                    DetailPlace place = DetailPlace::kBehindName);
// Draws the strip at the top of a sign. A finger that rests on the clock opens the status screen.
[[nodiscard]] std::optional<Intent> draw_sign_header(Frame& frame, Box header, const SignHeader& header_view,
                                                     DetailPlace place = DetailPlace::kBehindName);

// Writes a sentence with its strong part in bold, on one line where it has room, else wrapped and plain.
struct EmphasisedType {
  float size = kFarSize;
  Color soft;
  Color strong;
  Align align = Align::kStart;
};
void draw_emphasised(Frame& frame, const Box& box, const Emphasised& text, const EmphasisedType& type);
[[nodiscard]] float width_of(Frame& frame, const Emphasised& text, float size);

// The colour that stands for a kind of segment.
[[nodiscard]] Color kind_color(const Theme& theme, SegmentKind kind);

// A card whose start edge has the colour of its kind. Returns the space inside.
struct EdgedCard {
  Color ground;
  Color edge;
  float radius = kCardRadius;  // tokens
};
Box draw_edged_card(Frame& frame, const Box& box, const EdgedCard& card);

// A thin line at the top of the box; cuts its height and a little space off.
void draw_rule(Frame& frame, Box& box);

// How many tokens of type the list of `count` texts may have, from `most` down to `least`, so that all stand
// below each other in the box with `gap` pixels between.
struct ListSizes {
  float most;
  float least;
  float gap;
};
[[nodiscard]] float list_size(Frame& frame, const std::vector<std::string>& texts, const Box& box, Type type,
                              const ListSizes& sizes);

}  // namespace tertulia::ui
