// SPDX-License-Identifier: Apache-2.0
// Curved shapes: on the raster's grid, without spikes, of the size that was asked for.
#include "ui/drawing/shapes.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include <gtest/gtest.h>
#include <imgui.h>

using namespace tertulia::ui;

namespace {

constexpr Color kBlack = rgb(0x000000);

struct DestroyContext {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

struct shapes : testing::Test {
  std::unique_ptr<ImGuiContext, DestroyContext> context{ImGui::CreateContext()};
  ImDrawList list{ImGui::GetDrawListSharedData()};

  void SetUp() override {
    list._ResetForNewFrame();
    list.PushTextureID(nullptr);
    list.PushClipRectFullScreen();
  }
  // Of the triangles, each vertex weighed with its opacity.
  [[nodiscard]] double area() const {
    double sum = 0;
    for (int i = 0; i + 2 < list.IdxBuffer.Size; i += 3) {
      const ImDrawVert &a = list.VtxBuffer[list.IdxBuffer[i]], &b = list.VtxBuffer[list.IdxBuffer[i + 1]],
                       &c = list.VtxBuffer[list.IdxBuffer[i + 2]];
      const double twice = static_cast<double>(b.pos.x - a.pos.x) * (c.pos.y - a.pos.y) -
                           static_cast<double>(c.pos.x - a.pos.x) * (b.pos.y - a.pos.y);
      const double opacity = ((a.col >> 24U) + (b.col >> 24U) + (c.col >> 24U)) / (3.0 * 255);
      sum += std::abs(twice) / 2 * opacity;
    }
    return sum;
  }
  [[nodiscard]] bool is_on_grid() const {
    return std::all_of(list.VtxBuffer.begin(), list.VtxBuffer.end(), [](const ImDrawVert& vertex) {
      return std::fmod(vertex.pos.x * 256, 1.0F) == 0 && std::fmod(vertex.pos.y * 256, 1.0F) == 0;
    });
  }
};

double distance(Spot a, Spot b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST_F(shapes, a_disc_covers_its_area) {
  for (const float radius : {3.0F, 6.25F, 24.0F, 81.0F}) {
    list._ResetForNewFrame();
    list.PushTextureID(nullptr);
    fill_path(list, circle_path({100.3F, 200.7F}, radius), kBlack);
    const double expected = std::numbers::pi * radius * radius;
    EXPECT_NEAR(area(), expected, expected * 0.03) << radius;
  }
}

TEST_F(shapes, a_ring_is_as_thick_as_its_pen) {
  stroke_path(list, circle_path({100, 100}, 40), {6, kBlack, Ends::kJoined});
  const double expected = 2 * std::numbers::pi * 40 * 6;
  EXPECT_NEAR(area(), expected, expected * 0.02);
}

TEST_F(shapes, a_pen_thinner_than_a_pixel_draws_one) {
  stroke_path(list, Path{{10, 10}, {110, 10}}, {0.2F, kBlack});
  EXPECT_NEAR(area(), 100, 1);
}

TEST_F(shapes, every_vertex_lies_on_the_grid_of_the_raster) {
  fill_path(list, circle_path({33.337F, 71.113F}, 17.77F), kBlack);
  fill_path(list, rounded_path({1, 2}, {90, 61}, 19.3F), kBlack);
  stroke_path(list, arc_path({{50.51F, 49.49F}, 30.03F, -1.2F, 2.5F}), {4.4F, kBlack});
  ASSERT_GT(list.VtxBuffer.Size, 100);
  EXPECT_TRUE(is_on_grid());
}

TEST_F(shapes, a_rounded_path_never_stands_still_or_turns_back) {
  for (const float radius : {4.0F, 6.0F, 30.0F, 500.0F}) {
    const Path path = rounded_path({47, 506}, {409, 518}, radius);
    for (std::size_t i = 0; i < path.size(); ++i) {
      const Spot &a = path[i], &b = path[(i + 1) % path.size()], &c = path[(i + 2) % path.size()];
      EXPECT_GT(distance(a, b), 0.05) << radius << " at " << i;
      const float turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
      EXPECT_GT(turn, -0.05F) << radius << " at " << i;
    }
  }
}

TEST_F(shapes, nothing_is_drawn_of_a_path_without_extent) {
  fill_path(list, Path{{1, 1}, {2, 2}}, kBlack);
  stroke_path(list, Path{{1, 1}}, {3, kBlack});
  EXPECT_EQ(list.VtxBuffer.Size, 0);
}

}  // namespace
