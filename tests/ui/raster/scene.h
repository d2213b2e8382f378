// SPDX-License-Identifier: Apache-2.0
// Frames for the raster's tests: a lambda draws with ImGui's own draw list, without any widget or window.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <imgui.h>

#include "ui/raster/raster.h"

namespace tertulia::ui {

struct ContextEnd {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

inline constexpr std::uint32_t kBlack = 0xff000000;
inline constexpr ImU32 kRed = IM_COL32(255, 0, 0, 255);
inline constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255);

using Draw = std::function<void(ImDrawList&)>;

// An ImGui context that draws frames of one size. The draw data lives until the next frame.
class Scene {
 public:
  explicit Scene(Size size) : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    unsigned char* unused = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&unused, &width, &height);
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
  }

  const ImDrawData& frame(const Draw& draw) {
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    return *ImGui::GetDrawData();
  }

 private:
  std::unique_ptr<ImGuiContext, ContextEnd> context_;
};

// A texture of coverage whose every byte is its index, and what is needed to draw from it.
class Ramp {
 public:
  explicit Ramp(Size size) : size_(size) {
    for (int i = 0; i < size.width * size.height; ++i) bytes_.push_back(static_cast<std::uint8_t>(i));
  }
  [[nodiscard]] std::vector<Texture> textures(std::uint32_t generation = 0) const {
    return {Texture{}, Texture{bytes_.data(), size_, generation}};
  }
  [[nodiscard]] int at(int x, int y) const {
    return bytes_[static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width) +
                  static_cast<std::size_t>(x)];
  }
  // Draws the texels of `from` into the pixels of `to`.
  void draw(ImDrawList& list, const Rect& to, const Rect& from) const {
    const auto u = [&](int x) { return static_cast<float>(x) / static_cast<float>(size_.width); };
    const auto v = [&](int y) { return static_cast<float>(y) / static_cast<float>(size_.height); };
    list.PushTextureID(texture_id(kGlyphTexture));
    list.PrimReserve(6, 4);
    list.PrimRectUV({static_cast<float>(to.left), static_cast<float>(to.top)},
                    {static_cast<float>(to.right), static_cast<float>(to.bottom)},
                    {u(from.left), v(from.top)}, {u(from.right), v(from.bottom)}, kWhite);
    list.PopTextureID();
  }

 private:
  Size size_;
  std::vector<std::uint8_t> bytes_;
};

inline std::uint32_t pixel(const Raster& raster, int x, int y) {
  const PixelView view = raster.view();
  return view.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(view.size.width) +
                     static_cast<std::size_t>(x)];
}

inline std::vector<std::uint32_t> picture(const Raster& raster) {
  const PixelView view = raster.view();
  return {view.pixels, view.pixels + view.size.width * view.size.height};
}

}  // namespace tertulia::ui
