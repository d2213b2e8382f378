// SPDX-License-Identifier: Apache-2.0
#include "hub/program/options.h"

#include <CLI/CLI.hpp>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "hub/program/broker_address.h"

namespace tertulia::hub {

void add_broker_options(CLI::App& command, BrokerOptions& options) {
  command.add_option("--broker", options.broker, "HOST:PORT of the MQTT 5 broker")->capture_default_str();
  command.add_option("--username", options.address.username, "user name at the broker");
  command.add_option("--password-file", options.password_file,
                     "file of mode 0600 with the password in its first line");
  command.add_option("--ca", options.address.ca_file,
                     "certificate of the programme's authority (PEM); turns TLS on");
  command.add_option("--cert", options.address.cert_file, "certificate of the hub (PEM)");
  command.add_option("--key", options.address.key_file, "key of that certificate (PEM)");
}

void add_database_option(CLI::App& command, std::string& name) {
  command
      .add_option(
          "--database", name,
          "the hub's SQLite file, or postgresql://USER@HOST/DATABASE. Put a password into ~/.pgpass, into "
          "the file that PGPASSFILE names, or into a service (postgresql:///?service=NAME), never here")
      ->required();
}

Result<BrokerAddress> address_of(const BrokerOptions& options) {
  BrokerAddress address = options.address;
  TRY(const auto host_port, parse_host_port(options.broker));
  address.host = host_port.host;
  address.port = host_port.port;
  if (options.password_file.empty()) return address;
  TRY(address.password, read_password(options.password_file));
  return address;
}

Result<std::unique_ptr<Broker>> make_broker(const MosquittoLibrary& library) {
  TRY(auto broker, MosquittoBroker::open(library));
  return std::unique_ptr<Broker>(std::move(broker));
}

}  // namespace tertulia::hub
