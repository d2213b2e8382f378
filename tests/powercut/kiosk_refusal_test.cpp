// SPDX-License-Identifier: Apache-2.0
// The real screens of the kiosk before the real store on a disk that refuses: whoever cannot be saved reads
// so, keeps the answers, is not counted, and is thanked once when it works again (firmware/docs/trust.md,
// I11). And after a restart in the middle of answers the screen says which: saved or not (I5).
#include <algorithm>
#include <cerrno>

#include "firmware/app/keeper/keeper.h"
#include "firmware/app/loop/loop.h"
#include "firmware/program/first_state.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/fakes/clock.h"
#include "tests/fakes/window.h"
#include "tests/powercut/failing_disk.h"
#include "tests/powercut/place.h"
#include "tests/support/lisbon_views.h"
#include "tests/ui/screens/written_out.h"
#include "ui/glass/painter.h"

namespace tertulia::powercut {
namespace {

using namespace std::chrono_literals;

constexpr Size kGlass{1280, 800};

ui::Fonts open_fonts() {
  auto fonts = ui::Fonts::open();
  EXPECT_TRUE(fonts.ok());
  return std::move(fonts).value();
}

// The appliance's own painter, and the View that it painted last.
class SeenPainter final : public Painter {
 public:
  explicit SeenPainter(ui::Fonts& fonts) : painter_(fonts, {{"kiosk", kGlass, 0}}) {}
  Painted paint(int screen, const View& view, std::span<const Touch> touches, const Now& now) override {
    seen = view;
    return painter_.paint(screen, view, touches, now);
  }
  std::vector<Target> targets(int screen) const override { return painter_.targets(screen); }
  void reset(int screen) override { painter_.reset(screen); }
  void resize(int screen, const Screen& geometry) override { painter_.resize(screen, geometry); }

  View seen;

 private:
  ui::GlassPainter painter_;
};

const Session& session_that_asks(const VisitPack& pack, std::string_view form) {
  return *std::find_if(pack.agenda.sessions.begin(), pack.agenda.sessions.end(), [form](const Session& each) {
    return each.form == form && !each.room.empty() && each.access == Access::kOpen;
  });
}

// One life of the program, from start to whatever ends it. The keeper works when it is told to.
class Life {
 public:
  Life(const std::string& path, DeviceState device_state, std::string_view form)
      : session_(session_that_asks(device_state.pack, form)) {
    room_ = session_.room;
    clock_.set({session_.start() + 10min, std::chrono::hours(30), "boot-1", ClockQuality::kSynced});
    auto opened = SqliteStore::open(path, options_with(random_));
    EXPECT_TRUE(opened.ok());
    store_ = std::move(opened.value().store);
    EXPECT_TRUE(settle(*store_, device_state, clock_.now()).ok());
    RoleSettings settings;
    settings.room = room_;
    loop_ = std::make_unique<Loop>(std::move(device_state), std::vector{settings},
                                   LoopPorts{window_, painter_, clock_, random_},
                                   LoopBoxes{main_, keeper_, courier_, exporter_});
    EXPECT_TRUE(loop_->paint().ok());
  }

  [[nodiscard]] Store& store() { return *store_; }
  [[nodiscard]] const DeviceState& device_state() const { return loop_->device_state(); }
  template <class T>
  [[nodiscard]] T shows() const {
    EXPECT_TRUE(std::holds_alternative<T>(painter_.seen));
    return std::holds_alternative<T>(painter_.seen) ? std::get<T>(painter_.seen) : T{};
  }
  [[nodiscard]] bool is_asking() const { return std::holds_alternative<QuestionView>(painter_.seen); }

  void tap(const std::string& name) {
    clock_.advance(1s);  // a page ignores fingers when it is new
    for (const Target& target : painter_.targets(0))
      if (target.name == name) {
        window_.tap({(target.area.left + target.area.right) / 2, (target.area.top + target.area.bottom) / 2});
        return turn();
      }
    FAIL() << "nothing to touch is called " << name;
  }
  [[nodiscard]] std::vector<std::string> targets(const std::string& prefix) const {
    std::vector<std::string> names;
    for (const Target& target : painter_.targets(0))
      if (target.name.starts_with(prefix)) names.push_back(target.name);
    return names;
  }
  // Everything that the keeper was given, and what it says to it.
  void keeper_works() {
    KeeperBox given(1000);
    for (ToKeeper& letter : keeper_.drain()) ASSERT_TRUE(given.put(std::move(letter)));
    given.close();
    run_keeper(*store_, {given, main_, courier_});
    turn();
  }
  void turn() {
    window_.wake();
    ASSERT_TRUE(loop_->turn().ok());
    ASSERT_TRUE(loop_->paint().ok());
  }

  // To the last page, with the last answer given and not sent.
  void fill() {
    tap(targets("begin").empty() ? targets("choice:").back() : "begin");
    while (is_asking() && shows<QuestionView>().number < shows<QuestionView>().total) answer_page();
    if (is_asking()) answer();
  }
  void answer() {
    if (const auto choices = targets("choice:"); !choices.empty()) tap(choices.back());
    if (const auto keys = targets("key:a"); !keys.empty()) tap(keys.front());
    for (const std::string& step : targets("step:"))
      if (step.ends_with(":3")) tap(step);
  }

 private:
  void answer_page() {
    const int page = shows<QuestionView>().number;
    answer();
    if (is_asking() && shows<QuestionView>().number == page) tap("next");
    ASSERT_GT(shows<QuestionView>().number, page);
    keeper_works();
  }

  Session session_;
  std::string room_;
  FakeClock clock_;
  FakeDevice random_;
  std::unique_ptr<SqliteStore> store_;
  ui::Fonts fonts_ = open_fonts();
  SeenPainter painter_{fonts_};
  FakeWindow window_{{{"kiosk", kGlass, 0}}, clock_, [](BootTime) {}};
  MainBox main_{1000};
  KeeperBox keeper_{1000};
  CourierBox courier_{1000};
  ExporterBox exporter_{1};
  std::unique_ptr<Loop> loop_;
};

// What stands on the glass, letter by letter.
bool is_written(const View& view, const std::string& text) {
  test::Drawer drawer({});
  const auto texts = drawer.lay_out(view, {kGlass}).texts;
  return std::any_of(texts.begin(), texts.end(),
                     [&text](const ui::Written& each) { return each.text == text && !each.ellipsized; });
}

struct Fault {
  std::string name;
  Call call = Call::kWrite;
  int error = EIO;
};

class before_a_disk : public testing::Test {
 protected:
  Place place_;
  FailingDisk disk_;
  std::string path_ = place_.path() + "/store.db";
  DeviceState device_state_ = test::lisbon_device();
};

class kiosk : public before_a_disk, public testing::WithParamInterface<Fault> {};

INSTANTIATE_TEST_SUITE_P(before_a_disk, kiosk,
                         testing::Values(Fault{"full", Call::kWrite, ENOSPC},
                                         Fault{"that_does_not_write", Call::kWrite, EIO},
                                         Fault{"that_does_not_sync", Call::kSync, EIO}),
                         [](const auto& fault) { return fault.param.name; });

TEST_P(kiosk, says_not_saved_keeps_the_answers_counts_nothing_and_thanks_once_after_the_cure) {
  const Watching watching(place_.path(), disk_);
  Life life(path_, device_state_, "session-evaluation");
  life.keeper_works();
  life.fill();
  life.keeper_works();
  const QuestionBody answered = life.shows<QuestionView>().body;
  disk_.fail_at(GetParam().call, GetParam().error, 1, Lasts::kUntilHealed);

  life.tap("next");
  EXPECT_TRUE(life.shows<QuestionView>().busy) << "nobody is thanked before the commit";
  life.keeper_works();
  const auto refused = life.shows<QuestionView>();
  ASSERT_TRUE(disk_.has_failed());
  EXPECT_EQ(refused.problem, "Not saved. Please tell the moderator, or try again.");
  EXPECT_TRUE(is_written(refused, refused.problem));
  EXPECT_EQ(refused.body, answered);
  EXPECT_EQ(refused.next, "Try again");
  EXPECT_FALSE(refused.busy);
  life.tap("next");  // while it is as it was
  life.keeper_works();
  EXPECT_EQ(life.shows<QuestionView>().problem, refused.problem);
  EXPECT_EQ(life.device_state().counts.submitted, 0U);

  disk_.heal();
  EXPECT_EQ(life.store().inventory().value().submitted, 0U);
  EXPECT_EQ(life.store().inventory().value().waiting, 0U);
  life.tap("next");
  life.keeper_works();
  EXPECT_EQ(life.shows<ThanksView>().headline, "Thank you");
  EXPECT_EQ(life.store().inventory().value().submitted, 1U);
  EXPECT_EQ(life.store().inventory().value().waiting, 1U);
  EXPECT_EQ(life.device_state().store_problem, "");
}

TEST_P(kiosk, on_a_form_of_one_tap_is_as_honest) {
  const Watching watching(place_.path(), disk_);
  Life life(path_, device_state_, "session-pulse");
  life.keeper_works();
  disk_.fail_at(GetParam().call, GetParam().error, 1, Lasts::kUntilHealed);
  life.tap(life.targets("choice:").back());
  life.keeper_works();
  const auto refused = life.shows<QuestionView>();
  EXPECT_TRUE(is_written(refused, "Not saved. Please tell the moderator, or try again."));
  EXPECT_TRUE(std::get<FacesBody>(refused.body).faces.back().chosen);
  disk_.heal();
  EXPECT_EQ(life.store().inventory().value().submitted, 0U);
  life.tap("next");
  life.keeper_works();
  EXPECT_EQ(life.shows<ThanksView>().headline, "Thank you");
  EXPECT_EQ(life.store().inventory().value().submitted, 1U);
}

class restart : public before_a_disk {};

TEST_F(restart, in_the_middle_of_answers_says_not_saved) {
  {
    Life before(path_, device_state_, "session-evaluation");
    before.fill();
    before.keeper_works();
  }
  Life after(path_, device_state_, "session-evaluation");
  const auto view = after.shows<AttractView>();
  ASSERT_TRUE(view.notice);
  EXPECT_NE(view.notice->text.find("not saved"), std::string::npos);
  EXPECT_TRUE(is_written(view, view.notice->text));
  EXPECT_EQ(after.store().inventory().value().submitted, 0U);
}

TEST_F(restart, before_the_commit_says_not_saved) {
  {
    Life before(path_, device_state_, "session-evaluation");
    before.fill();
    before.keeper_works();
    before.tap("next");  // the keeper never hears of it
  }
  Life after(path_, device_state_, "session-evaluation");
  EXPECT_NE(after.shows<AttractView>().notice.value().text.find("not saved"), std::string::npos);
  EXPECT_EQ(after.store().inventory().value().submitted, 0U);
}

TEST_F(restart, between_the_commit_and_the_thanks_says_saved) {
  {
    Life before(path_, device_state_, "session-pulse");
    before.tap(before.targets("choice:").back());
    before.keeper_works();
  }
  Life after(path_, device_state_, "session-pulse");
  const auto view = after.shows<AttractView>();
  ASSERT_TRUE(view.notice);
  EXPECT_NE(view.notice->text.find("are saved"), std::string::npos);
  EXPECT_TRUE(is_written(view, view.notice->text));
  EXPECT_EQ(after.store().inventory().value().submitted, 1U);
}

TEST_F(restart, after_the_thanks_says_nothing) {
  {
    Life before(path_, device_state_, "session-pulse");
    before.tap(before.targets("choice:").back());
    before.keeper_works();
    before.tap("done");
    before.keeper_works();
  }
  Life after(path_, device_state_, "session-pulse");
  EXPECT_FALSE(after.shows<AttractView>().notice);
}

}  // namespace
}  // namespace tertulia::powercut
