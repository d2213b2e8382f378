// SPDX-License-Identifier: Apache-2.0
// Which acknowledgement of the hub is newer than the last one. Counters and epochs tell, never a clock: the
// numbers of a hub whose clock was wrong once stay high for years. The rules:
//   - Within one epoch of the hub the numbers rise; an equal one is the same acknowledgement again.
//   - An epoch that was never heard is a hub that was set up anew or restored. It is followed whatever its
//     numbers are, so `tertulia-hub restored` heals every confusion.
//   - An epoch that was left is followed again only with a number that is not below the last one that was
//     followed. So an old acknowledgement that somebody repeats changes nothing, unless it is of a time when
//     the numbers were too high: then it is followed once more, and what the hub says now is not, until
//     `tertulia-hub restored` begins the next epoch.
// A value; pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "firmware/domain/ack.h"

namespace tertulia {

// Names of marks, see Store::high_water_marks().
inline constexpr const char* kLastAck = "ack";      // number of the last acknowledgement
inline constexpr const char* kHeardEpoch = "hub:";  // and an epoch of the hub: 1, it was followed once

class AckOrder {
 public:
  using Marks = std::map<std::string, std::uint64_t>;
  // Marks of other names are left out.
  explicit AckOrder(const Marks& marks);

  [[nodiscard]] bool is_followed(const Ack& ack) const;
  // Of an acknowledgement that is followed.
  void follow(const Ack& ack);
  // What has to be stored so that the order holds after a restart.
  [[nodiscard]] const Marks& marks() const { return marks_; }

 private:
  Marks marks_;
};

}  // namespace tertulia
