// SPDX-License-Identifier: Apache-2.0
// Connects to whichever address of a host answers first (RFC 8305, section 5). Every address is tried, each a
// moment after the one before, and none has to fail before the next one begins. While any keeps silent, all
// are knocked at again every few seconds with new sockets, those that refused too, and the old sockets stay:
// so a slow line has as long as the owner waits, and one that comes back is noticed at once, though the
// kernel repeats a lost knock ever more seldom. While kMostSockets are open no new one is added, and those
// stay. It never blocks, and never gives up while any address keeps silent: the owner does. One thread.
#pragma once

#include <optional>
#include <vector>

#include <poll.h>

#include "drivers/line/socket_address.h"
#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "firmware/files/descriptor.h"

namespace tertulia {

class AddressRace {
 public:
  static constexpr BootTime kHeadStart = std::chrono::milliseconds(250);  // before the next address
  static constexpr BootTime kKnockAgain = std::chrono::seconds(6);
  static constexpr std::size_t kMostSockets = 2 * kMostAddresses;

  explicit AddressRace(std::vector<SocketAddress> addresses) : addresses_(std::move(addresses)) {}

  // Does what is due. The connected, non-blocking socket of the winner; an error when no address is left that
  // could answer ("Connection refused"); none while it is undecided.
  [[nodiscard]] std::optional<Result<Descriptor>> advance(BootTime now);
  // Adds what poll() has to watch.
  void watch(std::vector<pollfd>& watched) const;
  // When advance() is wanted although nothing happened.
  [[nodiscard]] BootTime due() const { return next_at_; }

 private:
  [[nodiscard]] std::optional<Descriptor> winner();
  void start_next(BootTime now);

  std::vector<SocketAddress> addresses_;
  std::vector<Descriptor> runners_;
  std::size_t next_ = 0;  // of addresses_
  BootTime next_at_{};
  BootTime round_began_{};
  int error_ = 0;  // errno of the address that failed last
};

}  // namespace tertulia
