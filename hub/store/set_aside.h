// SPDX-License-Identifier: Apache-2.0
// The quarantine, with bounds for all and for each device. What it holds is kept in the table
// `quarantine_use`, so a row costs the same time however full it is.
// - A message that nobody gave (a fact of the device itself) always finds room: the oldest such rows of its
//   own device go, or of the device that fills the quarantine most.
// - What people gave is never removed. It has room while there are rows that can go; else it is refused, and
//   stays on its device.
// Rows of what people gave name no device, and nothing here counts them by device (firmware/docs/privacy.md).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "hub/arrival/arrival.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// What became of an arrival.
enum class SaveResult {
  kNoRow,     // it was no row: a presence message, for example
  kNew,       // stored now
  kHeld,      // stored before
  kSetAside,  // stored in the quarantine
  kRefused,   // not stored: the quarantine is full, or has enough of this device
};

struct QuarantineLimits {
  std::uint64_t rows = 10'000;
  std::uint64_t bytes = 128U << 20U;
  std::uint64_t rows_of_device = 1'000;  // that nobody gave
  std::uint64_t bytes_of_device = 4U << 20U;
};

// For one transaction of the caller. The connection must outlive it.
class Quarantine {
 public:
  Quarantine(Sql& sql, const QuarantineLimits& limits, std::string_view day)
      : sql_(sql), limits_(limits), day_(day) {}

  // kSetAside or kRefused. A row that is there already is counted once more.
  [[nodiscard]] Result<SaveResult> put(const PoisonRow& row);
  // Whether the row is there already. It is counted once more then.
  [[nodiscard]] Result<bool> repeat(const PoisonRow& row);
  // Writes down what it holds now. Call it once, at the end.
  [[nodiscard]] Outcome finish();

 private:
  struct Use {
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    bool is_changed = false;
  };
  using Uses = std::map<std::string, Use>;  // by owner; what people gave: ''

  [[nodiscard]] Outcome load();
  [[nodiscard]] Result<bool> make_room(const std::string& owner, std::uint64_t bytes);
  [[nodiscard]] Outcome remove_oldest(const std::string& owner);
  [[nodiscard]] std::string fullest() const;
  void count(const std::string& owner, std::uint64_t bytes);

  Sql& sql_;
  const QuarantineLimits& limits_;
  std::string day_;
  std::optional<Uses> uses_;
  Use all_;
};

}  // namespace tertulia::hub
