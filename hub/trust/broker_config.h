// SPDX-License-Identifier: Apache-2.0
// The configuration and access list of a programme's Mosquitto. Pure. Decision 016 says why there are two
// listeners.
#pragma once

#include <string>
#include <vector>

namespace tertulia::hub {

struct BrokerPlan {
  std::string programme;                           // [a-z0-9-]{1,32}: its devices reach no other one's topics
  std::string folder = "/etc/mosquitto/tertulia";  // where the files below lie on the machine of the broker
  int device_port = 8883;
  int hub_port = 8884;
  std::string hub_address;              // where the hub's port listens; empty: on all
  std::vector<std::string> moderators;  // devices that may set timers; empty: every device may
};

// Of `folder`: programme.pem and hub-authority.pem (who may come in at either port), programme.crl,
// broker.pem and broker.key, and tertulia.acl.
[[nodiscard]] std::string broker_configuration(const BrokerPlan& plan);
[[nodiscard]] std::string access_list(const BrokerPlan& plan);

}  // namespace tertulia::hub
