// SPDX-License-Identifier: Apache-2.0
// What a frame and a paragraph cost, from View to pixels, without a window.
#include <cmath>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <benchmark/benchmark.h>

#include "firmware/app/kiosk/keyboard.h"
#include "ui/glass/painter.h"
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

QuestionView question(const std::string& page, int step) {
  QuestionView view;
  view.page = page;
  view.number = step;
  view.total = 5;
  view.progress = std::to_string(step) + " of 5";
  view.headline = "Which obstacles do you expect back home?";
  view.next = "Next";
  view.can_go_back = true;
  ChoicesBody body{"obstacles", true, {}};
  for (int i = 1; i <= 24; ++i)
    body.choices.push_back({std::to_string(i), "Choice " + std::to_string(i), false});
  view.body = body;
  return view;
}

// One frame of the 180 ms in which a page leaves and the next one comes.
void page_slide_frame_1280x800(benchmark::State& state) {
  Stage stage;
  const View views[] = {question("one", 1), question("two", 2)};
  Now now;
  now.boot = std::chrono::hours(1);
  std::size_t pages = 0;
  std::size_t still = 0;
  static_cast<void>(stage.painter.paint(0, views[0], {}, now));
  std::optional<BootTime> next;
  for (auto turn : state) {
    if (!next) {
      state.PauseTiming();
      now.boot += std::chrono::seconds(1);
      static_cast<void>(stage.painter.paint(0, views[++pages % 2], {}, now));
      next = now.boot + std::chrono::milliseconds(16);
      state.ResumeTiming();
    }
    now.boot = *next;
    const Painted painted = stage.painter.paint(0, views[pages % 2], {}, now);
    still += painted.damage.empty() ? 1 : 0;
    next = painted.next_frame;
  }
  if (still > 0) state.SkipWithError("a page slid and no pixel changed");
}
BENCHMARK(page_slide_frame_1280x800)->Unit(benchmark::kMillisecond);

// One frame of a list under the finger: all of it is drawn again.
void list_drag_frame_1280x800(benchmark::State& state) {
  Stage stage;
  const View view = question("one", 1);
  Now now;
  now.boot = std::chrono::hours(1);
  static_cast<void>(stage.painter.paint(0, view, {}, now));
  const auto finger = [&](TouchKind kind, int y) {
    const Touch touch{kind, 0, {600, y}, now.boot};
    return stage.painter.paint(0, view, {&touch, 1}, now);
  };
  static_cast<void>(finger(TouchKind::kDown, 600));
  std::size_t still = 0;
  int y = 600;
  for (auto turn : state) {
    now.boot += std::chrono::milliseconds(16);
    y = y == 560 ? 540 : 560;
    still += finger(TouchKind::kMove, y).damage.empty() ? 1 : 0;
  }
  if (still > 0) state.SkipWithError("the list was dragged and no pixel changed");
}
BENCHMARK(list_drag_frame_1280x800)->Unit(benchmark::kMillisecond);
QuestionView question_view(const std::string& page) {
  QuestionView view;
  view.page = page;
  view.number = 2;
  view.total = 5;
  view.progress = "2 of 5";
  view.headline = "Which of these stand in the way of sharing what you learn here? " + page;
  view.hint = "Choose up to three.";
  ChoicesBody body{page, true, {}};
  for (const char* label : {"Language", "Money for travel", "Time of our own staff", "Other laws at home",
                            "No partner yet", "Nothing at all"})
    body.choices.push_back({label, std::string(label) + " " + page, false});
  view.body = body;
  view.skip = "Skip";
  view.next = "Next";
  view.can_go_back = true;
  return view;
}

QuestionView text_question_view() {
  QuestionView view = question_view("two");
  view.headline = "What will you take home from today?";
  view.hint = "Please do not give any names.";
  TextBody body;
  body.question = "two";
  body.text = "A single window for artists";
  body.caret = body.text.size();
  body.multiline = true;
  body.keyboard =
      keyboard_for(Catalogue{}, {body.text, body.caret, KeyboardPage::kLetters}, LineMode::kMultiline);
  view.body = std::move(body);
  return view;
}

// From a question with choices to one with a keyboard: other texts and other boxes.
void page_change_1280x800(benchmark::State& state) {
  Stage stage;
  const View views[] = {question_view("one"), text_question_view()};
  std::size_t turn_number = 0;
  std::size_t pictures = 0;
  for (auto turn : state) {
    const Painted painted = stage.painter.paint(0, views[turn_number++ % 2], {}, {});
    pictures += painted.damage.empty() ? 0 : 1;
  }
  if (pictures < turn_number) state.SkipWithError("a page changed and no pixel did");
}
BENCHMARK(page_change_1280x800)->Unit(benchmark::kMillisecond);

// The same for a new person: nothing is laid out yet.
void page_change_after_a_reset_1280x800(benchmark::State& state) {
  Stage stage;
  const View views[] = {question_view("one"), text_question_view()};
  std::size_t turn_number = 0;
  for (auto turn : state) {
    stage.painter.reset(0);
    benchmark::DoNotOptimize(stage.painter.paint(0, views[turn_number++ % 2], {}, {}));
  }
}
BENCHMARK(page_change_after_a_reset_1280x800)->Unit(benchmark::kMillisecond);

// Kilobytes of this process that only it uses, or -1.
double private_kilobytes() {
  std::ifstream file("/proc/self/smaps_rollup");
  double sum = 0;
  for (std::string word; file >> word;) {
    double kilobytes = 0;
    if ((word == "Private_Clean:" || word == "Private_Dirty:") && file >> kilobytes) sum += kilobytes;
  }
  return sum > 0 ? sum : -1;
}

// What the text of seven more languages adds: faces, glyphs, layouts. Not a time: read the label.
void memory_with_eight_languages(benchmark::State& state) {
  const std::pair<const char*, const char*> texts[] = {
      {"en", "How useful was this session?"}, {"fr", "Cette séance vous a-t-elle été utile ?"},
      {"es", "¿Qué le pareció la sesión?"},   {"pt", "A sessão foi útil?"},
      {"ar", "هل كانت الجلسة مفيدة؟"},        {"am", "ውይይቱ ጠቃሚ ነበር?"},
      {"ka", "სასარგებლო იყო ეს შეხვედრა?"},  {"sw", "Je, kikao hiki kilikuwa na manufaa?"}};
  for (auto turn : state) {
    Stage stage;
    QuestionView view = question_view("one");
    double after_one = 0;
    for (const auto& [language, text] : texts) {
      view.tongue = {language, is_right_to_left(language)};
      view.headline = text;
      benchmark::DoNotOptimize(stage.painter.paint(0, view, {}, {}));
      if (after_one == 0) after_one = private_kilobytes();
    }
    state.SetLabel(std::to_string(std::lround(private_kilobytes() - after_one)) + " KB");
  }
}
BENCHMARK(memory_with_eight_languages)->Iterations(1);

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
