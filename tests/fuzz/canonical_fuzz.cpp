// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/canonical.h"
#include "tests/fuzz/fuzz_input.h"

// What is accepted is written again as a text that reads as the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const auto reading = formats::from_canonical(as_text(data, size));
  if (!reading.ok()) return 0;
  const std::string text = formats::to_canonical(reading.value());
  const auto again = formats::from_canonical(text);
  require(again.ok() && again.value() == reading.value());
  return 0;
}
