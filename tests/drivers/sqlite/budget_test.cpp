// SPDX-License-Identifier: Apache-2.0
// What goes when the outbox is full, and what never does.
#include "firmware/wire/envelope.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

class budget : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_;

  Store& open_with(Budgets budgets) {
    StoreOptions options = options_with(device_);
    options.budgets = std::move(budgets);
    opened_ = SqliteStore::open(folder_.file(), options).value();
    return *opened_.store;
  }

  [[nodiscard]] std::vector<OutboxRow> rows_of(EventKind kind) {
    std::vector<OutboxRow> rows;
    for (auto& row : waiting(*opened_.store))
      if (row.kind == kind) rows.push_back(row);
    return rows;
  }
  [[nodiscard]] event::GapMade gap(std::size_t index) {
    const auto envelope = wire::from_structured(rows_of(EventKind::kGap).at(index).body).value();
    return std::get<event::GapMade>(wire::to_event(envelope).value());
  }
};

constexpr Budget kAmple{1'000'000, 1'000'000'000};

void report_health(Store& store, int times) {
  for (int time = 0; time < times; ++time)
    ASSERT_TRUE(store.append(event::HealthReported{1, 2, 3}, at_once()).ok());
}

void change_timer(Store& store) {
  ASSERT_TRUE(store
                  .append(
                      event::TimerChanged{
                          "hall", PublicId::received("opening"), PublicId::received("talk"), {}, {}, {}, 1},
                      at_once())
                  .ok());
}

TEST_F(budget, a_full_class_drops_its_oldest_and_tells_of_the_gap) {
  Store& store = open_with({{{EventKind::kHealth, {16, 1'000'000}}}, kAmple});
  report_health(store, 17);
  EXPECT_EQ(rows_of(EventKind::kHealth).size(), 15U);
  EXPECT_EQ(gap(0), (event::GapMade{1, 2, EventKind::kHealth, 2}));
}

TEST_F(budget, bytes_count_as_well_as_rows) {
  Store& store = open_with({{{EventKind::kHealth, {1'000, 4'000}}}, kAmple});
  report_health(store, 50);
  EXPECT_LT(rows_of(EventKind::kHealth).size(), 20U);
  EXPECT_FALSE(rows_of(EventKind::kGap).empty());
}

TEST_F(budget, feedback_is_never_dropped_but_refused) {
  Store& store = open_with({{{EventKind::kFeedback, {3, 1'000'000}}}, kAmple});
  for (std::uint8_t number = 1; number <= 3; ++number) submit(store, number);
  const auto refused = store.close_submission(submitted(4), at_tap());
  ASSERT_FALSE(refused.ok());
  EXPECT_TRUE(refused.error().message.starts_with("The store is full"));
  EXPECT_EQ(store.counts().value(), (StoreCounts{3, 0, 3, 0, 3}));
  EXPECT_EQ(rows_of(EventKind::kFeedback).size(), 3U);
}

TEST_F(budget, a_refused_submission_stays_a_draft) {
  Store& store = open_with({{{EventKind::kFeedback, {1, 1'000'000}}}, kAmple});
  submit(store, 1);
  ASSERT_TRUE(store.save_draft(submission(2)).ok());
  ASSERT_FALSE(store.close_submission(submitted(2), at_tap()).ok());
  EXPECT_EQ(store.drafts().value(), std::vector{submission(2)});
}

TEST_F(budget, after_an_ack_feedback_is_taken_again) {
  Store& store = open_with({{{EventKind::kFeedback, {1, 1'000'000}}}, kAmple});
  submit(store, 1);
  ASSERT_FALSE(store.close_submission(submitted(2), at_tap()).ok());
  ASSERT_TRUE(store.acknowledge(ack_for(store, 1), at_tap().now).ok());
  submit(store, 2);
}

TEST_F(budget, when_the_whole_is_full_health_goes_first_then_timer_then_audit) {
  Store& store = open_with({{}, {12, 1'000'000}});
  for (int time = 0; time < 4; ++time) {
    note(store);
    change_timer(store);
    report_health(store, 1);
  }
  std::uint8_t number = 0;
  for (const EventKind victim : {EventKind::kHealth, EventKind::kTimer, EventKind::kAudit}) {
    for (int pair = 2; pair > 0; --pair) {
      EXPECT_EQ(rows_of(victim).size(), 2U * static_cast<unsigned>(pair));
      submit(store, ++number);
    }
    EXPECT_TRUE(rows_of(victim).empty());
  }
  ASSERT_FALSE(store.close_submission(submitted(++number), at_tap()).ok());
  EXPECT_EQ(rows_of(EventKind::kFeedback).size(), 6U);
}

TEST_F(budget, a_refusal_drops_nothing) {
  Store& store = open_with({{{EventKind::kFeedback, {2, 1'000'000}}}, {4, 1'000'000}});
  report_health(store, 2);
  submit(store, 1);
  submit(store, 2);
  ASSERT_FALSE(store.close_submission(submitted(3), at_tap()).ok());
  EXPECT_EQ(rows_of(EventKind::kHealth).size(), 2U);
}

TEST_F(budget, feedback_pushes_out_the_oldest_of_the_lesser_classes) {
  Store& store = open_with({{}, {40, 1'000'000}});
  for (int time = 0; time < 16; ++time) note(store);
  report_health(store, 16);
  for (std::uint8_t number = 1; number <= 9; ++number) submit(store, number);
  EXPECT_EQ(rows_of(EventKind::kFeedback).size(), 9U);
  EXPECT_EQ(rows_of(EventKind::kAudit).size(), 16U);
  EXPECT_EQ(rows_of(EventKind::kHealth).size(), 14U);
  EXPECT_EQ(gap(0), (event::GapMade{17, 18, EventKind::kHealth, 2}));
}

}  // namespace
}  // namespace tertulia
