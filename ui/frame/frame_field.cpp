// SPDX-License-Identifier: Apache-2.0
// A text that is being typed: caret, selection, and the position in it that a finger means.
#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/drawing/text_painter.h"
#include "ui/frame/frame.h"
#include "ui/text/wipe.h"

namespace tertulia::ui {
namespace {

// Marks what lies between two bytes of the text, cluster by cluster, for it may lie apart in mixed
// directions.
void mark_selection(Frame& frame, const Layout& layout, const FieldText& field, Point origin) {
  const std::size_t begin = field.caret - field.selected;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Line& line = layout.lines[i];
    const bool is_last = i + 1 == layout.lines.size();
    const std::size_t end = is_last ? layout.clusters.size() : layout.lines[i + 1].first_cluster;
    for (std::size_t c = line.first_cluster; c < end; ++c) {
      const Cluster& cluster = layout.clusters[c];
      if (cluster.byte_begin < begin || cluster.byte_end > field.caret) continue;
      frame.fill(
          frame.placed({static_cast<float>(origin.x + cluster.left), static_cast<float>(origin.y + line.top),
                        static_cast<float>(cluster.right - cluster.left),
                        static_cast<float>(layout.line_height)}),
          field.selection);
    }
  }
}

}  // namespace

FieldSpots Frame::write_field(const Box& box, const FieldText& field, const Type& type) {
  Paragraph paragraph = paragraph_of(field.text, type, box.w);
  const WipedAtEnd wiped{paragraph.text};
  LayoutCache& layouts = parts_.texts.layouts();
  const Layout* layout = &layouts.lay_out(paragraph);
  if (is_foreign(*layout)) {
    paragraph.align = swapped(type.align);
    layout = &layouts.lay_out(paragraph);
  }
  const auto line = static_cast<float>(layout->line_height);
  const auto lines = static_cast<int>(layout->lines.size());
  const int shown = std::clamp(static_cast<int>(box.h / line), 1, lines);
  const Caret at = caret_at(*layout, static_cast<std::uint32_t>(field.caret));
  const int first = std::clamp(at.line - shown + 1, 0, lines - shown);
  const bool is_middle = type.vertical == VerticalAlign::kMiddle;
  const float top = std::round(is_middle ? box.y + (box.h - static_cast<float>(shown) * line) / 2 : box.y);
  const Point origin{static_cast<int>(std::lround(placed(box).x)),
                     static_cast<int>(top) - first * layout->line_height};
  parts_.list.PushClipRect({0, top}, {screen().w, top + static_cast<float>(shown) * line}, true);
  mark_selection(*this, *layout, field, origin);
  parts_.texts.draw(parts_.list, *layout, origin, type.color);
  note(placed(box), field.text, type, {*layout, origin});
  parts_.list.PopClipRect();
  FieldSpots spots;
  const float x = placed_x(static_cast<float>(origin.x + at.x));
  spots.caret = {x, top + static_cast<float>(at.line - first) * line, 0, line};
  const ImVec2 finger = ImGui::GetIO().MousePos;
  if (ImGui::IsMousePosValid(&finger)) {
    const Point in{static_cast<int>(finger.x) - origin.x, static_cast<int>(finger.y) - origin.y};
    spots.touched = byte_at(*layout, field.text, in);
  }
  return spots;
}

}  // namespace tertulia::ui
