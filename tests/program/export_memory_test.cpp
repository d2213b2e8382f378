// SPDX-License-Identifier: Apache-2.0
// How much memory an export takes. A program of its own: it counts what all of it allocates.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>
#include <sqlite3.h>

#include "firmware/program/closing_slip.h"
#include "tests/drivers/sqlite/samples.h"

namespace {

// What is allocated by `new`, and the most that it ever was. A replaced operator new needs globals.
std::atomic<std::size_t> allocated{0};
std::atomic<std::size_t> most_allocated{0};

void* counted(void* memory) {
  if (memory == nullptr) return nullptr;
  const std::size_t now = allocated += malloc_usable_size(memory);
  if (now > most_allocated) most_allocated = now;
  return memory;
}

void release(void* memory) {
  if (memory != nullptr) allocated -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = counted(std::malloc(size))) return memory;
  std::abort();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(std::malloc(size)); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(std::malloc(size)); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { release(memory); }

namespace tertulia {
namespace {

constexpr std::size_t kMiB = 1U << 20U;

TEST(an_export, takes_the_same_memory_however_much_it_writes) {
  const Folder folder;
  FakeDevice device;
  open(folder.file(), device);
  // 30 MiB, of which half are at the hub.
  const std::string rows =
      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) ";
  const std::string body = ", 'audit', 'event-' || i, printf('%.*c', 63000, 'x')";
  ASSERT_TRUE(sqlite::Database::open(folder.file(), sqlite::Access::kWrite)
                  .value()
                  ->script("INSERT INTO outbox (epoch, seq, kind, event_id, body, state, reason) " + rows +
                           "SELECT 1, i" + body +
                           ", 'stored', '' FROM n WHERE i % 2 = 0; INSERT INTO kept (period, epoch, seq, "
                           "kind, event_id, body) " +
                           rows + "SELECT 1, 1, i" + body + " FROM n WHERE i % 2 = 1")
                  .ok());
  auto inspection = sqlite::Inspection::open(folder.file()).value();
  const std::size_t before = allocated;
  most_allocated = before;
  sqlite3_memory_highwater(1);
  const auto exported =
      export_events([&](const sqlite::TakeHeld& take) { return inspection.each_held(take); }, folder.file(""),
                    "held", [](const std::string&) -> Result<std::string> { return std::string("signed"); });
  const std::size_t taken = most_allocated - before;
  const auto taken_by_sqlite = static_cast<std::size_t>(sqlite3_memory_highwater(0));
  ASSERT_TRUE(exported.ok()) << exported.error().message;
  EXPECT_EQ(exported.value().events, 500U);
  EXPECT_EQ(exported.value().at_hub, 250U);
  EXPECT_GT(std::filesystem::file_size(exported.value().file), 30 * kMiB);
  EXPECT_LT(taken, 1 * kMiB);
  EXPECT_LT(taken_by_sqlite, 4 * kMiB);
}

}  // namespace
}  // namespace tertulia
