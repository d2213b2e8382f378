// SPDX-License-Identifier: Apache-2.0
// A visit pack that somebody changes while the real program runs: the desk is asked, a device without a desk
// takes it by itself, and what runs goes on.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/flow/site.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::flow {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kInTheMiddle = "2027-05-11T09:30:00Z";  // 15 minutes into "Status of the artist"
constexpr const char* kTitle = "en = \"Status of the artist: what the new law changed\"";
constexpr const char* kNewTitle = "en = \"Artists tell what the law changed\"";

struct a_running_program : testing::Test {
  ScratchFolder folder;
  XDisplay display{"1600x600"};
  Program device;

  void start(const std::vector<std::string>& roles) {
    setenv("DISPLAY", display.name().c_str(), 1);
    setenv("SDL_VIDEODRIVER", "x11", 1);
    fs::copy(TERTULIA_SOURCE_DIR "/config/visits/lisbon", folder / "visit", fs::copy_options::recursive);
    std::ofstream(folder / "tertulia.toml") << "[store]\npath = \"store.db\"\n[broker]\nhost = \"\"\n";
    std::vector<std::string> words{TERTULIA_PROGRAM, "run",
                                   "--config",       folder / "tertulia.toml",
                                   "--pack",         folder / "visit",
                                   "--room",         "magna",
                                   "--at",           kInTheMiddle,
                                   "--size",         "800x600",
                                   "--targets",      folder / "targets"};
    for (const std::string& role : roles) words.insert(words.end(), {"--role", role});
    device = Program(words, folder / "output");
  }
  // As an editor writes: several times, with moments in between.
  void change_visit(const std::string& from, const std::string& to) const {
    std::string text = text_of(folder / "visit" / "visit.toml");
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    std::ofstream(folder / "visit" / "visit.toml") << text.substr(0, at);
    text.replace(at, from.size(), to);
    poll(nullptr, 0, 300);
    std::ofstream(folder / "visit" / "visit.toml") << text;
  }
  robot::Glass before(int screen, const std::string& role) const {
    robot::GlassOptions options;
    options.display = display.name();
    options.targets = folder / "targets";
    options.screen = screen;
    options.title = role;
    options.patience = Site::kPatience;
    return robot::Glass(options);
  }
  [[nodiscard]] std::string seen(int screen) const {
    return text_of(folder / ("targets." + std::to_string(screen)));
  }
  [[nodiscard]] bool says(int screen, const std::string& text) const {
    return Site::eventually([&] { return seen(screen).find(text) != std::string::npos; });
  }
  [[nodiscard]] std::string log() const { return text_of(folder / "output"); }
};

TEST_F(a_running_program, without_a_desk_takes_a_changed_pack_by_itself) {
  start({"door"});
  ASSERT_TRUE(says(0, "Status of the artist")) << seen(0) << log();
  change_visit(kTitle, kNewTitle);
  EXPECT_TRUE(says(0, "Artists tell what the law changed")) << seen(0) << log();
  EXPECT_EQ(device.stop(), 0) << log();
}

TEST_F(a_running_program, with_a_desk_asks_there_and_what_runs_goes_on) {
  start({"moderator", "door"});
  robot::Glass desk = before(0, "moderator");
  desk.tap("start");
  desk.wait_for([](const robot::Targets& now) { return now.has("pause"); }, "the countdown");
  change_visit(kTitle, kNewTitle);
  desk.tap("agenda");
  desk.wait_for([](const robot::Targets& now) { return now.has("apply") && now.has("not-now"); },
                "what the new pack changes");
  EXPECT_THAT(seen(1), HasSubstr("Status of the artist")) << "nobody has agreed yet";
  desk.tap("apply");
  EXPECT_TRUE(says(1, "Artists tell what the law changed")) << seen(1) << log();
  desk.wait_for([](const robot::Targets& now) { return now.has("pause") && !now.has("agenda"); },
                "the countdown, which goes on");
  EXPECT_EQ(device.stop(), 0) << log();
}

TEST_F(a_running_program, says_at_its_desk_what_is_wrong_with_a_changed_pack_and_goes_on) {
  start({"moderator", "door"});
  robot::Glass desk = before(0, "moderator");
  ASSERT_TRUE(says(1, "Status of the artist")) << seen(1) << log();
  change_visit("[visit]", "[vis");
  desk.tap("agenda");
  desk.wait_for([](const robot::Targets& now) { return now.has("close") && !now.has("apply"); },
                "what is wrong");
  EXPECT_THAT(log(), HasSubstr("cannot be used"));
  EXPECT_THAT(seen(1), HasSubstr("Status of the artist"));
  desk.tap("close");
  change_visit("[vis", "[visit]");
  desk.wait_for([](const robot::Targets& now) { return now.has("start") && !now.has("agenda"); },
                "the desk without a complaint");
  EXPECT_EQ(device.stop(), 0) << log();
}

}  // namespace
}  // namespace tertulia::flow
