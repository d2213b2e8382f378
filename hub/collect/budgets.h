// SPDX-License-Identifier: Apache-2.0
// What one device may use of the hub. Each budget is a bucket that is full at the start and fills again at a
// steady rate: a device that comes back after days brings a whole store at once, and one that never stops is
// held to the rate. What is over a budget is not acknowledged and stays on its device. In memory only: what a
// device gave into the quarantine is counted in no file (firmware/docs/privacy.md). Any thread may call any
// function.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "firmware/domain/time.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {

enum class Budget { kMessages, kRows, kBytes, kEpochs, kSetAside };
inline constexpr std::size_t kBudgets = 5;

struct Allowance {
  double burst = 0;
  double per_second = 0;
};

// A device's own store has at most 270,000 rows of together 490 MiB, unless its configuration raises
// [store.budgets] (config/tertulia.toml): all of it fits into the bursts. More than the bursts comes at the
// steady rate. A row in half a second, day and night, is more than any room of people makes.
struct Allowances {
  Allowance messages{600'000, 200};                // that come, whatever becomes of them
  Allowance rows{400'000, 2};                      // that the hub stores
  Allowance bytes{768.0 * 1024 * 1024, 8 * 1024};  // likewise
  Allowance epochs{64, 1.0 / 600};                 // that the hub hears of
  Allowance set_aside{1'000, 1.0 / 60};            // answers and contacts that the hub cannot count
};

// A device went over a budget. Said once, and again only after that budget was half full.
struct OverBudget {
  wire::Origin device;
  Budget budget = Budget::kMessages;
};
// "it sends more messages than a device may", for people.
[[nodiscard]] std::string words_of(Budget budget);

class Budgets {
 public:
  explicit Budgets(const Allowances& allowances = {});

  // A message of the device has come. False: it is over a budget, so the message must be left out. Cheap:
  // call it before the message is read.
  [[nodiscard]] bool takes(const wire::Origin& device, BootTime now);
  // The same of what a device says of itself, which is not stored anew each time: messages alone count, so
  // that the status of a device that is over another budget stays true.
  [[nodiscard]] bool hears(const wire::Origin& device, BootTime now);
  // A row of so many bytes is stored now. What is resent and held costs no more than its message.
  void stored(const wire::Origin& device, std::size_t bytes, BootTime now);
  // The device uses an epoch that the hub does not know.
  [[nodiscard]] bool begins_epoch(const wire::Origin& device, BootTime now);
  // What a person gave goes into the quarantine.
  [[nodiscard]] bool sets_aside(const wire::Origin& device, BootTime now);

  // Those since the last call.
  [[nodiscard]] std::vector<OverBudget> take_news();

 private:
  struct Bucket {
    double level = 0;
    bool is_told = false;
  };
  struct Account {
    BootTime at{};  // of the levels
    std::array<Bucket, kBudgets> buckets;
  };

  [[nodiscard]] Account& account_of(const wire::Origin& device, BootTime now);
  [[nodiscard]] bool spend(const wire::Origin& device, Account& account, Budget budget);
  [[nodiscard]] bool has(const wire::Origin& device, Account& account, Budget budget);
  void forget_the_full();

  const std::array<Allowance, kBudgets> allowances_;
  std::mutex mutex_;
  std::unordered_map<std::string, Account> accounts_;
  std::vector<OverBudget> news_;
};

}  // namespace tertulia::hub
