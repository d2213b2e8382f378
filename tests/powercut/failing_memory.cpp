// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/failing_memory.h"

#include <sqlite3.h>

namespace tertulia::powercut {
namespace {

// SQLite's allocator has no context.
struct State {
  sqlite3_mem_methods own{};
  std::uint64_t left = 0;  // 0: none fails
  FailingMemory::Which which = FailingMemory::Which::kOne;
  bool failed = false;
} state;

bool refuses() {
  if (state.left == 0) return false;
  if (state.left > 1) {
    --state.left;
    return false;
  }
  state.failed = true;
  if (state.which == FailingMemory::Which::kOne) state.left = 0;
  return true;
}

void* allocate(int size) { return refuses() ? nullptr : state.own.xMalloc(size); }
void* resize(void* memory, int size) { return refuses() ? nullptr : state.own.xRealloc(memory, size); }

}  // namespace

FailingMemory::FailingMemory() {
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &state.own);
  sqlite3_mem_methods failing = state.own;
  failing.xMalloc = allocate;
  failing.xRealloc = resize;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
  sqlite3_initialize();
}

FailingMemory::~FailingMemory() {
  heal();
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_MALLOC, &state.own);
  sqlite3_initialize();
}

void FailingMemory::fail_at(std::uint64_t number, Which which) {
  state.left = number;
  state.which = which;
  state.failed = false;
}
void FailingMemory::heal() { state.left = 0; }
bool FailingMemory::has_failed() const { return state.failed; }

}  // namespace tertulia::powercut
