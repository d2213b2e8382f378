// SPDX-License-Identifier: Apache-2.0
#include "drivers/line/seen_certificate.h"

#include <ctime>
#include <memory>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "firmware/domain/unseen_characters.h"
#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

struct FreeNames {
  void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

std::string text_of(const ASN1_STRING* string) {
  unsigned char* bytes = nullptr;
  const int size = ASN1_STRING_to_UTF8(&bytes, string);
  if (size < 0) return {};
  std::string text = harmless({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
  OPENSSL_free(bytes);
  return text;
}

std::string name_of(const X509_NAME* name) {
  for (const int part : {NID_commonName, NID_organizationName}) {
    const int at = X509_NAME_get_index_by_NID(name, part, -1);
    if (at < 0) continue;
    if (std::string text = text_of(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at))); !text.empty())
      return text;
  }
  return {};
}

std::string address_text(const ASN1_OCTET_STRING* address) {
  char text[INET6_ADDRSTRLEN] = {};
  const bool is_short = ASN1_STRING_length(address) == sizeof(in_addr);
  if (!is_short && ASN1_STRING_length(address) != sizeof(in6_addr)) return {};
  inet_ntop(is_short ? AF_INET : AF_INET6, ASN1_STRING_get0_data(address), text, sizeof text);
  return text;
}

std::vector<std::string> hosts_of(const X509* certificate) {
  const std::unique_ptr<GENERAL_NAMES, FreeNames> all(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  std::vector<std::string> hosts;
  const int count = all ? sk_GENERAL_NAME_num(all.get()) : 0;
  for (int i = 0; i < count && hosts.size() < kMostSeenNames; ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(all.get(), i);
    std::string host;
    if (name->type == GEN_DNS) host = text_of(name->d.dNSName);
    if (name->type == GEN_IPADD) host = address_text(name->d.iPAddress);
    if (!host.empty()) hosts.push_back(std::move(host));
  }
  return hosts;
}

WallTime time_of(const ASN1_TIME* time) {
  tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return WallTime(std::chrono::seconds(timegm(&parts)));
}

bool steers(char32_t letter) {
  return is_control(letter) || is_line_separator(letter) || is_bidi_mark(letter) || is_bidi_frame(letter);
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string clean;
  std::size_t letters = 0;
  each_code_point(text, [&](const CodePoint& point) {
    if (steers(point.value) || letters > kMostSeenLetters) return;
    if (++letters > kMostSeenLetters)
      clean += "…";
    else
      append_code_point(clean, point.value);
  });
  return clean;
}

SeenCertificate seen_in(const X509* certificate) {
  return {name_of(X509_get_subject_name(certificate)), name_of(X509_get_issuer_name(certificate)),
          hosts_of(certificate), time_of(X509_get0_notBefore(certificate)),
          time_of(X509_get0_notAfter(certificate))};
}

// An address that stands in a certificate as if it were a name is taken too: people who make certificates by
// hand write it so, and libmosquitto takes it.
bool is_for_host(X509* certificate, const std::string& host) {
  return X509_check_host(certificate, host.data(), host.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate, host.c_str(), 0) == 1;
}

TlsFault fault_of(int code, X509* shown, const std::string& host) {
  switch (code) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return TlsFault::kNotYetValid;
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return TlsFault::kExpired;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return TlsFault::kWrongName;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_INVALID_CA:
      return shown && is_for_host(shown, host) ? TlsFault::kOtherAuthority : TlsFault::kStranger;
    default:
      return TlsFault::kOther;
  }
}

}  // namespace tertulia
