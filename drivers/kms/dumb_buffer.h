// SPDX-License-Identifier: Apache-2.0
// A picture in the memory of a graphics card to which the processor can write. The descriptor of the card
// must outlive it.
#pragma once

#include <cstdint>
#include <span>

#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

class DumbBuffer {
 public:
  // Makes a black picture. Errors: no memory for it; the message says what to do.
  [[nodiscard]] static Result<DumbBuffer> create(int card, Size size);
  DumbBuffer(DumbBuffer&& other) noexcept;
  DumbBuffer& operator=(DumbBuffer&&) = delete;
  ~DumbBuffer();

  [[nodiscard]] std::uint32_t framebuffer() const { return framebuffer_; }

  // Copies rectangles that lie inside the buffer and tells the card.
  Outcome show(PixelView view, std::span<const Rect> damage);
  void blacken();

 private:
  DumbBuffer(int card, Size size) : card_(card), size_(size) {}
  Outcome tell(std::span<const Rect> parts) const;

  int card_;
  Size size_;
  std::uint32_t handle_ = 0;
  std::uint32_t framebuffer_ = 0;
  std::uint32_t pitch_ = 0;  // bytes a row
  std::uint64_t bytes_ = 0;
  std::uint8_t* memory_ = nullptr;  // mapped
};

}  // namespace tertulia
