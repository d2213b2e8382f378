// SPDX-License-Identifier: Apache-2.0
// Digests, encodings and identifiers.
#include <array>
#include <cmath>

#include <openssl/evp.h>

#include "firmware/domain/digest.h"
#include "firmware/domain/utf8.h"
#include "firmware/formats/expressions/call.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr double kLongestId = 1000;

const EVP_MD* algorithm_called(std::string_view name) {
  const std::string wanted = upper_ascii(trim(name));
  if (wanted == "MD5") return EVP_md5();
  if (wanted == "SHA-1") return EVP_sha1();
  if (wanted == "SHA-256") return EVP_sha256();
  if (wanted == "SHA-384") return EVP_sha384();
  if (wanted == "SHA-512") return EVP_sha512();
  return nullptr;
}

Value digest(Call& call) {
  const EVP_MD* algorithm = algorithm_called(call.text(1));
  if (algorithm == nullptr) return call.fail("digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512.");
  const std::string text = call.text(0);
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), bytes.data(), &size, algorithm, nullptr) != 1)
    return call.fail("This machine cannot compute the digest: take SHA-256.");
  const std::string encoding = call.size() > 2 ? lower_ascii(trim(call.text(2))) : "base64";
  if (encoding == "hex") return to_hex({bytes.data(), size});
  if (encoding == "base64") return to_base64({bytes.data(), size});
  return call.fail("digest() writes 'hex' or 'base64'.");
}

// Blanks, line ends and missing padding do no harm. Bytes that are no text give none.
Value base64_decode(Call& call) {
  std::string text = call.text(0);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\r' || c == '\n'; });
  text.resize((text.size() + 3) / 4 * 4, '=');
  const auto bytes = from_base64(text);
  return bytes && is_utf8(*bytes) && bytes->find('\0') == std::string::npos ? *bytes : std::string();
}

// Version 4 of RFC 4122; with a length, so many letters and digits.
Value uuid(Call& call) {
  Chance& chance = call.runtime.chance;
  if (call.size() > 0) {
    const double length = std::floor(call.number(0));
    if (!(length >= 0 && length <= kLongestId)) return call.fail("uuid() makes 0 to 1000 characters.");
    constexpr std::string_view kSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string id;
    for (double at = 0; at < length; ++at) id += kSigns[chance.bits() % kSigns.size()];
    return id;
  }
  std::array<std::uint8_t, 16> bytes{};
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(chance.bits() >> 56U);
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  std::string id;
  for (const char digit : to_hex(bytes)) {
    const std::size_t size = id.size();
    if (size == 8 || size == 13 || size == 18 || size == 23) id += '-';
    id += digit;
  }
  return id;
}

constexpr RuntimeFunction kCodeFunctions[] = {
    {"digest", digest},
    {"base64-decode", base64_decode},
    {"uuid", uuid},
};

}  // namespace

std::span<const RuntimeFunction> code_functions() { return kCodeFunctions; }

}  // namespace tertulia::formats
