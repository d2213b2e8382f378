// SPDX-License-Identifier: Apache-2.0
// A disk of which one call is refused, or every one from there until it is healed.
#pragma once

#include <cerrno>
#include <cstdint>

#include "tests/powercut/disk_calls.h"

namespace tertulia::powercut {

enum class Lasts { kOnce, kUntilHealed };

class FailingDisk final : public Watcher {
 public:
  void fail_at(Call call, int error, std::uint64_t number, Lasts lasts) {
    call_ = call, error_ = error, left_ = number, lasts_ = lasts, failed_ = false;
  }
  void heal() { left_ = 0; }
  [[nodiscard]] bool has_failed() const { return failed_; }

  [[nodiscard]] int refuse(Call call) override {
    if (call != call_ || left_ == 0) return 0;
    if (left_ > 1) {
      --left_;
      return 0;
    }
    failed_ = true;
    if (lasts_ == Lasts::kOnce) left_ = 0;
    return error_;
  }
  void done(const Operation&) override {}

 private:
  Call call_ = Call::kWrite;
  int error_ = 0;
  std::uint64_t left_ = 0;
  Lasts lasts_ = Lasts::kOnce;
  bool failed_ = false;
};

}  // namespace tertulia::powercut
