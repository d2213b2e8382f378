// SPDX-License-Identifier: Apache-2.0
// The storage of a device at its start. A card that is full, read-only or missing ends no start: signs and
// displays need none, kiosks say that they take no answers and why, and a thread waits until it can be opened
// (decision 117).
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "drivers/sqlite/sqlite_store.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/store.h"

namespace tertulia {

struct Storage {
  std::unique_ptr<Store> store;  // never null; a closed one refuses every call
  std::vector<Interrupted>
      interrupted;                   // whom the last stop of the program interrupted, as far as it is known
  std::vector<std::string> notices;  // sentences for the log and the status screen
  std::string closed;                // why it is closed, a sentence; empty: it is open
};

// Opens the store and writes what a start writes: nobody is interrupted any more, what was parked is tried
// again, and the start. A store that does not take that is closed: whoever came next could not be saved
// either.
[[nodiscard]] Storage open_storage(const std::string& path, const StoreOptions& options, const Now& now);

// Tries it again and again until it is open; none: it was told to stop. To be called on a thread of its own.
[[nodiscard]] std::optional<Storage> wait_for_storage(const std::string& path, const StoreOptions& options,
                                                      Clock& clock, const std::stop_token& stop);

}  // namespace tertulia
