// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/logo.h"

#include <algorithm>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/formats/pictures/picture_file.h"

namespace tertulia::formats {
namespace {

constexpr int kLongest = 8;       // times its other side
constexpr int kFewestRows = 128;  // fewer look coarse on a large screen

std::string size_text(PictureSize size) {
  return std::to_string(size.width) + " x " + std::to_string(size.height) + " pixels";
}

Result<Picture> checked_logo_of(std::string_view bytes) {
  TRY(Picture logo, read_picture(bytes, kLargestLogo));
  const auto [shorter, longer] = std::minmax(logo.size.width, logo.size.height);
  if (longer > shorter * kLongest)
    return Error{"The logo is more than eight times as long as it is wide; no screen has room for that."};
  return logo;
}

}  // namespace

std::optional<Picture> read_logo(const SourceFile& source, Findings& findings) {
  auto logo = checked_logo_of(source.bytes);
  if (!logo.ok()) {
    findings.wrong({source.name, ""}, logo.error().message);
    return std::nullopt;
  }
  const PictureSize size = logo.value().size;
  findings.read({source.name, ""}, "Logo, " + size_text(size) + ".");
  if (size.height < kFewestRows && size.width < 2 * kFewestRows)
    findings.guessed({source.name, ""},
                     "The logo is small and is never enlarged; export it at least 128 "
                     "pixels high, or as SVG, for large screens.");
  return std::move(logo).value();
}

}  // namespace tertulia::formats
