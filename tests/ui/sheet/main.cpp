// SPDX-License-Identifier: Apache-2.0
// Contact sheets for people to look at: for each size of panel the screens of the sample visit and the sample
// views, a row for each screen, a column for each language; and beside the target pictures, where a folder
// has them, what we draw. Or one screen in its own size, in each language on each panel.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "tests/support/lisbon_views.h"
#include "tests/support/status_views.h"
#include "tests/ui/screens/sample_views.h"
#include "tests/ui/sheet/picture.h"
#include "ui/glass/painter.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

namespace fs = std::filesystem;

constexpr Size kSizes[] = {{800, 480},   {1024, 600}, {1280, 800}, {1920, 1080},
                           {3840, 2160}, {720, 1280}, {1080, 1920}};
constexpr std::array<const char*, 4> kLanguages{"en", "fr", "ar", "am"};
constexpr int kGap = 16;
constexpr std::uint32_t kGround = 0xFF808080;
const Now kNow{WallTime{}, std::chrono::hours(1), "boot-1", ClockQuality::kSynced};

// One of each kind of screen; all that the visit has would be too much to look at.
constexpr std::array kScreens{"attract",
                              "question-1-faces-missing",
                              "question-2-choices-answered",
                              "question-3-scale-answered",
                              "question-4-text-answered",
                              "question-5-choices",
                              "question-not-saved",
                              "still-there",
                              "thanks",
                              "room-timed",
                              "room-timed-amber",
                              "room-timed-over",
                              "room-paused",
                              "room-before-how-the-law-was-negotiated-a-con",
                              "room-after-all",
                              "door-timed",
                              "door-session-250a1281",
                              "door-after-all",
                              "moderator-idle",
                              "moderator-timed",
                              "moderator-timed-over",
                              "moderator-after-a-power-cut",
                              "status",
                              "status-much-is-wrong",
                              "status-unreachable",
                              "status-enrol",
                              "attract-saved",
                              "attract-not-saved",
                              "attract-closed",
                              "question-saving"};
constexpr int kBlocks = 2;  // side by side, each with all languages
constexpr int kRows = (static_cast<int>(kScreens.size()) + kBlocks - 1) / kBlocks;

Result<View> view_of(const std::vector<NamedView>& views, const std::string& name) {
  for (const NamedView& each : views)
    if (each.name == name) return each.view;
  return Error{"the sample visit has no screen \"" + name + "\" any more"};
}

Screenshot drawn(ui::Fonts& fonts, const View& view, Size size, const ui::Look& look = {}) {
  ui::GlassPainter painter(fonts, {{"sheet", size, 0}}, {&look, 1});
  const PixelView shown = painter.paint(0, view, {}, kNow).picture;
  return {size, {shown.pixels, shown.pixels + size.width * size.height}};
}

std::vector<NamedView> views_in(const char* language, const DeviceState& device_state) {
  auto views = lisbon_views(device_state, language);
  for (NamedView& each : status_views(device_state, language)) views.push_back(std::move(each));
  for (const SampleView& each : sample_views())
    if (each.language == language) views.push_back({each.name, each.view});
  return views;
}

ui::Look look_of(const DeviceState& device_state) {
  ui::Look look;
  if (const auto& logo = device_state.pack.visit.branding.logo)
    look.logo = std::make_shared<const Picture>(*logo);
  return look;
}

std::string text_of(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

Outcome make_sheet(ui::Fonts& fonts, const DeviceState& device_state, Size size, const fs::path& folder) {
  const int width = size.height > size.width ? 200 : 320;
  const Size cell{width + kGap, size.height * width / size.width + kGap};
  const auto languages = static_cast<int>(kLanguages.size());
  const ui::Look look = look_of(device_state);
  Screenshot sheet = blank({kGap + kBlocks * languages * cell.width, kGap + kRows * cell.height}, kGround);
  for (int language = 0; language < languages; ++language) {
    const char* name = kLanguages[static_cast<std::size_t>(language)];
    const auto views = views_in(name, device_state);
    for (int i = 0; i < static_cast<int>(kScreens.size()); ++i) {
      TRY(const View view, view_of(views, kScreens[static_cast<std::size_t>(i)]));
      const int column = i / kRows * languages + language;
      paste(sheet, shrunk(drawn(fonts, view, size, look).view(), width).view(),
            {kGap + column * cell.width, kGap + i % kRows * cell.height});
    }
  }
  const fs::path path = folder / (text_of(size) + ".png");
  std::printf("%s\n", path.c_str());
  return write_png(path, sheet.view());
}

// A view that has no sample in a language leaves its place empty.
Outcome make_samples(ui::Fonts& fonts, Size size, const fs::path& folder) {
  const auto& samples = sample_views();
  std::vector<std::string> names;
  for (const SampleView& each : samples)
    if (std::find(names.begin(), names.end(), each.name) == names.end()) names.push_back(each.name);
  const int rows = (static_cast<int>(names.size()) + kBlocks - 1) / kBlocks;
  const int width = size.height > size.width ? 200 : 320;
  const Size cell{width + kGap, size.height * width / size.width + kGap};
  const auto languages = static_cast<int>(kLanguages.size());
  Screenshot sheet = blank({kGap + kBlocks * languages * cell.width, kGap + rows * cell.height}, kGround);
  for (const SampleView& each : samples) {
    const auto language = std::find(kLanguages.begin(), kLanguages.end(), each.language);
    if (language == kLanguages.end()) continue;
    const auto row = static_cast<int>(std::find(names.begin(), names.end(), each.name) - names.begin());
    const int column = row / rows * languages + static_cast<int>(language - kLanguages.begin());
    paste(sheet, shrunk(drawn(fonts, each.view, size).view(), width).view(),
          {kGap + column * cell.width, kGap + row % rows * cell.height});
  }
  const fs::path path = folder / ("samples-" + text_of(size) + ".png");
  std::printf("%s\n", path.c_str());
  return write_png(path, sheet.view());
}

struct Pair {
  const char* target;  // file without ".png"
  const char* screen;
  const char* language;
};
constexpr Pair kPairs[] = {{"room", "room", "en"},
                           {"door", "door-closed", "en"},
                           {"home", "home", "en"},
                           {"choice", "choice", "en"},
                           {"arabic", "choice", "ar"},
                           {"likert", "likert", "en"},
                           {"text", "text", "fr"},
                           {"thanks", "thanks", "en"},
                           {"console", "moderator", "en"},
                           {"announce", "sign-announcement", "en"},
                           {"break", "sign-break", "en"},
                           {"day", "sign-day", "en"},
                           {"floor", "ask", "en"},
                           {"floor_room", "sign-question", "en"},
                           {"learning", "sign-learning", "en"},
                           {"menu", "menu", "en"},
                           {"notes", "desk-notes", "en"},
                           {"pin", "desk-pin", "en"},
                           {"proposal", "desk-proposal", "en"},
                           {"results", "sign-results", "en"},
                           {"results_scale", "sign-results-scale", "en"},
                           {"welcome", "sign-welcome", "en"}};

Outcome make_pairs(ui::Fonts& fonts, const fs::path& targets, const fs::path& folder) {
  const auto& samples = sample_views();
  for (const Pair& pair : kPairs) {
    TRY(const Screenshot target, read_png(targets / (std::string(pair.target) + ".png")));
    for (const SampleView& sample : samples) {
      if (sample.name != pair.screen || sample.language != pair.language) continue;
      Screenshot both = blank({2 * target.size.width + kGap, target.size.height}, kGround);
      paste(both, target.view(), {0, 0});
      paste(both, drawn(fonts, sample.view, target.size).view(), {target.size.width + kGap, 0});
      const fs::path path = folder / ("beside-" + std::string(pair.target) + ".png");
      std::printf("%s\n", path.c_str());
      TRY_DONE(write_png(path, both.view()));
    }
  }
  return Done{};
}

Outcome make_screen(ui::Fonts& fonts, const std::string& name, const fs::path& folder) {
  const DeviceState device_state = lisbon_device();
  for (const char* language : kLanguages) {
    TRY(const View view, view_of(views_in(language, device_state), name));
    for (const Size size : kSizes) {
      const fs::path path = folder / (name + "-" + language + "-" + text_of(size) + ".png");
      std::printf("%s\n", path.c_str());
      TRY_DONE(write_png(path, drawn(fonts, view, size, look_of(device_state)).view()));
    }
  }
  return Done{};
}

Outcome make_all(ui::Fonts& fonts, const fs::path& folder, const fs::path& targets) {
  if (!targets.empty()) TRY_DONE(make_pairs(fonts, targets, folder));
  const DeviceState device_state = lisbon_device();
  for (const Size size : kSizes) {
    TRY_DONE(make_sheet(fonts, device_state, size, folder));
    TRY_DONE(make_samples(fonts, size, folder));
  }
  return Done{};
}

Outcome make(const fs::path& folder, const fs::path& targets, const std::string& screen) {
  TRY(ui::Fonts fonts, ui::Fonts::open());
  fs::create_directories(folder);
  return screen.empty() ? make_all(fonts, folder, targets) : make_screen(fonts, screen, folder);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Contact sheets of all screens");
  fs::path folder, targets;
  std::string screen;
  app.add_option("folder", folder, "where the sheets go")->required();
  app.add_option("--targets", targets, "folder with target pictures, to draw ours beside them");
  app.add_option("--screen", screen, "only this one, in its own size; the names are those of the tests");
  CLI11_PARSE(app, argc, argv);
  const Outcome outcome = make(folder, targets, screen);
  if (!outcome.ok()) std::fprintf(stderr, "%s\n", outcome.error().message.c_str());
  return outcome.ok() ? 0 : 1;
}
