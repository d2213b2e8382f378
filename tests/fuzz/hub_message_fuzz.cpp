// SPDX-License-Identifier: Apache-2.0
// Whatever comes from the bus, between answers that are as they should be, into a real database of the hub.
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <unistd.h>

#include "hub/database.h"
#include "hub/reader.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_message.h"
#include "tests/hub/events.h"

namespace {

using namespace tertulia;
using namespace tertulia::hub;

constexpr std::uint64_t kMostPoison = 20;        // small, so that the quarantine overflows all the time
constexpr std::uint64_t kInputsOfALife = 1'000;  // then everything is counted and begins anew
const WallTime kNow{Milliseconds{1'810'130'400'000}};

// In memory where the system has a place for that.
std::string file() {
  const bool in_memory = access("/dev/shm", W_OK) == 0;
  const auto folder = in_memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path();
  return (folder / ("tertulia-fuzz-" + std::to_string(getpid()) + ".db")).string();
}

// One database, from empty to counted.
class Life {
 public:
  Life() : path_(file()) {
    remove();
    auto opened = Database::open(path_, kMostPoison);
    require(opened.ok());
    database_.emplace(std::move(opened).value());
  }
  ~Life() {
    database_.reset();
    remove();
  }
  Life(const Life&) = delete;
  Life& operator=(const Life&) = delete;

  // The hostile message twice, as a broker may deliver it, and a good answer between.
  void live_through(const Message& hostile) {
    const Arrival strange = sort_message(hostile);
    const Position* at = position_of(strange);
    if (at != nullptr && at->origin.device == device_.origin.device) return;  // the broker would not let it
    const auto id = ++good_ * 0x9E3779B97F4A7C15U;  // so that nobody sends the next one before us
    const Message good = message_of(device_, good_, event::FeedbackSubmitted{submission(id)});
    const std::vector<Arrival> batch{strange, sort_message(good), strange};
    const auto stored = database_->store(batch, kNow);
    require(stored.ok());
    require(stored.value().commit.number > last_number_);
    last_number_ = stored.value().commit.number;
    const Stream stream{device_.origin.programme, device_.origin.device, device_.epoch};
    const auto& receipts = stored.value().receipts.at(stream);
    require(receipts.size() == 1 && receipts.front() == std::get<arrival::Feedback>(batch[1]).receipt);
    require(stored.value().holdings.at(stream) == Ranges({{1, good_}}));
    for (const Arrival& each : batch)
      if (const auto* answer = std::get_if<arrival::Feedback>(&each)) answers_.insert(answer->row.id);
    if (const auto* poison = std::get_if<arrival::Poison>(&strange))
      require(poison->row.payload.size() <= kMostPoisonBytes);
  }

  // Each answer is there once and can be read, and nothing else is.
  void account() const {
    const auto reader = Reader::open(path_);
    require(reader.ok());
    require(reader.value().submission_count().value() == answers_.size());
    require(reader.value().quarantine_count().value() <= kMostPoison);
    require(reader.value().submitted().ok() && reader.value().slips().ok() && reader.value().devices().ok());
  }

 private:
  void remove() const {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + suffix);
  }

  const std::string path_;
  const Device device_{{"fuzz", "good"}, "good-epoch"};
  std::optional<Database> database_;
  std::uint64_t good_ = 0;
  std::uint64_t last_number_ = 0;
  std::set<std::string> answers_;  // good and hostile, by their ids
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static std::unique_ptr<Life> life;
  static std::uint64_t inputs = 0;
  if (!life) life = std::make_unique<Life>();
  life->live_through(message_from(as_text(data, size)));
  if (++inputs % kInputsOfALife != 0) return 0;
  life->account();
  life.reset();
  return 0;
}
