// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/logo/logo.h"
#include "firmware/formats/logo/logo_text.h"
#include "tests/fuzz/fuzz_input.h"

// A logo that is read has a size that fits a pack and comes back from it; the same bytes as its text.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view bytes = as_text(data, size);
  formats::Findings findings;
  const auto logo = formats::read_logo({"logo.svg", bytes}, findings);
  require(logo.has_value() != findings.any_wrong());
  if (logo) require(formats::logo_from_text(formats::logo_text(*logo)) == logo);
  const auto told = formats::logo_from_text(bytes);
  if (told) require(formats::logo_from_text(formats::logo_text(*told)) == told);
  return 0;
}
