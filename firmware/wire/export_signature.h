// SPDX-License-Identifier: Apache-2.0
// The file NAME.jsonl.signature beside an export: which device wrote NAME.jsonl, and its signature. Decoding
// takes bytes from outside.
//
//   Tertulia export 1
//   source /trt/PROGRAMME/DEVICE
//   sha256 HEX                        of NAME.jsonl
//   signature BASE64                  of signed_text(), by the key of the certificate
//   -----BEGIN CERTIFICATE----- ...   of the device, as `tertulia-hub enrol` made it
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/wire/topics.h"

namespace tertulia::wire {

inline constexpr std::string_view kSignatureEnding = ".signature";

struct ExportSignature {
  Origin origin;
  std::string sha256;       // lower-case hex
  std::string signature;    // bytes
  std::string certificate;  // PEM
};
[[nodiscard]] std::string encode(const ExportSignature& signature);
[[nodiscard]] Result<ExportSignature> decode_export_signature(std::string_view text);

// What a device signs, so that the signature is good for nothing else.
[[nodiscard]] std::string signed_text(const Origin& origin, std::string_view sha256);

}  // namespace tertulia::wire
