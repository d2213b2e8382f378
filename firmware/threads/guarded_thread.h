// SPDX-License-Identifier: Apache-2.0
// A thread of our own programs. Libraries may throw in it, and nobody stands above a thread to catch.
#pragma once

#include <cstdlib>
#include <exception>
#include <functional>
#include <string_view>
#include <thread>
#include <utility>

namespace tertulia {

// The exit code after an exception in a thread: EX_SOFTWARE of sysexits.h. The service manager starts the
// program again; what is committed is safe.
inline constexpr int kThreadFailed = 70;

// Runs `work` in a thread. An exception ends the whole program: `say` gets its words first.
[[nodiscard]] inline std::thread guarded_thread(std::function<void()> work,
                                                std::function<void(std::string_view problem)> say) {
  return std::thread([work = std::move(work), say = std::move(say)] {
    try {
      work();
    } catch (const std::exception& problem) {
      say(problem.what());
      std::_Exit(kThreadFailed);
    }
  });
}

}  // namespace tertulia
