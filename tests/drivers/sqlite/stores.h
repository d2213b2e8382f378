// SPDX-License-Identifier: Apache-2.0
// The store in memory and the one on SQLite, for tests of what every store does.
#pragma once

#include "tests/drivers/sqlite/samples.h"
#include "tests/fakes/store.h"

namespace tertulia {

struct StoreInMemory {
  Store& store() { return fake; }
  FakeStore fake;
};
struct StoreOnSqlite {
  Store& store() { return *opened.store; }
  Folder folder;
  FakeDevice device;
  SqliteStore::Opened opened = open(folder.file(), device);
};
using AnyStore = testing::Types<StoreInMemory, StoreOnSqlite>;

}  // namespace tertulia
