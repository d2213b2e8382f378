// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/visit_toml.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tertulia::formats::Findings findings;
  const auto file =
      tertulia::formats::read_visit_toml({"visit.toml", tertulia::as_text(data, size)}, findings);
  tertulia::require(file.has_value() || findings.any_wrong());
  return 0;
}
