// SPDX-License-Identifier: Apache-2.0
// What a frame and a paragraph cost, from View to pixels, without a window.
#include <memory>
#include <string>
#include <utility>

#include <benchmark/benchmark.h>

#include "ui/painter.h"
#include "ui/text/layout_cache.h"

namespace tertulia {
namespace {

const Screen kScreen{"room", {1280, 800}, 5.9};

RoomView room_view() {
  RoomView view;
  view.room = "Sala Magna";
  view.visit = "Exchange visit, day 2 of 4";
  view.chip = Chip{"4 min behind", Tone::kAmber};
  view.clock = "10:42";
  view.kicker = "Round table · segment 2 of 4";
  view.title = "Status of the artist: what the new law changed";
  view.speaker = "Costa Rica";
  view.countdown = "12:38";
  view.bar = TimeBar{370, 750, 920};
  view.started = "started 10:25";
  view.ends = "ends 10:45";
  view.coming_up_label = "Coming up";
  view.coming_up = {{"10:45", "Response by the hosting peer", "10 min", SegmentKind::kResponse},
                    {"10:55", "Open discussion", "25 min", SegmentKind::kDiscussion},
                    {"11:20", "Coffee", "15 min", SegmentKind::kOther}};
  view.outcome_label = "Expected outcome";
  view.outcome =
      "One page: the three clauses that could travel to our own context, and what would have to change.";
  return view;
}

struct Stage {
  ui::Fonts fonts = std::move(ui::Fonts::open()).value();
  ui::GlassPainter painter{fonts, {kScreen}};
};

void room_full_redraw_1280x800(benchmark::State& state) {
  Stage stage;
  const View view = room_view();
  for (auto turn : state) {
    stage.painter.resize(0, kScreen);
    benchmark::DoNotOptimize(stage.painter.paint(0, view, {}, {}));
  }
}
BENCHMARK(room_full_redraw_1280x800)->Unit(benchmark::kMillisecond);

void room_second_tick_1280x800(benchmark::State& state) {
  Stage stage;
  RoomView early = room_view();
  RoomView late = early;
  late.countdown = "12:37";
  const View views[] = {early, late};
  std::size_t second = 0;
  std::size_t pictures = 0;
  for (auto turn : state) {
    const Painted painted = stage.painter.paint(0, views[second++ % 2], {}, {});
    pictures += painted.damage.empty() ? 0 : 1;
  }
  // A frame that changes nothing would be fast and wrong.
  if (pictures < second) state.SkipWithError("a second passed and no pixel changed");
}
BENCHMARK(room_second_tick_1280x800)->Unit(benchmark::kMillisecond);

ui::Paragraph forty_words() {
  ui::Paragraph paragraph;
  for (int i = 0; i < 8; ++i) paragraph.text += "Every voice in the room ";
  paragraph.language = "en";
  paragraph.width = 900;
  return paragraph;
}

void paragraph_of_40_words_known(benchmark::State& state) {
  ui::Fonts fonts = std::move(ui::Fonts::open()).value();
  ui::LayoutCache layouts(fonts);
  const ui::Paragraph paragraph = forty_words();
  for (auto turn : state) benchmark::DoNotOptimize(&layouts.lay_out(paragraph));
}
BENCHMARK(paragraph_of_40_words_known)->Unit(benchmark::kMicrosecond);

// The faces are open; the text is new.
void paragraph_of_40_words_warm(benchmark::State& state) {
  ui::Fonts fonts = std::move(ui::Fonts::open()).value();
  ui::LayoutCache layouts(fonts);
  const ui::Paragraph paragraph = forty_words();
  for (auto turn : state) {
    benchmark::DoNotOptimize(&layouts.lay_out(paragraph));
    layouts.clear();
  }
}
BENCHMARK(paragraph_of_40_words_warm)->Unit(benchmark::kMicrosecond);

// The first text after the start: faces are mapped and sized for it.
void paragraph_of_40_words_cold(benchmark::State& state) {
  const ui::Paragraph paragraph = forty_words();
  for (auto turn : state) {
    state.PauseTiming();
    auto fonts = std::make_unique<ui::Fonts>(std::move(ui::Fonts::open()).value());
    auto layouts = std::make_unique<ui::LayoutCache>(*fonts);
    state.ResumeTiming();
    benchmark::DoNotOptimize(&layouts->lay_out(paragraph));
    state.PauseTiming();
    layouts.reset();
    fonts.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(paragraph_of_40_words_cold)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tertulia
