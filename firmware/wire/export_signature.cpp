// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/export_signature.h"

#include <algorithm>

#include "firmware/domain/digest.h"

namespace tertulia::wire {
namespace {

constexpr std::string_view kExportHead = "Tertulia export 1\n";
constexpr std::string_view kCertificateBegin = "-----BEGIN CERTIFICATE-----\n";
constexpr std::string_view kCertificateEnd = "-----END CERTIFICATE-----\n";
constexpr std::size_t kMostSignatureBytes = 32768;
constexpr std::size_t kDigestLetters = 64;

// The rest of the line that begins with `label`, which is cut off the front; none when it does not.
std::optional<std::string_view> cut_line(std::string_view& text, std::string_view label) {
  const auto end = text.find('\n');
  if (!text.starts_with(label) || end == std::string_view::npos) return std::nullopt;
  const std::string_view value = text.substr(label.size(), end - label.size());
  text.remove_prefix(end + 1);
  return value;
}

bool is_digest(std::string_view text) {
  return text.size() == kDigestLetters &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_one_certificate(std::string_view text) {
  return text.starts_with(kCertificateBegin) &&
         text.find(kCertificateEnd) == text.size() - kCertificateEnd.size();
}

}  // namespace

std::string encode(const ExportSignature& signature) {
  return std::string(kExportHead) + "source " + source_of(signature.origin) + "\nsha256 " + signature.sha256 +
         "\nsignature " + to_base64(std::string_view(signature.signature)) + "\n" + signature.certificate;
}

Result<ExportSignature> decode_export_signature(std::string_view text) {
  const Error wrong{"it is not a signature that `tertulia export` wrote"};
  if (text.size() > kMostSignatureBytes || !text.starts_with(kExportHead)) return wrong;
  text.remove_prefix(kExportHead.size());
  const auto source = cut_line(text, "source ");
  const auto sha256 = cut_line(text, "sha256 ");
  const auto base64 = cut_line(text, "signature ");
  if (!source || !sha256 || !base64 || !is_digest(*sha256) || !is_one_certificate(text)) return wrong;
  const auto origin = parse_source(*source);
  const auto signature = from_base64(*base64);
  if (!origin || !signature) return wrong;
  return ExportSignature{*origin, std::string(*sha256), *signature, std::string(text)};
}

std::string signed_text(const Origin& origin, std::string_view sha256) {
  return "tertulia-signed-export-v1\n" + source_of(origin) + "\n" + std::string(sha256) + "\n";
}

}  // namespace tertulia::wire
