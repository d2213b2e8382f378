// SPDX-License-Identifier: Apache-2.0
// Whatever comes from the bus, between answers that are as they should be, into a real database of the hub.
#include <memory>

#include "tests/fuzz/fuzz_message.h"
#include "tests/fuzz/hub_life.h"

namespace {

constexpr std::uint64_t kInputsOfALife = 1'000;  // then everything is counted and begins anew

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  static std::unique_ptr<hub::Life> life;
  static std::uint64_t inputs = 0;
  if (!life) life = std::make_unique<hub::Life>();
  const Message hostile = message_from(as_text(data, size));
  static_cast<void>(life->live_through({&hostile, 1}));
  if (++inputs % kInputsOfALife != 0) return 0;
  life->account();
  life.reset();
  return 0;
}
