// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/life.h"

#include <memory>
#include <optional>

#include "tests/drivers/sqlite/samples.h"

namespace tertulia::powercut {
namespace {

constexpr int kDays = 3;
constexpr int kDeedsADay = 25;

class Life {
 public:
  Life(std::string folder, std::uint64_t seed, Defect defect)
      : defect_(defect),
        path_(folder + "/" + kDatabase),
        recorder_(folder, kDatabase, defect),
        watching_(folder, recorder_),
        dice_(seed),
        device_(seed) {
    if (dice_.below(3) == 0) {
      budgets_.classes[EventKind::kAudit] = {6, 1U << 20U};
      budgets_.classes[EventKind::kHealth] = {4, 1U << 20U};
    }
  }

  Recording live() {
    for (int day = 0; day < kDays; ++day) {
      open();
      for (int deed = 0; deed < kDeedsADay; ++deed) do_something();
      close();
    }
    return recorder_.take();
  }

 private:
  void open() {
    recorder_.renewing();
    recorder_.deed("open", Recorder::Look::kAfterwards, [&] {
      store_ = SqliteStore::open(path_, {{"demo", "device-1"}, device_, budgets_, 0}).value().store;
    });
    gave_numbers_ = false;
  }
  void close() {
    recorder_.renewing();
    recorder_.deed("close", Recorder::Look::kClosed, [&] { store_.reset(); });
  }

  void do_something() {
    switch (dice_.below(16)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return submit(next());
      case 4:
      case 5:
        return draft();
      case 6:
        return finish_draft(SubmissionState::kSubmitted);
      case 7:
        return finish_draft(SubmissionState::kAbandoned);
      case 8:
      case 9:
        return acknowledge();
      case 10:
        return save_word();
      case 11:
        return dice_.below(2) == 0 ? park() : purge();
      case 12:
        return deed("free the parked", [&] { return store_->unpark({}); });
      default:
        return append();
    }
  }

  // Also the ones that the disk had to refuse end here: nothing fails in these lives.
  void deed(const std::string& name, const std::function<Outcome()>& work) {
    recorder_.deed(name, Recorder::Look::kAfterwards, [&] { EXPECT_TRUE(work().ok()) << name; });
  }
  // One that gives numbers.
  void numbering(const std::string& name, const std::function<Outcome()>& work) {
    if (!std::exchange(gave_numbers_, true)) recorder_.renewing();
    deed(name, work);
  }

  [[nodiscard]] Submission next() {
    Submission value = submission(1, std::string(dice_.below(dice_.below(8) == 0 ? 20'000 : 600), 'x'));
    value.id = SubmissionId(device_.random_bytes());
    value.answers["visits"] = static_cast<std::int64_t>(dice_.below(1'000'000));
    value.session = dice_.below(2) == 0 ? "opening" : "closing";
    return value;
  }

  void submit(Submission value) {
    value.state = SubmissionState::kSubmitted;
    recorder_.begin(value);
    if (defect_ == Defect::kThankedBeforeCommit) recorder_.thank(value);
    numbering("submit", [&]() -> Outcome {
      TRY_DONE(store_->close_submission(value, at_tap()));
      return Done{};
    });
    if (defect_ != Defect::kThankedBeforeCommit) recorder_.thank(value);
  }

  void draft() {
    if (!draft_) recorder_.begin(draft_.emplace(next()));
    draft_->answers["remark"] = std::string(dice_.below(2'000), 'y');
    deed("save a draft", [&] { return store_->save_draft(*draft_); });
  }
  void finish_draft(SubmissionState state) {
    if (!draft_) return;
    Submission value = *std::exchange(draft_, std::nullopt);
    if (state == SubmissionState::kSubmitted) return submit(std::move(value));
    value.state = state;
    value.answers.clear();
    numbering("abandon", [&]() -> Outcome {
      TRY_DONE(store_->close_submission(value, at_tap()));
      return Done{};
    });
  }

  void acknowledge() {
    const auto rows = waiting(*store_);
    if (rows.empty()) return;
    const auto& row = rows[dice_.below(rows.size())];
    Ack ack{row.epoch, row.seq, {}};
    ack.hub = "hub-" + std::to_string(dice_.below(4) == 0 ? ++hubs_ : hubs_);
    if (row.seq > 2 && dice_.below(3) == 0) ack.miss.emplace_back(row.seq - 2, row.seq - 1);
    ack = with_receipts(*store_, std::move(ack)).value();
    numbering("acknowledge", [&]() -> Outcome {
      TRY_DONE(store_->acknowledge(ack, now_));
      return Done{};
    });
  }

  void purge() {
    now_ = earlier(now_, -std::chrono::hours(30));
    deed("purge", [&]() -> Outcome {
      TRY([[maybe_unused]] const bool more, store_->purge(now_));
      return Done{};
    });
  }

  void save_word() {
    const std::string body = "{\"revision\":" + std::to_string(dice_.next() % 1'000) + "}";
    deed("save a word of a room", [&] { return store_->save_room_word({"main-hall", "timer", body}); });
  }
  void park() {
    const auto rows = waiting(*store_);
    if (rows.empty()) return;
    const std::string id = rows[dice_.below(rows.size())].event_id;
    deed("park", [&] { return store_->park(id, "not allowed"); });
  }
  void append() {
    const Event event =
        dice_.below(2) == 0 ? Event(event::Audited{"start"}) : Event(event::HealthReported{1, 2, 3});
    numbering("append", [&] { return store_->append(event, at_once()); });
  }

  Defect defect_;
  std::string path_;
  Recorder recorder_;
  Watching watching_;
  Dice dice_;
  FakeDevice device_;
  Budgets budgets_;
  std::unique_ptr<SqliteStore> store_;
  std::optional<Submission> draft_;
  bool gave_numbers_ = false;
  Now now_ = at_tap().now;
  int hubs_ = 0;  // restored so often from a backup
};

}  // namespace

Recording record_life(const std::string& folder, std::uint64_t seed, Defect defect) {
  const Defective defective(defect, seed);
  return Life(folder, seed, defect).live();
}

}  // namespace tertulia::powercut
