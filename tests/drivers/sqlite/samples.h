// SPDX-License-Identifier: Apache-2.0
// Submissions, times and places that the tests of stores share.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "drivers/sqlite/sqlite_store.h"
#include "firmware/ports/store.h"
#include "firmware/wire/content.h"
#include "tests/fakes/device.h"
#include "tests/support/scratch_folder.h"

namespace tertulia {

inline constexpr WallTime kSessionLabel{Milliseconds{1'810'130'400'000}};  // 2027-05-11T14:00:00Z
inline constexpr WallTime kTapped{Milliseconds{1'810'132'245'678}};        // 14:30:45.678

inline EventTime at_tap() {
  return {{kTapped, std::chrono::hours(1), "boot-1", ClockQuality::kSynced}, kSessionLabel};
}
inline EventTime at_once() { return {at_tap().now, kTapped}; }

inline SubmissionId id_of(std::uint8_t number) {
  std::array<std::uint8_t, 16> bytes{};
  bytes.fill(number);
  return SubmissionId(bytes);
}

inline Submission submission(std::uint8_t number, std::string text = "Thank you") {
  Submission value;
  value.id = id_of(number);
  value.form = "visit-day";
  value.form_hash = std::string(64, 'a');
  value.room = "main-hall";
  value.session = "opening";
  value.language = "es";
  value.answers["mood"] = "good";
  value.answers["topics"] = std::vector<std::string>{"budget", "audit"};
  value.answers["visits"] = std::int64_t{3};
  value.answers["score"] = 4.0;
  value.answers["remark"] = std::move(text);
  return value;
}
inline Submission submitted(std::uint8_t number, std::string text = "Thank you") {
  Submission value = submission(number, std::move(text));
  value.state = SubmissionState::kSubmitted;
  return value;
}
inline Submission abandoned(std::uint8_t number) {
  Submission value = submission(number);
  value.state = SubmissionState::kAbandoned;
  return value;
}

inline void submit(Store& store, std::uint8_t number, std::string text = "Thank you") {
  const auto closed = store.close_submission(submitted(number, std::move(text)), at_tap());
  ASSERT_TRUE(closed.ok()) << closed.error().message;
}
inline void note(Store& store, const std::string& action = "start") {
  const auto appended = store.append(event::Audited{action}, at_once());
  ASSERT_TRUE(appended.ok()) << appended.error().message;
}
// The hub's word for everything up to `seq` but for `miss`, with the receipts of the answers among it.
using Misses = std::vector<std::pair<std::uint64_t, std::uint64_t>>;
inline Result<Ack> with_receipts(Store& store, Ack ack) {
  TRY(const auto rows, store.waiting({"", 0}, 100'000));
  for (const auto& row : rows) {
    const auto holds = [&row](const auto& range) {
      return range.first <= row.seq && row.seq <= range.second;
    };
    if (row.epoch != ack.epoch || !is_given(row.kind) || row.seq > ack.seq ||
        std::any_of(ack.miss.begin(), ack.miss.end(), holds))
      continue;
    TRY(const auto envelope, wire::from_structured(row.body));
    ack.receipts.push_back(wire::receipt_for(envelope));
  }
  return ack;
}
inline Ack ack_for(Store& store, std::uint64_t seq, const Misses& miss = {}) {
  return with_receipts(store, {store.epoch(), seq, miss}).value();
}

inline std::vector<OutboxRow> waiting(Store& store) { return store.waiting({"", 0}, 100'000).value(); }

class Folder : public ScratchFolder {
 public:
  [[nodiscard]] std::string file(const std::string& name = "store.db") const {
    return ScratchFolder::file(name);
  }
};

inline StoreOptions options_with(Device& random) { return {{"demo", "device-1"}, random, Budgets{}, 0}; }
inline SqliteStore::Opened open(const std::string& path, Device& random) {
  auto opened = SqliteStore::open(path, options_with(random));
  EXPECT_TRUE(opened.ok()) << opened.error().message;
  return std::move(opened).value();
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace tertulia
