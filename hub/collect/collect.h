// SPDX-License-Identifier: Apache-2.0
// The collecting hub: N collectors, one control connection and one writer, each on its own thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"
#include "firmware/threads/mailbox.h"

namespace tertulia::hub {

struct CollectOptions {
  std::string database;      // a file or a URL, see Sql::open()
  std::string signing_key;   // its file, see signing_key.h
  BrokerAddress broker;      // client ids are made from `name`
  std::string name = "hub";  // two hubs on one broker need two names
  unsigned collectors = 2;
  BatchLimits batch;
};

using BrokerFactory = std::function<Result<std::unique_ptr<Broker>>()>;

// Runs until `wait_for_stop` returns. Then it commits what it received, as far as that takes a moment,
// publishes that the hub is offline, and disconnects. Errors: the signing key cannot be read; the database
// cannot be opened. If a thread throws, the program exits (firmware/threads/guarded_thread.h). No
// acknowledged answer is lost by that, because acks follow the commit.
[[nodiscard]] Outcome collect(const CollectOptions& options, const Clock& clock,
                              const BrokerFactory& make_broker, const std::function<void()>& wait_for_stop,
                              const Log& log);

}  // namespace tertulia::hub
