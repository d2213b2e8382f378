// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/packed_picture.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tertulia {
namespace {

constexpr std::size_t kPackedHead = 4;
constexpr std::uint32_t kFirstPixel = 0xff000000;
constexpr unsigned kLongestRun = 62;

// Tags of QOI: the two highest bits, or the whole byte.
constexpr unsigned kIndex = 0x00, kDiff = 0x40, kLuma = 0x80, kRun = 0xC0, kRgb = 0xFE, kRgba = 0xFF;

struct Channels {
  int red, green, blue, alpha;
  explicit Channels(std::uint32_t pixel)
      : red(static_cast<int>(pixel >> 16U & 0xFFU)),
        green(static_cast<int>(pixel >> 8U & 0xFFU)),
        blue(static_cast<int>(pixel & 0xFFU)),
        alpha(static_cast<int>(pixel >> 24U)) {}
  [[nodiscard]] std::size_t place() const {
    return static_cast<std::size_t>(red * 3 + green * 5 + blue * 7 + alpha * 11) % 64;
  }
};

std::uint32_t pixel_of(int red, int green, int blue, std::uint32_t alpha) {
  const auto byte = [](int value) { return static_cast<std::uint32_t>(value) & 0xFFU; };
  return alpha << 24U | byte(red) << 16U | byte(green) << 8U | byte(blue);
}

// What was seen last, as writer and reader both remember it.
struct Seen {
  std::uint32_t last = kFirstPixel;
  std::array<std::uint32_t, 64> places{};

  void note(std::uint32_t pixel) {
    last = pixel;
    places[Channels(pixel).place()] = pixel;
  }
};

class Packer {
 public:
  std::string pack(const Picture& picture) {
    for (const int side : {picture.size.width, picture.size.height}) {
      put(static_cast<unsigned>(side) >> 8U);
      put(static_cast<unsigned>(side));
    }
    for (const std::uint32_t pixel : picture.pixels) add(pixel);
    end_run();
    return std::move(bytes_);
  }

 private:
  void put(unsigned byte) { bytes_.push_back(static_cast<char>(byte & 0xFFU)); }

  void end_run() {
    if (run_ > 0) put(kRun | (run_ - 1));
    run_ = 0;
  }

  void add(std::uint32_t pixel) {
    if (pixel == seen_.last) {
      if (++run_ == kLongestRun) end_run();
      return;
    }
    end_run();
    const Channels now(pixel), before(seen_.last);
    if (seen_.places[now.place()] == pixel)
      put(kIndex | static_cast<unsigned>(now.place()));
    else
      add_new(now, before);
    seen_.note(pixel);
  }

  // A byte wraps around: from 255 to 0 it is one step.
  static int step(int now, int before) { return static_cast<std::int8_t>(now - before); }
  static bool is_within(int value, int reach) { return value >= -reach && value < reach; }

  void add_new(const Channels& now, const Channels& before) {
    const int red = step(now.red, before.red);
    const int green = step(now.green, before.green);
    const int blue = step(now.blue, before.blue);
    if (now.alpha != before.alpha) {
      for (const int byte : {static_cast<int>(kRgba), now.red, now.green, now.blue, now.alpha})
        put(static_cast<unsigned>(byte));
    } else if (is_within(red, 2) && is_within(green, 2) && is_within(blue, 2)) {
      put(kDiff | static_cast<unsigned>((red + 2) * 16 + (green + 2) * 4 + blue + 2));
    } else if (is_within(green, 32) && is_within(red - green, 8) && is_within(blue - green, 8)) {
      put(kLuma | static_cast<unsigned>(green + 32));
      put(static_cast<unsigned>((red - green + 8) * 16 + blue - green + 8));
    } else {
      for (const int byte : {static_cast<int>(kRgb), now.red, now.green, now.blue})
        put(static_cast<unsigned>(byte));
    }
  }

  std::string bytes_;
  Seen seen_;
  unsigned run_ = 0;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  PictureSize size() {
    if (bytes_.size() < kPackedHead) return {};
    const int width = take() << 8 | take();
    const int height = take() << 8 | take();
    return {width, height};
  }

  // None: there are too few bytes, or too many.
  std::optional<Picture> unpack() {
    Picture picture{size(), {}};
    if (picture.size.width < 1 || picture.size.height < 1 ||
        fitted(picture.size, kLargestPicture) != picture.size)
      return std::nullopt;
    const std::size_t count =
        static_cast<std::size_t>(picture.size.width) * static_cast<std::size_t>(picture.size.height);
    picture.pixels.reserve(count);
    while (picture.pixels.size() < count && is_whole_) {
      const std::size_t times = next();
      if (times > count - picture.pixels.size()) return std::nullopt;
      picture.pixels.insert(picture.pixels.end(), times, seen_.last);
    }
    if (!is_whole_ || at_ != bytes_.size()) return std::nullopt;
    return picture;
  }

 private:
  int take() {
    if (at_ < bytes_.size()) return static_cast<unsigned char>(bytes_[at_++]);
    is_whole_ = false;
    return 0;
  }

  // The next pixel becomes the last one; how often it stands there.
  std::size_t next() {
    const auto tag = static_cast<unsigned>(take());
    const int low = static_cast<int>(tag & 0x3FU);
    const Channels before(seen_.last);
    const std::uint32_t alpha = seen_.last >> 24U;
    if (tag == kRgb || tag == kRgba) {
      const int red = take();
      const int green = take();
      const int blue = take();
      seen_.note(pixel_of(red, green, blue, tag == kRgba ? static_cast<std::uint32_t>(take()) : alpha));
    } else if ((tag & 0xC0U) == kRun) {
      seen_.note(seen_.last);
      return static_cast<std::size_t>(low) + 1;
    } else if ((tag & 0xC0U) == kIndex) {
      seen_.note(seen_.places[static_cast<std::size_t>(low)]);
    } else if ((tag & 0xC0U) == kDiff) {
      seen_.note(pixel_of(before.red + (low >> 4) - 2, before.green + (low >> 2 & 3) - 2,
                          before.blue + (low & 3) - 2, alpha));
    } else {
      const int rest = take();
      const int green = low - 32;
      seen_.note(pixel_of(before.red + green + (rest >> 4) - 8, before.green + green,
                          before.blue + green + (rest & 15) - 8, alpha));
    }
    return 1;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_whole_ = true;
  Seen seen_;
};

const std::string kNoBytes;

}  // namespace

PackedPicture::PackedPicture(const Picture& picture)
    : bytes_(std::make_shared<const std::string>(Packer().pack(picture))) {}

std::optional<PackedPicture> PackedPicture::from(std::string bytes) {
  if (!Unpacker(bytes).unpack()) return std::nullopt;
  return PackedPicture(std::make_shared<const std::string>(std::move(bytes)));
}

const std::string& PackedPicture::bytes() const { return bytes_ ? *bytes_ : kNoBytes; }

PictureSize PackedPicture::size() const { return Unpacker(bytes()).size(); }

Picture PackedPicture::unpacked() const { return Unpacker(bytes()).unpack().value_or(Picture{}); }

}  // namespace tertulia
