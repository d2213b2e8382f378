// SPDX-License-Identifier: Apache-2.0
// Asks whether a host takes TCP connections, within a budget of time. libmosquitto's own connect() waits for
// two minutes when packets vanish, and a thread in it can neither be woken nor stopped.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia {

// Any thread. Name resolution is not part of the budget. Errors: unknown host, refused, no answer.
[[nodiscard]] Outcome reach(const std::string& host, int port, Milliseconds budget);

// The same on a thread of its own, for nobody can say how long a name server keeps silent, and who waits for
// one can neither be woken nor stopped. Let go of, that thread ends by itself when it gets its answer, and is
// not heard.
class Reaching {
 public:
  // `done` is called on that thread, perhaps after this object has gone; it must hold what it needs.
  Reaching(const std::string& host, int port, Milliseconds budget, const std::function<void()>& done);

  [[nodiscard]] bool is_for(const std::string& host, int port) const {
    return host == host_ && port == port_;
  }
  // None before `done` was called.
  [[nodiscard]] std::optional<Outcome> outcome() const;

 private:
  struct Answer;
  std::string host_;
  int port_;
  std::shared_ptr<Answer> answer_;
};

}  // namespace tertulia
