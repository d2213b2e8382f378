// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/enrolment.h"

#include "firmware/wire/signature.h"

namespace tertulia::wire {
namespace {

constexpr std::string_view kHead = "Tertulia enrolment 1\nhub-key ";
constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----\n";
constexpr std::string_view kEnd = "-----END CERTIFICATE-----\n";
constexpr std::size_t kMostBytes = 32768;

// Cuts one certificate off the front; empty when none begins there.
std::string cut_certificate(std::string_view& text) {
  const auto end = text.find(kEnd);
  if (!text.starts_with(kBegin) || end == std::string_view::npos) return {};
  std::string certificate(text.substr(0, end + kEnd.size()));
  text.remove_prefix(certificate.size());
  return certificate;
}

}  // namespace

std::string encode(const EnrolmentBundle& bundle) {
  return std::string(kHead) + bundle.hub_key + "\n" + bundle.certificate + bundle.authority;
}

Result<EnrolmentBundle> decode_enrolment(std::string_view text) {
  const Error wrong{"not an enrolment that `tertulia-hub enrol` made"};
  if (text.size() > kMostBytes || !text.starts_with(kHead)) return wrong;
  text.remove_prefix(kHead.size());
  const auto line_end = text.find('\n');
  if (line_end == std::string_view::npos) return wrong;
  EnrolmentBundle bundle;
  bundle.hub_key = text.substr(0, line_end);
  if (!PublicKey::parse(bundle.hub_key).ok()) return wrong;
  text.remove_prefix(line_end + 1);
  bundle.certificate = cut_certificate(text);
  bundle.authority = cut_certificate(text);
  if (bundle.certificate.empty() || bundle.authority.empty() || !text.empty()) return wrong;
  return bundle;
}

}  // namespace tertulia::wire
