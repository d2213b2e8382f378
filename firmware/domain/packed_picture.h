// SPDX-License-Identifier: Apache-2.0
// A picture in few bytes: a photograph takes a third of its pixels, a drawing a tenth or less. So a device
// holds the pictures of a visit, and opens those that it shows. No library is needed to read it.
//
// The bytes: width and height (two each, the high one first), then the pixels as QOI has them
// (https://qoiformat.org/qoi-specification.pdf, "Data chunks"), without its header and end.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "firmware/domain/picture.h"

namespace tertulia {

// Copies share the bytes, which never change: any thread.
class PackedPicture {
 public:
  PackedPicture() = default;  // none
  explicit PackedPicture(const Picture& picture);
  // None when they are damaged, or of a picture that is empty or larger than kLargestPicture.
  [[nodiscard]] static std::optional<PackedPicture> from(std::string bytes);

  [[nodiscard]] bool exists() const { return bytes_ != nullptr; }
  [[nodiscard]] const std::string& bytes() const;  // empty when there is none
  [[nodiscard]] PictureSize size() const;          // 0 x 0 when there is none
  [[nodiscard]] Picture unpacked() const;

  friend bool operator==(const PackedPicture& one, const PackedPicture& other) {
    return one.bytes_ == other.bytes_ || one.bytes() == other.bytes();
  }

 private:
  explicit PackedPicture(std::shared_ptr<const std::string> bytes) : bytes_(std::move(bytes)) {}

  std::shared_ptr<const std::string> bytes_;
};

}  // namespace tertulia
