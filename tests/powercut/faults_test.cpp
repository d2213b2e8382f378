// SPDX-License-Identifier: Apache-2.0
// The disk refuses the Nth call of each kind, SQLite's memory the Nth allocation: for every N until nothing
// is refused any more. A refusal is honest (I11): nothing is counted, the person can try again, and what was
// thanked for before stays. Afterwards the store works as if nothing had been.
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <optional>

#include "tests/drivers/sqlite/samples.h"
#include "tests/powercut/failing_disk.h"
#include "tests/powercut/failing_memory.h"
#include "tests/powercut/judge.h"
#include "tests/powercut/life.h"
#include "tests/powercut/place.h"

namespace tertulia::powercut {
namespace {

// A day on which something may be refused. `heal` ends that; then the refused step is done again.
class Day {
 public:
  Day(std::string path, std::function<void()> heal) : path_(std::move(path)), heal_(std::move(heal)) {}

  void live() {
    open();
    for (std::uint8_t number = 1; number <= 3; ++number) submit(submitted(number, std::string(700, 'x')));
    step([&] { return store_->save_draft(submission(4)); });
    submit(submitted(4));
    step([&] { return store_->save_room_word({"main-hall", "timer", "{}"}); });
    step([&] { return store_->append(event::Audited{"start"}, at_once()); });
    step([&] { return store_->park(id_of(3).text(), "not allowed"); });
    step([&]() -> Outcome {
      TRY(const Ack ack, with_receipts(*store_, {store_->epoch(), 2, {}}));
      TRY_DONE(store_->acknowledge(ack, at_tap().now));
      return Done{};
    });
    submit(submitted(5, std::string(9'000, 'y')));
    store_.reset();
    open();
    store_.reset();
    heal_();
  }

  // What the next start finds.
  void check() {
    FakeDevice random(99);
    const auto opened = SqliteStore::open(path_, options_with(random));
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    const auto seen = see(path_);
    ASSERT_TRUE(seen.ok()) << seen.error().message;
    EXPECT_EQ(seen.value().integrity, "ok");
    EXPECT_EQ(opened.value().store->counts().value().submitted, thanked_.size());
    EXPECT_EQ(seen.value().submissions.size(), thanked_.size());
    EXPECT_EQ(seen.value().rows.size(), 4U);  // three answers and what was noted
    for (const Submission& each : thanked_) EXPECT_EQ(check_thanked(seen.value(), each), "");
    EXPECT_FALSE(std::filesystem::exists(path_ + ".corrupt-1")) << "a fault is no damage";
  }

 private:
  void open() {
    auto opened = SqliteStore::open(path_, options_with(random_));
    if (!opened.ok()) {
      EXPECT_FALSE(opened.error().message.empty());
      heal_();
      opened = SqliteStore::open(path_, options_with(random_));
    }
    ASSERT_TRUE(opened.ok()) << "not usable again: " << opened.error().message;
    store_ = std::move(opened.value().store);
  }
  void step(const std::function<Outcome()>& work) {
    if (!store_) return;
    if (const Outcome outcome = work(); outcome.ok()) return;
    heal_();
    const Outcome again = work();
    EXPECT_TRUE(again.ok()) << "not usable again: " << again.error().message;
  }
  void submit(const Submission& submission) {
    if (!store_) return;
    const auto outcome = store_->close_submission(submission, at_tap());
    if (!outcome.ok()) {
      heal_();
      expect_not_counted(submission);
      const auto again = store_->close_submission(submission, at_tap());
      EXPECT_TRUE(again.ok()) << "not usable again: " << again.error().message;
    }
    thanked_.push_back(submission);
  }
  void expect_not_counted(const Submission& submission) {
    const auto counts = store_->counts();
    ASSERT_TRUE(counts.ok()) << counts.error().message;
    EXPECT_EQ(counts.value().submitted, thanked_.size()) << "refused and counted";
    for (const OutboxRow& row : waiting(*store_)) EXPECT_NE(row.event_id, submission.id.text());
  }

  std::string path_;
  std::function<void()> heal_;
  FakeDevice random_;
  std::unique_ptr<SqliteStore> store_;
  std::vector<Submission> thanked_;
};

struct Fault {
  std::string name;
  Call call = Call::kWrite;
  int error = EIO;
  Lasts lasts = Lasts::kOnce;
};

class disk_fault : public testing::TestWithParam<Fault> {};

INSTANTIATE_TEST_SUITE_P(
    each, disk_fault,
    testing::Values(
        Fault{"write", Call::kWrite, EIO}, Fault{"write_full", Call::kWrite, ENOSPC},
        Fault{"write_full_for_long", Call::kWrite, ENOSPC, Lasts::kUntilHealed},
        Fault{"write_for_long", Call::kWrite, EIO, Lasts::kUntilHealed}, Fault{"sync", Call::kSync, EIO},
        Fault{"sync_for_long", Call::kSync, EIO, Lasts::kUntilHealed}, Fault{"open", Call::kOpen, EMFILE},
        Fault{"open_for_long", Call::kOpen, EMFILE, Lasts::kUntilHealed}, Fault{"read", Call::kRead, EIO},
        Fault{"read_for_long", Call::kRead, EIO, Lasts::kUntilHealed}, Fault{"resize", Call::kResize, EIO},
        Fault{"rename", Call::kRename, EIO}, Fault{"remove", Call::kRemove, EIO}),
    [](const auto& fault) { return fault.param.name; });

TEST_P(disk_fault, is_refused_honestly_wherever_it_happens) {
  std::uint64_t number = 1;
  for (bool failed = true; failed; ++number) {
    SCOPED_TRACE("fault number " + std::to_string(number));
    const Place place;
    FailingDisk disk;
    const std::string path = place.path() + "/" + kDatabase;
    const Watching watching(place.path(), disk);
    disk.fail_at(GetParam().call, GetParam().error, number, GetParam().lasts);
    Day day(path, [&] { disk.heal(); });
    day.live();
    day.check();
    failed = disk.has_failed();
    if (HasFailure()) return;
  }
  EXPECT_GT(number, 3U) << "nothing was refused at all";
}

class memory_fault : public testing::TestWithParam<FailingMemory::Which> {};

INSTANTIATE_TEST_SUITE_P(each, memory_fault,
                         testing::Values(FailingMemory::Which::kOne, FailingMemory::Which::kAllFromThere),
                         [](const auto& which) {
                           return which.param == FailingMemory::Which::kOne ? "one" : "all_from_there";
                         });

// One allocation in many has its day, fewer under a sanitizer, which slows the days down. For a release each
// one has: then the environment says 1.
std::uint64_t step_of_memory_faults() {
  const char* step = std::getenv("TERTULIA_STEP_OF_MEMORY_FAULTS");
  return step != nullptr ? std::stoull(step) : TERTULIA_STEP_OF_MEMORY_FAULTS;
}

TEST_P(memory_fault, is_refused_honestly_wherever_it_happens) {
  FailingMemory memory;
  const std::uint64_t step = step_of_memory_faults();
  std::uint64_t number = 1;
  for (bool failed = true; failed; number += step) {
    SCOPED_TRACE("allocation number " + std::to_string(number));
    const Place place;
    FailingDisk sound;
    const std::string path = place.path() + "/" + kDatabase;
    const Watching watching(place.path(), sound);
    memory.fail_at(number, GetParam());
    Day day(path, [&] { memory.heal(); });
    day.live();
    day.check();
    failed = memory.has_failed();
    if (HasFailure()) return;
  }
  EXPECT_GT(number, 100U) << "nothing was refused at all";
}

}  // namespace
}  // namespace tertulia::powercut
