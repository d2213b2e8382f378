// SPDX-License-Identifier: Apache-2.0
// A network that is there and says nothing is no business of who stands before the glass
// (firmware/docs/trust.md, I7): each network fault is compared with the same visit where all is well.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include <gtest/gtest.h>

#include "tests/flow/site.h"
#include "tests/robot/visitor.h"
#include "tests/support/scripted_server.h"

namespace tertulia::flow {
namespace {

using robot::SteadyClock;
using robot::Visitor;
using Span = std::chrono::duration<double>;

constexpr int kTouches = 40;
constexpr double kFramesPerSecond = 30;
constexpr Span kQuick{1.0};
constexpr std::chrono::seconds kStop{2};  // one that waits for the name server waits 150 s
constexpr int kNoNamespaces = 125;        // of silent_names

struct Pace {
  double frames_per_second = 0;  // as fast as a finger and the screen can follow each other
  Span thanks{};                 // from the last tap to the thank-you, the longer of two
};

// Until the picture has followed the finger, down and up.
void touch(robot::Glass& glass, const std::string& choice) {
  for (const bool down : {true, false}) {
    const auto version = glass.now().version;
    if (down)
      glass.press(choice);
    else
      glass.hand().lift();
    glass.wait_for([&](const robot::Targets& page) { return page.version > version; }, "a frame");
  }
}

double frames_per_second(robot::Glass& glass) {
  const auto choices = glass.now().beginning_with("choice:");
  touch(glass, choices.at(2).name);  // what is chosen looks the same when it is touched again: take turns
  const auto first = glass.now().version;
  const auto begun = SteadyClock::now();
  for (int i = 0; i < kTouches; ++i) touch(glass, choices.at(static_cast<std::size_t>(i % 2)).name);
  return static_cast<double>(glass.now().version - first) / Span(SteadyClock::now() - begun).count();
}

// A visit at a kiosk; then it is told to stop, and does.
std::optional<Pace> visit(Site& site, const std::vector<std::string>& before = {}) {
  site.start_device(before);
  if (site.device().wait(std::chrono::milliseconds(before.empty() ? 0 : 500)) == kNoNamespaces)
    return std::nullopt;
  Pace pace;
  robot::Ledger ledger;
  {
    const auto glass = site.before("kiosk");
    Visitor visitor(*glass, ledger, 1);
    for (int i = 0; i < 2; ++i) {
      visitor.fill("en");
      if (i == 0) pace.frames_per_second = frames_per_second(*glass);
      const auto begun = SteadyClock::now();
      visitor.send();
      pace.thanks = std::max<Span>(pace.thanks, SteadyClock::now() - begun);
      EXPECT_EQ(site.device_holds().stored.size(), static_cast<std::size_t>(i) + 1)
          << "thanked, and not stored";
      visitor.leave();
    }
  }
  EXPECT_EQ(site.device().stop(kStop), 0) << site.logs();
  return pace;
}

const Pace& undisturbed() {
  static const Pace pace = [] {
    Site site({"kiosk"});
    return *visit(site);
  }();
  return pace;
}

void expect_as_undisturbed(const Pace& pace) {
  const Pace& calm = undisturbed();
  testing::Test::RecordProperty("frames_per_second", std::to_string(pace.frames_per_second));
  testing::Test::RecordProperty("thanks_seconds", std::to_string(pace.thanks.count()));
  testing::Test::RecordProperty("undisturbed_frames_per_second", std::to_string(calm.frames_per_second));
  testing::Test::RecordProperty("undisturbed_thanks_seconds", std::to_string(calm.thanks.count()));
  EXPECT_GE(pace.frames_per_second, std::min(kFramesPerSecond, calm.frames_per_second / 2))
      << "undisturbed: " << calm.frames_per_second;
  EXPECT_LE(pace.thanks, std::max<Span>(kQuick, 3 * calm.thanks))
      << "undisturbed: " << calm.thanks.count() << " s";
}

TEST(while_the_name_server_is_silent, the_screen_is_quick_and_answers_are_stored_and_it_stops_when_told) {
  Site site({"kiosk"});
  site.move_broker("broker.example", 1883);
  const auto asked = site.folder() / "asked";
  const auto pace = visit(site, {TERTULIA_SOURCE_DIR "/tests/flow/silent_names", asked});
  if (!pace) GTEST_SKIP() << "this system allows no user namespaces";
  expect_as_undisturbed(*pace);
  EXPECT_GT(std::filesystem::file_size(asked), 0U) << "nobody asked for the name";
}

TEST(while_the_handshake_hangs, the_screen_is_quick_and_answers_are_stored_and_it_stops_when_told) {
  Site site({"kiosk"});
  const ScriptedServer silent("");
  int code = -1;
  const auto authority = site.folder() / "authority";
  const std::string words =
      said_by({TERTULIA_HUB_PROGRAM, "authority", authority, "--host", "127.0.0.1"}, code);
  ASSERT_EQ(code, 0) << words;
  site.move_broker("127.0.0.1", silent.port(), authority / "programme.pem");
  const auto pace = visit(site);
  ASSERT_TRUE(pace);
  expect_as_undisturbed(*pace);
  EXPECT_GT(silent.spoken_to(), 0) << "nobody began a handshake";
}

}  // namespace
}  // namespace tertulia::flow
