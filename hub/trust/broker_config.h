// SPDX-License-Identifier: Apache-2.0
// Writes the configuration and the access list of Mosquitto for one programme, with the limits of its service
// and of its port. Pure. There are two listeners, one for devices and one for the hub (decision 016). What
// one device can take of the broker is bounded: by names of topics, by numbers of messages, bytes and
// connections (decision 115).
#pragma once

#include <string>
#include <vector>

namespace tertulia::hub {

struct BrokerPlan {
  std::string programme;                           // [a-z0-9-]{1,32}; its devices reach only its topics
  std::string folder = "/etc/mosquitto/tertulia";  // of the files below, on the machine of the broker
  int device_port = 8883;
  int hub_port = 8884;
  std::string hub_address;                // the hub's port listens there; empty: on all addresses
  std::vector<std::string> moderators;    // devices that may steer rooms; empty: every device
  std::vector<std::string> venue;         // devices that hear of closed sessions; empty: every device
  std::vector<std::string> rooms = {};    // that there are; empty: devices may name any
  std::vector<std::string> devices = {};  // that are enrolled; empty: shares of rooms may have any name
};

// The configuration names these files in `folder`: programme.pem and hub-authority.pem (the authorities of
// the two ports), programme.crl, broker.pem, broker.key and tertulia.acl.
[[nodiscard]] std::string broker_configuration(const BrokerPlan& plan);
[[nodiscard]] std::string access_list(const BrokerPlan& plan);
// For systemd: as many open files as the configuration may need. Without it 1,024 sockets shut the broker.
[[nodiscard]] std::string service_limits();
// For nftables: how many connections one address may have to the port of the devices. A broker waits 90
// seconds for a client that connects and says nothing.
[[nodiscard]] std::string port_limits(const BrokerPlan& plan);

}  // namespace tertulia::hub
