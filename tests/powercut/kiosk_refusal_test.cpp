// SPDX-License-Identifier: Apache-2.0
// The real screens of the kiosk before the real store on a disk that refuses: whoever cannot be saved reads
// so, keeps the answers, is not counted, and is thanked once when it works again (firmware/docs/trust.md,
// I11). And after a restart in the middle of answers the screen says which: saved or not (I5).
#include <algorithm>
#include <cerrno>

#include "firmware/app/keeper/keeper.h"
#include "firmware/app/loop/loop.h"
#include "firmware/program/first_state.h"
#include "firmware/program/storage.h"
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
    Storage storage = open_storage(path, options_with(random_), clock_.now());
    store_ = std::move(storage.store);
    device_state.interrupted = std::move(storage.interrupted);
    device_state.store_closed = std::move(storage.closed);
    settle_rooms(*store_, device_state, clock_.now());
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

  // The card is so slow that the keeper does nothing of what follows before it is told to.
  void keeper_sleeps() { is_keeper_asleep_ = true; }
  // Time goes by, and the keeper does what it is asked meanwhile.
  void waits(Milliseconds time) {
    waits_asleep(time);
    keeper_works();
  }
  void waits_asleep(Milliseconds time) {
    clock_.advance(time);
    turn();
  }

  [[nodiscard]] bool takes_answers() const {
    return !targets("begin").empty() || !targets("choice:").empty();
  }
  void begin() { tap(targets("begin").empty() ? targets("choice:").back() : "begin"); }
  // To the last page, with the last answer given and not sent.
  void fill() {
    begin();
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
    if (!is_keeper_asleep_) keeper_works();
  }

  Session session_;
  std::string room_;
  bool is_keeper_asleep_ = false;
  FakeClock clock_;
  static inline FakeDevice random_{1};  // of all lives: an epoch has a name that no other has
  std::unique_ptr<Store> store_;
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

struct CountingDisk final : Watcher {
  int refuse(Call call) override {
    count += call == Call::kSync ? 1 : 0;
    return 0;
  }
  void done(const Operation& /*operation*/) override {}
  int count = 0;
};

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

// Whose answers are saved reads so; whoever comes next, and whom nothing can be saved of, is not let in:
// after a restart there would be nothing to tell the two apart by.
TEST_P(kiosk, lets_nobody_in_until_the_disk_has_taken_that_the_person_before_has_left) {
  const Watching watching(place_.path(), disk_);
  {
    Life before(path_, device_state_, "session-pulse");
    before.tap(before.targets("choice:").back());
    before.keeper_works();
    disk_.fail_at(GetParam().call, GetParam().error, 1, Lasts::kUntilHealed);
    before.tap("done");
    before.keeper_works();
    const auto closed = before.shows<AttractView>();
    EXPECT_TRUE(is_written(closed, "No answers can be taken here now"));
    EXPECT_TRUE(is_written(closed, "They would not be saved. Please tell the moderator."));
    EXPECT_NE(closed.why, "");
    EXPECT_TRUE(before.targets("choice:").empty());
    EXPECT_TRUE(before.targets("begin").empty());
    before.waits(10s);
    EXPECT_NE(before.shows<AttractView>().why, "");
  }
  disk_.heal();
  Life after(path_, device_state_, "session-pulse");
  // What was written and not synced may be there after all: then the person has left, and nothing is said.
  const auto notice = after.shows<AttractView>().notice;
  EXPECT_TRUE(notice || GetParam().call == Call::kSync);
  if (notice) {
    EXPECT_NE(notice->text.find("are saved"), std::string::npos);
  }
  EXPECT_FALSE(after.targets("choice:").empty());
}

TEST_P(kiosk, lets_people_in_by_itself_when_the_disk_works_again) {
  const Watching watching(place_.path(), disk_);
  Life life(path_, device_state_, "session-pulse");
  life.tap(life.targets("choice:").back());
  life.keeper_works();
  disk_.fail_at(GetParam().call, GetParam().error, 1, Lasts::kUntilHealed);
  life.tap("done");
  life.keeper_works();
  ASSERT_TRUE(life.targets("choice:").empty());
  disk_.heal();
  life.waits(4s);
  life.waits(0s);
  EXPECT_EQ(life.shows<AttractView>().why, "");
  EXPECT_FALSE(life.targets("choice:").empty());
  EXPECT_EQ(life.device_state().store_problem, "");
}

TEST_P(kiosk, says_at_the_first_page_that_nothing_can_be_saved_and_not_after_the_last) {
  const Watching watching(place_.path(), disk_);
  Life life(path_, device_state_, "session-evaluation");
  life.keeper_works();
  disk_.fail_at(GetParam().call, GetParam().error, 1, Lasts::kUntilHealed);
  life.begin();
  life.answer();
  life.keeper_works();
  EXPECT_TRUE(is_written(life.shows<AttractView>(), "No answers can be taken here now"));
  disk_.heal();
  life.waits(4s);
  life.waits(0s);
  EXPECT_TRUE(life.takes_answers());
}

// On a card that takes five seconds for each sync.
TEST_F(before_a_disk, drafts_coalesce_and_between_send_and_thanks_lie_at_most_two_syncs) {
  CountingDisk syncs;
  const Watching watching(place_.path(), syncs);
  Life life(path_, device_state_, "session-evaluation");
  life.keeper_works();
  life.keeper_works();  // what the loop reports in its first turn
  life.keeper_sleeps();
  life.fill();
  life.tap("next");
  EXPECT_EQ(life.shows<QuestionView>().next, "Send");
  life.waits_asleep(300ms);
  EXPECT_EQ(life.shows<QuestionView>().next, "Saving…");
  EXPECT_TRUE(is_written(life.shows<QuestionView>(), "Saving…"));
  life.waits_asleep(20s);
  EXPECT_EQ(life.shows<QuestionView>().next, "Saving…") << "for as long as it is true";
  const int before = syncs.count;
  life.keeper_works();
  EXPECT_EQ(life.shows<ThanksView>().headline, "Thank you");
  EXPECT_LE(syncs.count - before, 2);
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
