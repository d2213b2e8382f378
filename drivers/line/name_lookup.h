// SPDX-License-Identifier: Apache-2.0
// Asks for the addresses of a host on a thread of its own, because a name server that keeps silent holds
// getaddrinfo() for minutes (decision 056).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/line/socket_address.h"
#include "firmware/domain/result.h"

namespace tertulia {

// If this object is destroyed first, the thread still finishes, and its answer is discarded.
class NameLookup {
 public:
  // At least one address, in the order of in_turns(). Errors: the name is unknown; nobody can be asked.
  using Answer = Result<std::vector<SocketAddress>>;

  // The thread calls `done`, possibly after this object was destroyed. If no thread can be started, the
  // constructor calls it. `done` must own everything that it uses.
  NameLookup(const std::string& host, int port, const std::function<void()>& done);

  [[nodiscard]] bool is_for(const std::string& host, int port) const {
    return host == host_ && port == port_;
  }
  // None until the thread has stored its answer. Then the thread calls `done`.
  [[nodiscard]] std::optional<Answer> answer() const;

 private:
  struct Shared;
  std::string host_;
  int port_;
  std::shared_ptr<Shared> shared_;
};

}  // namespace tertulia
