// SPDX-License-Identifier: Apache-2.0
// How long a frame takes at 1280x800: a page like the room display's. Run by hand or by tests/bench.
#include <benchmark/benchmark.h>

#include "tests/ui/raster/scene.h"

namespace tertulia::ui {
namespace {

constexpr Size kPanel{1280, 800};

// Soft coverage like a glyph's: full inside, a ramp at the edge, nothing around.
std::vector<std::uint8_t> glyph_atlas(int size) {
  std::vector<std::uint8_t> bytes;
  for (int y = 0; y < size; ++y)
    for (int x = 0; x < size; ++x) {
      const int wave = (x * 5 + y * 3) % 64;
      bytes.push_back(static_cast<std::uint8_t>(wave < 28 ? 0 : wave < 36 ? (wave - 28) * 32 : 255));
    }
  return bytes;
}

class Page {
 public:
  explicit Page(int second) : second_(second) {}

  void operator()(ImDrawList& list) const {
    list.AddRectFilled({0, 0}, {1280, 800}, IM_COL32(16, 20, 31, 255));
    for (int card = 0; card < 4; ++card) {
      const float left = 40.0F + 305.0F * static_cast<float>(card);
      list.AddRectFilled({left, 560}, {left + 290, 760}, IM_COL32(30, 38, 56, 255), 24.0F);
    }
    list.AddRectFilled({40, 480}, {1240, 512}, IM_COL32(30, 38, 56, 255), 16.0F);
    list.AddRectFilled({40, 480}, {600.0F + static_cast<float>(second_), 512}, IM_COL32(80, 170, 120, 255),
                       16.0F);
    text(list);
    for (int digit = 0; digit < 5; ++digit) {
      const int changes = digit == 4 ? second_ * 13 % 200 : 0;
      glyphs_.draw(list, {260 + digit * 150, 220, 260 + digit * 150 + 146, 410},
                   {changes, digit, changes + 146, digit + 190});
    }
  }

 private:
  void text(ImDrawList& list) const {
    for (int i = 0; i < 400; ++i) {
      const int x = 60 + i % 80 * 14, y = 40 + i / 80 * 34 + (i >= 240 ? 450 : 0);
      glyphs_.draw(list, {x, y, x + 13, y + 22},
                   {i % 40 * 11, 300 + i % 7 * 22, i % 40 * 11 + 13, 322 + i % 7 * 22});
    }
  }

  int second_;
  Ramp glyphs_{{512, 512}};
};

void second_tick(benchmark::State& state) {
  Scene scene(kPanel);
  Raster raster(kPanel);
  const auto atlas = glyph_atlas(512);
  const std::vector<Texture> textures{{}, {atlas.data(), {512, 512}, 0}};
  int second = 0;
  const std::vector<Page> pages{Page(1), Page(2)};
  for (auto _ : state) {
    state.PauseTiming();
    const ImDrawData& frame = scene.frame(pages[static_cast<std::size_t>(++second % 2)]);
    state.ResumeTiming();
    benchmark::DoNotOptimize(raster.render(frame, textures));
  }
}
BENCHMARK(second_tick)->Unit(benchmark::kMicrosecond);

void unchanged_frame(benchmark::State& state) {
  Scene scene(kPanel);
  Raster raster(kPanel);
  const auto atlas = glyph_atlas(512);
  const std::vector<Texture> textures{{}, {atlas.data(), {512, 512}, 0}};
  const ImDrawData& frame = scene.frame(Page(1));
  for (auto _ : state) benchmark::DoNotOptimize(raster.render(frame, textures));
}
BENCHMARK(unchanged_frame)->Unit(benchmark::kMicrosecond);

void full_redraw(benchmark::State& state) {
  Scene scene(kPanel);
  Raster raster(kPanel);
  const auto atlas = glyph_atlas(512);
  const std::vector<Texture> textures{{}, {atlas.data(), {512, 512}, 0}};
  const ImDrawData& frame = scene.frame(Page(1));
  for (auto _ : state) {
    raster.invalidate();
    benchmark::DoNotOptimize(raster.render(frame, textures));
  }
}
BENCHMARK(full_redraw)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tertulia::ui

BENCHMARK_MAIN();
