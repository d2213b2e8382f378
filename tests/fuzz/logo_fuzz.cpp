// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/packed_picture.h"
#include "firmware/formats/pictures/logo.h"
#include "tests/fuzz/fuzz_input.h"

// A logo that is read has a size that fits a pack and comes back from it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view bytes = as_text(data, size);
  formats::Findings findings;
  const auto logo = formats::read_logo({"logo.svg", bytes}, findings);
  require(logo.has_value() != findings.any_wrong());
  if (logo) require(PackedPicture(*logo).unpacked() == *logo);
  return 0;
}
