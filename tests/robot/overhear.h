// SPDX-License-Identifier: Apache-2.0
// Listens in on the broker and remembers which answers went through it: a third account, beside those of the
// device and of the hub.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>

namespace tertulia::robot {

struct BrokerPlace {
  std::string host = "127.0.0.1";
  int port = 1883;
  std::filesystem::path credentials;  // lines username = "..." and password = "..."; empty: none
};

class Overhear {
 public:
  // Returns when it listens. Throws Stuck.
  explicit Overhear(const BrokerPlace& place);
  ~Overhear();
  Overhear(const Overhear&) = delete;
  Overhear& operator=(const Overhear&) = delete;

  // Ids of the submissions published so far.
  [[nodiscard]] std::set<std::string> published() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tertulia::robot
