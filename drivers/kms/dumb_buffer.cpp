// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/dumb_buffer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <sys/mman.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

namespace tertulia {
namespace {

constexpr std::uint8_t kDepth = 24, kBitsPerPixel = 32;

Error no_memory(Size size) {
  return {"the graphics card gives no memory for a picture of " + std::to_string(size.width) + "x" +
          std::to_string(size.height) + ": " + std::strerror(errno) + "; choose a smaller mode"};
}

}  // namespace

Result<DumbBuffer> DumbBuffer::create(int card, Size size) {
  DumbBuffer buffer(card, size);
  const auto width = static_cast<std::uint32_t>(size.width), height = static_cast<std::uint32_t>(size.height);
  drm_mode_create_dumb request{};
  request.width = width;
  request.height = height;
  request.bpp = kBitsPerPixel;
  if (drmIoctl(card, DRM_IOCTL_MODE_CREATE_DUMB, &request) != 0) return no_memory(size);
  buffer.handle_ = request.handle;
  buffer.pitch_ = request.pitch;
  buffer.bytes_ = request.size;
  if (drmModeAddFB(card, width, height, kDepth, kBitsPerPixel, buffer.pitch_, buffer.handle_,
                   &buffer.framebuffer_) != 0)
    return no_memory(size);
  drm_mode_map_dumb map{};
  map.handle = buffer.handle_;
  if (drmIoctl(card, DRM_IOCTL_MODE_MAP_DUMB, &map) != 0) return no_memory(size);
  void* memory =
      mmap(nullptr, buffer.bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, card, static_cast<off_t>(map.offset));
  if (memory == MAP_FAILED) return no_memory(size);
  buffer.memory_ = static_cast<std::uint8_t*>(memory);
  std::memset(buffer.memory_, 0, buffer.bytes_);
  return buffer;
}

DumbBuffer::DumbBuffer(DumbBuffer&& other) noexcept
    : card_(other.card_),
      size_(other.size_),
      handle_(std::exchange(other.handle_, 0)),
      framebuffer_(std::exchange(other.framebuffer_, 0)),
      pitch_(other.pitch_),
      bytes_(other.bytes_),
      memory_(std::exchange(other.memory_, nullptr)) {}

DumbBuffer::~DumbBuffer() {
  if (memory_ != nullptr) munmap(memory_, bytes_);
  if (framebuffer_ != 0) drmModeRmFB(card_, framebuffer_);
  if (handle_ == 0) return;
  drm_mode_destroy_dumb request{};
  request.handle = handle_;
  drmIoctl(card_, DRM_IOCTL_MODE_DESTROY_DUMB, &request);
}

Outcome DumbBuffer::show(PixelView view, std::span<const Rect> damage) {
  std::vector<Rect> parts;
  const Rect whole{0, 0, std::min(size_.width, view.size.width), std::min(size_.height, view.size.height)};
  for (const Rect& rect : damage) {
    const Rect part = intersection(rect, whole);
    if (part.empty()) continue;
    for (int y = part.top; y < part.bottom; ++y)
      std::memcpy(memory_ + static_cast<std::size_t>(y) * pitch_ + static_cast<std::size_t>(part.left) * 4,
                  view.pixels + std::ptrdiff_t{y} * view.size.width + part.left,
                  static_cast<std::size_t>(part.width()) * 4);
    parts.push_back(part);
  }
  return tell(parts);
}

void DumbBuffer::blacken() {
  std::memset(memory_, 0, bytes_);
  const Rect whole{0, 0, size_.width, size_.height};
  (void)tell({&whole, 1});  // a card that shows nothing is dark, too
}

Outcome DumbBuffer::tell(std::span<const Rect> parts) const {
  if (parts.empty()) return Done{};
  std::vector<drmModeClip> clips;
  for (const Rect& part : parts)
    clips.push_back({static_cast<std::uint16_t>(part.left), static_cast<std::uint16_t>(part.top),
                     static_cast<std::uint16_t>(part.right), static_cast<std::uint16_t>(part.bottom)});
  // Cards that scan out of plain memory need no hint and say so (ENOSYS).
  const int outcome =
      drmModeDirtyFB(card_, framebuffer_, clips.data(), static_cast<std::uint32_t>(clips.size()));
  if (outcome == 0 || outcome == -ENOSYS) return Done{};
  return Error{std::string("the graphics card does not show the picture: ") + std::strerror(-outcome)};
}

}  // namespace tertulia
