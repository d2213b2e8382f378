// SPDX-License-Identifier: Apache-2.0
#include "drivers/openssl/authority.h"

#include <algorithm>

#include <arpa/inet.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "drivers/openssl/certificates.h"
#include "drivers/openssl/handles.h"

namespace tertulia::openssl {
namespace {

constexpr long kVersion3 = 2;
constexpr int kSerialBits = 127;  // random: nothing to count, nothing to lose
constexpr int kListDays = 3650;   // an expired list would lock everybody out

std::time_t seconds_of(WallTime time) {
  return static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

bool set_validity(X509* certificate, const Validity& validity) {
  // An hour back: the clock of a device may be a little behind.
  std::time_t from = seconds_of(validity.from) - 3600;
  std::time_t now = seconds_of(validity.from);
  return ASN1_TIME_set(X509_getm_notBefore(certificate), from) != nullptr &&
         X509_time_adj_ex(X509_getm_notAfter(certificate), validity.days, 0, &now) != nullptr;
}

bool set_random_serial(X509* certificate) {
  const std::unique_ptr<BIGNUM, Free<BN_free>> number(BN_new());
  return number && BN_rand(number.get(), kSerialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool is_address(const std::string& host) {
  in6_addr ignored{};
  return inet_pton(AF_INET, host.c_str(), &ignored) == 1 || inet_pton(AF_INET6, host.c_str(), &ignored) == 1;
}

// Letters, digits, dots, hyphens and colons: nothing that the configuration language of libcrypto would read
// otherwise.
bool is_host(const std::string& host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':';
  });
}

Result<std::string> alternative_names(const std::vector<std::string>& hosts) {
  std::string names;
  for (const std::string& host : hosts) {
    if (!is_host(host)) return Error{"'" + host + "' is not the name or address of a host"};
    names += (names.empty() ? "" : ",") + std::string(is_address(host) ? "IP:" : "DNS:") + host;
  }
  if (names.empty()) return Error{"a broker's certificate needs the names under which it is reached"};
  return names;
}

Error failed(const std::string& what) { return Error{what + " cannot be made"}; }

}  // namespace

Result<Authority> make_authority(const std::string& name, const Validity& validity) {
  const std::string key_pem = make_key();
  TRY(const Key key, key_from(key_pem));
  TRY(const std::string request_pem, make_request(key_pem, name));
  TRY(const Request request, request_from(request_pem));
  const Certificate certificate(X509_new());
  X509* raw = certificate.get();
  const bool made = X509_set_version(raw, kVersion3) == 1 && set_random_serial(raw) &&
                    X509_set_subject_name(raw, X509_REQ_get_subject_name(request.get())) == 1 &&
                    X509_set_issuer_name(raw, X509_REQ_get_subject_name(request.get())) == 1 &&
                    X509_set_pubkey(raw, key.get()) == 1 && set_validity(raw, validity) &&
                    add_extension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                    add_extension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                    add_extension(raw, raw, NID_subject_key_identifier, "hash") &&
                    X509_sign(raw, key.get(), EVP_sha256()) > 0;
  if (!made) return failed("the authority");
  return Authority{pem_of(raw), key_pem};
}

Result<std::string> issue(const Authority& authority, const Issue& wanted) {
  TRY(const Certificate issuer, certificate_from(authority.certificate));
  TRY(const Key key, key_from(authority.key));
  TRY(const Identity asked, read_request(wanted.request));
  TRY(const Request request, request_from(wanted.request));
  const bool is_server = wanted.purpose.side == Purpose::Side::kServer;
  std::string hosts;
  if (is_server) {
    TRY(hosts, alternative_names(wanted.purpose.hosts));
  }
  const Certificate certificate(X509_new());
  X509* raw = certificate.get();
  const bool made =
      X509_set_version(raw, kVersion3) == 1 && set_random_serial(raw) &&
      add_part(X509_get_subject_name(raw), NID_commonName, asked.common_name) &&
      (wanted.unit.empty() ||
       add_part(X509_get_subject_name(raw), NID_organizationalUnitName, wanted.unit)) &&
      X509_set_issuer_name(raw, X509_get_subject_name(issuer.get())) == 1 &&
      X509_set_pubkey(raw, X509_REQ_get0_pubkey(request.get())) == 1 && set_validity(raw, wanted.validity) &&
      add_extension(raw, issuer.get(), NID_basic_constraints, "critical,CA:FALSE") &&
      add_extension(raw, issuer.get(), NID_key_usage, "critical,digitalSignature") &&
      add_extension(raw, issuer.get(), NID_authority_key_identifier, "keyid:always") &&
      add_extension(raw, issuer.get(), NID_ext_key_usage, is_server ? "serverAuth" : "clientAuth") &&
      (!is_server || add_extension(raw, issuer.get(), NID_subject_alt_name, hosts)) &&
      X509_sign(raw, key.get(), EVP_sha256()) > 0;
  if (!made) return failed("the certificate");
  return pem_of(raw);
}

Result<std::string> revocation_list(const Authority& authority, const std::vector<std::string>& serials,
                                    WallTime now) {
  TRY(const Certificate issuer, certificate_from(authority.certificate));
  TRY(const Key key, key_from(authority.key));
  const RevocationList list(X509_CRL_new());
  std::time_t start = seconds_of(now);
  const Time from(ASN1_TIME_set(nullptr, start - 3600));
  const Time next(X509_time_adj_ex(nullptr, kListDays, 0, &start));
  bool made = X509_CRL_set_version(list.get(), 1) == 1 &&
              X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.get())) == 1 &&
              X509_CRL_set1_lastUpdate(list.get(), from.get()) == 1 &&
              X509_CRL_set1_nextUpdate(list.get(), next.get()) == 1;
  for (const std::string& hex : serials) {
    BIGNUM* parsed = nullptr;
    const bool whole = BN_hex2bn(&parsed, hex.c_str()) == static_cast<int>(hex.size());
    const std::unique_ptr<BIGNUM, Free<BN_free>> number(parsed);
    const Serial serial(whole ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    std::unique_ptr<X509_REVOKED, Free<X509_REVOKED_free>> entry(X509_REVOKED_new());
    made = made && serial && X509_REVOKED_set_serialNumber(entry.get(), serial.get()) == 1 &&
           X509_REVOKED_set_revocationDate(entry.get(), from.get()) == 1 &&
           X509_CRL_add0_revoked(list.get(), entry.get()) == 1;
    if (made) static_cast<void>(entry.release());  // the list owns it now
  }
  made = made && X509_CRL_sort(list.get()) == 1 && X509_CRL_sign(list.get(), key.get(), EVP_sha256()) > 0;
  if (!made) return failed("the list of revoked certificates");
  return pem_of(list.get());
}

}  // namespace tertulia::openssl
