// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sign_parts.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/theme/contrast.h"

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kChipPart = 60;  // of 255: what a chip's ground has of its colour
constexpr float kWordSpace = 0.28F;      // times the size

// Where it would leave the name no room it is left out: whoever looks for a room reads its name.
void draw_chip(Frame& frame, Box& header, const Chip& chip, const Heading& heading) {
  const Theme& theme = frame.theme();
  const Color color = tone_color(theme, chip.tone == Tone::kCalm ? Tone::kMuted : chip.tone);
  const Color ground = mixed(theme.chip, color, kChipPart);
  const Type type{
      20, legible(color, ground, kHighContrast), Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(chip.text, type).width) + frame.px(36);
  Box rest = header;
  rest.cut_right(width + frame.px(16));
  if (!shows_name(frame, rest, heading)) return;
  const Box slot = header.cut_right(width);
  const Box box = slot.centred(width, frame.px(43));
  frame.fill(box, ground, box.h / 2);
  frame.write(box, chip.text, type);
  header.cut_right(frame.px(16));
}

// What runs behind a sign is never out of sight.
void draw_countdown(Frame& frame, Box& header, const SignHeader& view) {
  const Theme& theme = frame.theme();
  const Type type{28, tone_color(theme, view.tone), Weight::kBold, Align::kCenter, VerticalAlign::kMiddle,
                  1,  Digits::kEqualWidth};
  const float width = static_cast<float>(frame.measure(view.countdown, type).width) + frame.px(36);
  const Box box = header.cut_right(width).centred(width, frame.text_px(52));
  frame.fill(box, theme.card, box.h / 2);
  frame.write(box, view.countdown, type);
  header.cut_right(frame.px(16));
}

// Says whether it did: where one of the two would be cut, it draws nothing.
bool draw_detail_at_end(Frame& frame, Box& header, const Heading& heading) {
  constexpr float kMostOfHeader = 0.55F;
  if (frame.is_portrait() || heading.detail.empty()) return false;
  const Type type{kLabelSize, frame.theme().muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 2};
  const float width = static_cast<float>(frame.measure(heading.detail, type).width) + 2;
  Box rest = header;
  rest.cut_right(frame.px(kGap));
  const Box cell = rest.cut_right(std::min(width, header.w * kMostOfHeader));
  rest.cut_right(frame.px(24));
  if (!frame.shows_all(cell, heading.detail, type)) return false;
  if (!shows_name(frame, rest, {heading.name, {}, heading.size})) return false;
  frame.write(cell, heading.detail, type);
  header = rest;
  return true;
}

Type type_of(const EmphasisedType& type, Color color, Weight weight) {
  return {type.size, color, weight, Align::kStart, VerticalAlign::kMiddle, 1};
}

}  // namespace

std::optional<Intent> draw_sign_header(Frame& frame, Box header, const SignHeader& view, DetailPlace place) {
  const Theme& theme = frame.theme();
  const Type clock{30, theme.text,         Weight::kBold, Align::kEnd, VerticalAlign::kMiddle,
                   1,  Digits::kEqualWidth};
  const Box corner = header.cut_right(frame.text_px(93));
  frame.write(corner, view.clock, clock);
  if (!view.countdown.empty()) draw_countdown(frame, header, view);
  Heading heading{view.name, view.detail, 24};
  if (place == DetailPlace::kAtEnd && draw_detail_at_end(frame, header, heading)) heading.detail = {};
  for (const Chip& chip : view.chips) draw_chip(frame, header, chip, heading);
  draw_heading(frame, header, heading);
  return watch_clock(frame, corner);
}

std::optional<Intent> begin_sign_page(Frame& frame, Box& page, const SignHeader& header, DetailPlace place) {
  frame.fill(frame.screen(), frame.theme().background);
  page = frame.screen().inset(frame.px(kEdge), 0);
  return draw_sign_header(frame, cut_heading(frame, page), header, place);
}

float width_of(Frame& frame, const Emphasised& text, float size) {
  float width = 0;
  const auto add = [&](const std::string& part, Weight weight) {
    if (part.empty()) return;
    if (width > 0) width += frame.text_px(size * kWordSpace);
    width += static_cast<float>(frame.measure(part, {size, {}, weight}).width) + 2;
  };
  add(text.before, Weight::kRegular);
  add(text.strong, Weight::kBold);
  add(text.after, Weight::kRegular);
  return width;
}

void draw_emphasised(Frame& frame, const Box& box, const Emphasised& text, const EmphasisedType& type) {
  const float width = width_of(frame, text, type.size);
  if (width > box.w) {
    std::string all = text.before;
    for (const std::string& part : {text.strong, text.after})
      if (!part.empty()) all += (all.empty() ? "" : " ") + part;
    return frame.write(box, all,
                       {type.size, type.strong, Weight::kRegular, type.align, VerticalAlign::kMiddle});
  }
  Box line = box;
  if (type.align == Align::kEnd) line.cut_left(box.w - width);
  if (type.align == Align::kCenter) line.cut_left((box.w - width) / 2);
  const auto put = [&](const std::string& part, const Type& of_part) {
    if (part.empty()) return;
    frame.write(line.cut_left(static_cast<float>(frame.measure(part, of_part).width) + 2), part, of_part);
    line.cut_left(frame.text_px(type.size * kWordSpace));
  };
  put(text.before, type_of(type, type.soft, Weight::kRegular));
  put(text.strong, type_of(type, type.strong, Weight::kBold));
  put(text.after, type_of(type, type.soft, Weight::kRegular));
}

Color kind_color(const Theme& theme, SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kDiscussion:
      return theme.amber;
    case SegmentKind::kBreak:
      return theme.slate;
    case SegmentKind::kGroups:
      return theme.sky;
    case SegmentKind::kOpening:
    case SegmentKind::kPresentation:
    case SegmentKind::kResponse:
    case SegmentKind::kLearningPoints:
    case SegmentKind::kOther:
      break;
  }
  return theme.primary;
}

Box draw_edged_card(Frame& frame, const Box& box, const EdgedCard& card) {
  const float radius = std::min({frame.px(card.radius), box.w / 2, box.h / 2});
  const float edge = std::max(2.0F, std::round(frame.px(6)));
  frame.fill({box.x, box.y, std::min(box.w, 2 * radius + edge), box.h}, card.edge, radius);
  Box face = box;
  face.cut_left(edge);
  frame.fill(face, card.ground, std::min(radius, face.w / 2));
  return face;
}

void draw_rule(Frame& frame, Box& box) {
  frame.fill(box.cut_top(std::max(1.0F, frame.px(2))), frame.theme().line);
  box.cut_top(frame.px(10));
}

float list_size(Frame& frame, const std::vector<std::string>& texts, const Box& box, Type type,
                const ListSizes& sizes) {
  constexpr float kStep = 2;
  for (type.size = sizes.most; type.size > sizes.least; type.size -= kStep) {
    float height = -sizes.gap;
    for (const std::string& text : texts)
      height += static_cast<float>(frame.measure(text, type, box.w).height) + sizes.gap;
    if (height <= box.h) break;
  }
  return std::max(type.size, sizes.least);
}

}  // namespace tertulia::ui
