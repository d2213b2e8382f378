// SPDX-License-Identifier: Apache-2.0
// How a command of the hub comes to the broker.
#pragma once

#include <memory>
#include <string>

#include "drivers/mosquitto/mosquitto_library.h"
#include "firmware/ports/broker.h"

namespace CLI {
class App;
}

namespace tertulia::hub {

struct BrokerOptions {
  std::string broker = "127.0.0.1:1883";
  std::string password_file;
  BrokerAddress address;  // what the options below fill in
};

// `options` must outlive the parsing.
void add_broker_options(CLI::App& command, BrokerOptions& options);
// Errors: no HOST:PORT; a password file that cannot be read or that others can read.
[[nodiscard]] Result<BrokerAddress> address_of(const BrokerOptions& options);
[[nodiscard]] Result<std::unique_ptr<Broker>> make_broker(const MosquittoLibrary& library);

}  // namespace tertulia::hub
