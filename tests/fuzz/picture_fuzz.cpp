// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "firmware/domain/packed_picture.h"
#include "firmware/formats/pictures/picture_file.h"
#include "tests/fuzz/fuzz_input.h"

// A picture that is read fits its box and comes back from its packed bytes; bytes that are taken for packed
// ones are of a picture that packs into the same pixels again.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view bytes = as_text(data, size);
  const auto picture = formats::read_picture(bytes, kLargestPicture);
  if (picture.ok()) {
    require(fitted(picture.value().size, kLargestPicture) == picture.value().size);
    require(PackedPicture(picture.value()).unpacked() == picture.value());
  }
  if (const auto packed = PackedPicture::from(std::string(bytes)))
    require(PackedPicture(packed->unpacked()).unpacked() == packed->unpacked());
  return 0;
}
