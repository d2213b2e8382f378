// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/logo/logo_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <sodium.h>

namespace tertulia::formats {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr int kBase64 = sodium_base64_VARIANT_ORIGINAL;
constexpr std::size_t kHead = 4;
constexpr std::size_t kRun = 5;
constexpr std::size_t kLongestRun = 255;
constexpr auto kMostPixels = static_cast<std::size_t>(kLargestLogo.width) * kLargestLogo.height;

void append(Bytes& bytes, std::uint32_t value, std::initializer_list<unsigned> shifts) {
  for (const unsigned shift : shifts) bytes.push_back(static_cast<unsigned char>(value >> shift));
}

std::uint32_t number(const Bytes& bytes, std::size_t from, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8U | bytes[from + i];
  return value;
}

Bytes packed(const Logo& logo) {
  Bytes bytes;
  append(bytes, static_cast<std::uint32_t>(logo.size.width), {8, 0});
  append(bytes, static_cast<std::uint32_t>(logo.size.height), {8, 0});
  for (auto run = logo.pixels.begin(); run != logo.pixels.end();) {
    const auto limit = std::min<std::ptrdiff_t>(kLongestRun, logo.pixels.end() - run);
    const auto end = std::find_if(run, run + limit, [run](std::uint32_t pixel) { return pixel != *run; });
    append(bytes, static_cast<std::uint32_t>(end - run), {0});
    append(bytes, *run, {24, 16, 8, 0});
    run = end;
  }
  return bytes;
}

// Empty when it is none, or more than the largest logo.
Bytes from_base64(std::string_view text) {
  Bytes bytes(kHead + kMostPixels * kRun);
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                        kBase64) != 0 ||
      end != text.data() + text.size())
    return {};
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string logo_text(const Logo& logo) {
  const Bytes bytes = packed(logo);
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
  text.pop_back();  // the end that C wants
  return text;
}

std::optional<Logo> logo_from_text(std::string_view text) {
  const Bytes bytes = from_base64(text);
  if (bytes.size() < kHead || (bytes.size() - kHead) % kRun != 0) return std::nullopt;
  Logo logo;
  logo.size = {static_cast<int>(number(bytes, 0, 2)), static_cast<int>(number(bytes, 2, 2))};
  if (logo.size.width < 1 || logo.size.height < 1 || fitted(logo.size, kLargestLogo) != logo.size)
    return std::nullopt;
  const std::size_t count =
      static_cast<std::size_t>(logo.size.width) * static_cast<std::size_t>(logo.size.height);
  logo.pixels.reserve(count);
  for (std::size_t at = kHead; at < bytes.size(); at += kRun) {
    const std::size_t length = bytes[at];
    if (length == 0 || length > count - logo.pixels.size()) return std::nullopt;
    logo.pixels.insert(logo.pixels.end(), length, number(bytes, at + 1, 4));
  }
  if (logo.pixels.size() != count) return std::nullopt;
  return logo;
}

}  // namespace tertulia::formats
