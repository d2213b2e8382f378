// SPDX-License-Identifier: Apache-2.0
// A real database of the hub, and what it promises whatever comes from the bus: each good answer is there
// once and has its receipt, nothing blocks a batch, the quarantine stays within its bounds.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <unistd.h>

#include "hub/numbers/queries.h"
#include "hub/store/database.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/hub/events.h"

namespace tertulia::hub {

// One database, from empty to counted.
class Life {
 public:
  Life() : path_(file()) {
    remove();
    auto opened = Database::open(path_, {.rows = kMostPoison});
    require(opened.ok());
    database_.emplace(std::move(opened).value());
  }
  ~Life() {
    database_.reset();
    remove();
  }
  Life(const Life&) = delete;
  Life& operator=(const Life&) = delete;

  // The hostile messages twice, as a broker may deliver them, and a good answer between. How many of them are
  // not understood.
  [[nodiscard]] std::size_t live_through(std::span<const Message> hostile) {
    std::vector<Arrival> strange;
    std::size_t poisonous = 0;
    for (const Message& message : hostile) {
      Arrival arrival = sort_message(message);
      const Position* at = position_of(arrival);
      if (at != nullptr && at->origin.device == device_.origin.device)
        continue;  // the broker would not let it
      note(arrival);
      if (std::holds_alternative<arrival::Poison>(arrival)) ++poisonous;
      strange.push_back(std::move(arrival));
    }
    const auto id = ++good_ * 0x9E3779B97F4A7C15U;  // so that nobody sends the next one before us
    const Arrival good = sort_message(message_of(device_, good_, event::FeedbackSubmitted{submission(id)}));
    note(good);
    std::vector<Arrival> batch = strange;
    batch.push_back(good);
    batch.insert(batch.end(), strange.begin(), strange.end());
    const auto stored = database_->store(batch, kNow);
    require(stored.ok());
    require(stored.value().commit.number > last_number_);
    last_number_ = stored.value().commit.number;
    const Stream stream{device_.origin.programme, device_.origin.device, device_.epoch};
    const auto& receipts = stored.value().receipts.at(stream);
    require(receipts.size() == 1 && receipts.front() == std::get<arrival::Feedback>(good).receipt);
    require(stored.value().received.at(stream) == Ranges({{1, good_}}));
    if (good_ % kMixedEach == 0) require(database_->mix(kNow, MixWhich::kAll).ok());
    return poisonous;
  }

  // Each answer is there once and can be read, and nothing else is.
  void account() const {
    const auto reader = Reader::open(path_);
    require(reader.ok());
    require(reader.value().submission_count().value() == answers_.size());
    std::uint64_t rows = 0;
    const auto groups = reader.value().set_aside();
    require(groups.ok());
    for (const auto& group : groups.value()) rows += group.rows;
    require(rows <= kMostPoison);
    require(reader.value().submitted().ok() && reader.value().slips().ok() && reader.value().devices().ok());
  }

 private:
  static constexpr std::uint64_t kMostPoison = 20;  // small, so that the quarantine overflows all the time
  static constexpr std::uint64_t kMixedEach = 7;    // so that much comes again while it waits, and after
  static constexpr WallTime kNow{Milliseconds{1'810'130'400'000}};

  void note(const Arrival& arrival) {
    if (const auto* answer = std::get_if<arrival::Feedback>(&arrival)) answers_.insert(answer->row.id);
    if (const auto* poison = std::get_if<arrival::Poison>(&arrival))
      require(poison->row.payload.size() <= kLargestMessage);
  }
  // In memory where the system has a place for that.
  static std::string file() {
    const bool in_memory = access("/dev/shm", W_OK) == 0;
    const auto folder =
        in_memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path();
    return (folder / ("tertulia-fuzz-" + std::to_string(getpid()) + ".db")).string();
  }
  void remove() const {
    for (const char* suffix : {"", "-wal", "-shm", ".mixing"}) std::filesystem::remove(path_ + suffix);
  }

  const std::string path_;
  const Device device_{{"fuzz", "good"}, "good-epoch"};
  std::optional<Database> database_;
  std::uint64_t good_ = 0;
  std::uint64_t last_number_ = 0;
  std::set<std::string> answers_;  // good and hostile, by their ids
};

}  // namespace tertulia::hub
