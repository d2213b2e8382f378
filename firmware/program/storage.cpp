// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/storage.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "firmware/program/closed_store.h"
#include "firmware/program/first_state.h"

namespace tertulia {
namespace {

constexpr std::chrono::seconds kBetweenTries{3};

Outcome open(Storage& storage, const std::string& path, const StoreOptions& options, const Now& now) {
  std::error_code ignored;  // the store says what is wrong
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  TRY(auto opened, SqliteStore::open(path, options));
  storage.notices = std::move(opened.notices);
  storage.store = std::move(opened.store);
  return settle_answers(*storage.store, storage.interrupted, now);
}

}  // namespace

Storage open_storage(const std::string& path, const StoreOptions& options, const Now& now) {
  Storage storage;
  const Outcome opened = open(storage, path, options, now);
  if (opened.ok()) return storage;
  storage.closed = opened.error().message;
  storage.store = std::make_unique<ClosedStore>(opened.error());
  return storage;
}

std::optional<Storage> wait_for_storage(const std::string& path, const StoreOptions& options, Clock& clock,
                                        const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  std::vector<Interrupted> interrupted;
  while (!stopped.wait_for(lock, stop, kBetweenTries, [&stop] { return stop.stop_requested(); })) {
    Storage storage = open_storage(path, options, clock.now());
    // A try that failed half-way may have been the last one that could read it.
    if (storage.interrupted.empty()) storage.interrupted = std::move(interrupted);
    if (storage.closed.empty()) return storage;
    interrupted = std::move(storage.interrupted);
  }
  return std::nullopt;
}

}  // namespace tertulia
