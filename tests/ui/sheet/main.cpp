// SPDX-License-Identifier: Apache-2.0
// Contact sheets for people to look at: for each size of panel the screens of the sample visit, a row for
// each screen, a column for each language; and beside the target pictures of the design, where a folder has
// them, what we draw.
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>

#include "tests/support/lisbon_views.h"
#include "tests/ui/screens/sample_views.h"
#include "tests/ui/sheet/picture.h"
#include "ui/painter.h"

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

// The plan of the whole visit would be too much to look at: one session of each kind stands for it.
bool is_on_sheet(const std::string& name) {
  const bool is_session = name.starts_with("room-") || name.starts_with("door-");
  return !is_session || name.find("-timed") != std::string::npos || name.ends_with("-paused") ||
         name.ends_with("-after-all") || name.ends_with("-how-the-law-was-negotiated-a-con") ||
         name.starts_with("door-session-2");
}

Picture drawn(ui::Fonts& fonts, const View& view, Size size) {
  ui::GlassPainter painter(fonts, {{"sheet", size, 0}});
  const PixelView shown = painter.paint(0, view, {}, kNow).picture;
  return {size, {shown.pixels, shown.pixels + size.width * size.height}};
}

Outcome make_sheet(ui::Fonts& fonts, const House& house, Size size, const fs::path& folder) {
  const bool is_portrait = size.height > size.width;
  const int width = is_portrait ? 300 : 480;
  const int height = size.height * width / size.width;
  Picture sheet;
  for (std::size_t column = 0; column < kLanguages.size(); ++column) {
    auto views = lisbon_views(house, kLanguages[column]);
    std::erase_if(views, [](const NamedView& each) { return !is_on_sheet(each.name); });
    const auto rows = static_cast<int>(views.size());
    const auto columns = static_cast<int>(kLanguages.size());
    if (column == 0) sheet = blank({kGap + columns * (width + kGap), kGap + rows * (height + kGap)}, kGround);
    for (int row = 0; row < rows; ++row) {
      const Picture whole = drawn(fonts, views[static_cast<std::size_t>(row)].view, size);
      paste(sheet, shrunk(whole.view(), width).view(),
            {kGap + static_cast<int>(column) * (width + kGap), kGap + row * (height + kGap)});
    }
  }
  const fs::path path = folder / (std::to_string(size.width) + "x" + std::to_string(size.height) + ".png");
  std::printf("%s\n", path.c_str());
  return write_png(path, sheet.view());
}

struct Pair {
  const char* target;  // file without ".png"
  const char* screen;
  const char* language;
};
// results.png has no screen yet.
constexpr Pair kPairs[] = {
    {"room", "room", "en"},     {"door", "door-closed", "en"}, {"home", "home", "en"},
    {"choice", "choice", "en"}, {"arabic", "choice", "ar"},    {"likert", "likert", "en"},
    {"text", "text", "fr"},     {"thanks", "thanks", "en"},    {"console", "moderator", "en"}};

Outcome make_pairs(ui::Fonts& fonts, const fs::path& targets, const fs::path& folder) {
  const auto samples = sample_views();
  for (const Pair& pair : kPairs) {
    TRY(const Picture target, read_png(targets / (std::string(pair.target) + ".png")));
    for (const SampleView& sample : samples) {
      if (sample.name != pair.screen || sample.language != pair.language) continue;
      Picture both = blank({2 * target.size.width + kGap, target.size.height}, kGround);
      paste(both, target.view(), {0, 0});
      paste(both, drawn(fonts, sample.view, target.size).view(), {target.size.width + kGap, 0});
      const fs::path path = folder / ("beside-" + std::string(pair.target) + ".png");
      std::printf("%s\n", path.c_str());
      TRY_DONE(write_png(path, both.view()));
    }
  }
  return Done{};
}

Outcome make_all(const fs::path& folder, const fs::path& targets) {
  TRY(ui::Fonts fonts, ui::Fonts::open());
  fs::create_directories(folder);
  if (!targets.empty()) TRY_DONE(make_pairs(fonts, targets, folder));
  const House house = lisbon_house(TERTULIA_LANGUAGES);
  for (const Size size : kSizes) TRY_DONE(make_sheet(fonts, house, size, folder));
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Contact sheets of all screens");
  fs::path folder, targets;
  app.add_option("folder", folder, "where the sheets go")->required();
  app.add_option("--targets", targets, "folder with the design's pictures, to draw ours beside them");
  CLI11_PARSE(app, argc, argv);
  const Outcome outcome = make_all(folder, targets);
  if (!outcome.ok()) std::fprintf(stderr, "%s\n", outcome.error().message.c_str());
  return outcome.ok() ? 0 : 1;
}
