// SPDX-License-Identifier: Apache-2.0
// Finds out whether a host accepts TCP connections, before libmosquitto connects to it. libmosquitto's own
// connect() blocks for two minutes where packets get lost, and a blocked thread can be neither woken nor
// stopped.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia {

// Resolves the name, then tries each address until one accepts. Blocks: the budget limits the connecting, but
// a silent name server may take minutes. Errors: unknown host; connection refused; no answer within the
// budget.
[[nodiscard]] Outcome reach(const std::string& host, int port, Milliseconds budget);

// Runs reach() on a thread of its own, so that the caller is never blocked by a silent name server. When this
// object is destroyed first, the thread ends by itself with its answer, and nobody reads it.
class ReachAttempt {
 public:
  // `done` is called on that thread, perhaps after this object was destroyed: it must own what it uses.
  ReachAttempt(const std::string& host, int port, Milliseconds budget, const std::function<void()>& done);

  [[nodiscard]] bool is_for(const std::string& host, int port) const {
    return host == host_ && port == port_;
  }
  // None until the thread has its answer; `done` is called right after.
  [[nodiscard]] std::optional<Outcome> outcome() const;

 private:
  struct Answer;
  std::string host_;
  int port_;
  std::shared_ptr<Answer> answer_;
};

}  // namespace tertulia
