// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/written_out.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <imgui.h>

#include "ui/theme/contrast.h"

namespace tertulia::test {
namespace {

ui::Fonts open_fonts() {
  auto fonts = ui::Fonts::open();
  if (fonts.ok()) return std::move(fonts).value();
  std::fprintf(stderr, "%s\n", fonts.error().message.c_str());
  std::abort();
}

std::string in_words(const Rect& rect) {
  return std::to_string(rect.left) + "," + std::to_string(rect.top) + " " + std::to_string(rect.width()) +
         "x" + std::to_string(rect.height());
}

// What a line's letters cover; above and below is only what parts it from its neighbours.
Rect core_of(const ui::Written& text) {
  const int margin = text.size_px / 4;
  return {text.ink.left, text.ink.top + margin, text.ink.right, text.ink.bottom - margin};
}

bool is_within(const Rect& inner, const Rect& outer) { return intersection(inner, outer) == inner; }

std::string faults_of(const ui::Written& text, Size glass) {
  const std::string what = "\n  \"" + text.text + "\" in " + in_words(text.box);
  std::string faults;
  if (text.ellipsized) faults += what + " ends with an ellipsis";
  if (text.broke_word) faults += what + " breaks a word";
  if (!is_within(core_of(text), text.box)) faults += what + " covers " + in_words(text.ink);
  if (!is_within(core_of(text), {0, 0, glass.width, glass.height})) faults += what + " leaves the glass";
  return faults;
}

// The same frame without a letter.
std::vector<std::uint32_t> without_texts(ImDrawData& frame, ui::Raster& raster,
                                         const std::array<ui::Texture, 2>& textures) {
  for (int i = 0; i < frame.CmdListsCount; ++i)
    for (ImDrawCmd& command : frame.CmdLists[i]->CmdBuffer)
      if (command.GetTexID() == ui::texture_id(ui::kGlyphTexture)) command.ElemCount = 0;
  raster.render(frame, textures);
  const PixelView view = raster.view();
  return {view.pixels, view.pixels + view.size.width * view.size.height};
}

}  // namespace

Drawer::Drawer(const ui::Look& look) : look_(look), fonts_(open_fonts()), texts_(fonts_) {}

ui::Glass& Drawer::glass_for(const Panel& panel) {
  if (!glass_ || panel_.size != panel.size || panel_.pixels_per_mm < panel.pixels_per_mm ||
      panel_.pixels_per_mm > panel.pixels_per_mm)
    glass_ = std::make_unique<ui::Glass>(texts_, Screen{"test", panel.size, panel.pixels_per_mm}, look_);
  panel_ = panel;
  return *glass_;
}

Drawer::Drawn Drawer::lay_out(const View& view, const Panel& panel) {
  ui::Glass& glass = glass_for(panel);
  Drawn drawn;
  drawn.texts = glass.write_out(view, now_);
  drawn.targets = glass.targets();
  return drawn;
}

std::optional<Intent> Drawer::touch(const View& view, const Touch& touch, BootTime time) {
  now_.boot = time;
  std::optional<Intent> intent;
  // One change of the finger is seen in each picture.
  for (std::vector<Touch> touches{touch}; !intent;) {
    Painted painted = glass_->paint(view, std::exchange(touches, {}), now_);
    intent = std::move(painted.intent);
    if (painted.next_frame != now_.boot) break;
  }
  return intent;
}

Drawer::Legibility Drawer::worst_legibility(const View& view, const Panel& panel) {
  Legibility worst;
  worst.texts = glass_for(panel).write_out(view, now_);
  const std::array<ui::Texture, 2> textures{ui::Texture{nullptr, {1, 1}, 0}, texts_.texture()};
  ImDrawData& frame = *ImGui::GetDrawData();
  ui::Raster raster(panel.size);
  raster.render(frame, textures);
  const PixelView view_of_all = raster.view();
  const std::vector<std::uint32_t> all(view_of_all.pixels,
                                       view_of_all.pixels + panel.size.width * panel.size.height);
  const auto ground = without_texts(frame, raster, textures);
  for (const ui::Written& text : worst.texts)
    for (int y = text.ink.top; y < text.ink.bottom; ++y)
      for (int x = text.ink.left; x < text.ink.right; ++x) {
        const auto at = static_cast<std::size_t>(y * panel.size.width + x);
        if (all[at] == ground[at]) continue;
        // Neighbours have the same ground mostly: no need to compute it again.
        if (x > text.ink.left && ground[at] == ground[at - 1] && all[at - 1] != ground[at - 1]) continue;
        const double found = ui::contrast(text.color, {ground[at]});
        if (found >= worst.contrast) continue;
        worst.contrast = found;
        worst.text = &text;
      }
  return worst;
}

std::string faults_of(const std::vector<ui::Written>& texts, Size glass) {
  std::string faults;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    faults += faults_of(texts[i], glass);
    for (std::size_t j = 0; j < i; ++j)
      if (!intersection(core_of(texts[i]), core_of(texts[j])).empty())
        faults += "\n  \"" + texts[i].text + "\" lies over \"" + texts[j].text + "\"";
  }
  return faults;
}

std::string faults_of(const std::vector<Target>& targets, const Panel& panel) {
  const auto least = std::max(std::floor(ui::kSmallestTarget * ui::scale_of({panel.size, 0})),
                              static_cast<float>(std::floor(ui::kTargetMillimetres * panel.pixels_per_mm)));
  std::string faults;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    // Ten keys share the width of a narrow panel; they touch each other, so that a finger between two types.
    const bool is_key = targets[i].name.starts_with("key:") || targets[i].name.starts_with("variant:");
    const float least_width = is_key ? least * 0.7F : least;
    const Rect& area = targets[i].area;
    if (static_cast<float>(area.width()) < least_width || static_cast<float>(area.height()) < least)
      faults += "\n  " + targets[i].name + " is only " + in_words(area) + ", not " + std::to_string(least);
    if (!is_within(area, {0, 0, panel.size.width, panel.size.height}))
      faults += "\n  " + targets[i].name + " leaves the glass: " + in_words(area);
    for (std::size_t j = 0; j < i; ++j)
      if (!intersection(area, targets[j].area).empty())
        faults += "\n  " + targets[i].name + " lies over " + targets[j].name;
  }
  return faults;
}

}  // namespace tertulia::test
