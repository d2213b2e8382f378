// SPDX-License-Identifier: Apache-2.0
// Writes the configuration and the access list of Mosquitto for one programme. Pure. There are two listeners,
// one for devices and one for the hub (decision 016).
#pragma once

#include <string>
#include <vector>

namespace tertulia::hub {

struct BrokerPlan {
  std::string programme;                           // [a-z0-9-]{1,32}; its devices reach only its topics
  std::string folder = "/etc/mosquitto/tertulia";  // of the files below, on the machine of the broker
  int device_port = 8883;
  int hub_port = 8884;
  std::string hub_address;              // the hub's port listens there; empty: on all addresses
  std::vector<std::string> moderators;  // devices that may steer rooms; empty: every device
  std::vector<std::string> venue;       // devices that hear of closed sessions; empty: every device
};

// The configuration names these files in `folder`: programme.pem and hub-authority.pem (the authorities of
// the two ports), programme.crl, broker.pem, broker.key and tertulia.acl.
[[nodiscard]] std::string broker_configuration(const BrokerPlan& plan);
[[nodiscard]] std::string access_list(const BrokerPlan& plan);

}  // namespace tertulia::hub
