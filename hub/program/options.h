// SPDX-License-Identifier: Apache-2.0
// The command line options that several subcommands share: how to reach the broker, and where the database
// is.
#pragma once

#include <memory>
#include <string>

#include "drivers/mosquitto/mosquitto_library.h"
#include "firmware/ports/broker.h"

namespace CLI {
class App;
}

namespace tertulia::hub {

// Of devices whose configuration names none, as config/tertulia.toml says.
inline constexpr const char* kUsualProgramme = "peer-exchange";

struct BrokerOptions {
  std::string broker = "127.0.0.1:1883";
  std::string password_file;
  BrokerAddress address;  // the options fill it in, except host, port and password
};

// `options` and `name` must live until the command line is parsed.
void add_broker_options(CLI::App& command, BrokerOptions& options);
void add_database_option(CLI::App& command, std::string& name);

// Errors: no HOST:PORT; a password file that cannot be read or that others can read.
[[nodiscard]] Result<BrokerAddress> address_of(const BrokerOptions& options);
[[nodiscard]] Result<std::unique_ptr<Broker>> make_broker(const MosquittoLibrary& library);

}  // namespace tertulia::hub
