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

// Resolves the name, then tries each address until one accepts. `budget` limits only the connecting; the
// addresses share it. A name server that does not answer may block for minutes. Errors: unknown host;
// connection refused; no answer within the budget.
[[nodiscard]] Outcome reach(const std::string& host, int port, Milliseconds budget);

// Runs reach() on a thread of its own, so that the caller is never blocked by a silent name server. If this
// object is destroyed first, the thread still finishes, and its answer is discarded.
class ReachAttempt {
 public:
  // That thread calls `done`, possibly after this object was destroyed. If no thread can be started, the
  // constructor calls it. `done` must own everything that it uses.
  ReachAttempt(const std::string& host, int port, Milliseconds budget, const std::function<void()>& done);

  [[nodiscard]] bool is_for(const std::string& host, int port) const {
    return host == host_ && port == port_;
  }
  // None until the thread has stored its answer. Then the thread calls `done`.
  [[nodiscard]] std::optional<Outcome> outcome() const;

 private:
  struct Answer;
  std::string host_;
  int port_;
  std::shared_ptr<Answer> answer_;
};

}  // namespace tertulia
