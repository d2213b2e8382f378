// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/admission.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "firmware/program/identity.h"

namespace tertulia {
namespace {

constexpr std::chrono::seconds kBetweenLooks{2};

}  // namespace

bool wait_for_admission(const std::filesystem::path& identity, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  while (!is_enrolled(identity))
    if (stopped.wait_for(lock, stop, kBetweenLooks, [&stop] { return stop.stop_requested(); })) return false;
  return true;
}

}  // namespace tertulia
