// SPDX-License-Identifier: Apache-2.0
#include "drivers/openssl/certificates.h"

#include <array>
#include <cstdint>

#include <openssl/sha.h>

#include "drivers/openssl/handles.h"

namespace tertulia::openssl {
namespace {

std::string der_of(EVP_PKEY* key) {
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(key, &der);
  if (size <= 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

bool add_note(X509_REQ* request, const std::string& note) {
  return note.empty() || X509_REQ_add1_attr_by_NID(request, NID_pkcs9_unstructuredName, V_ASN1_IA5STRING,
                                                   reinterpret_cast<const unsigned char*>(note.data()),
                                                   static_cast<int>(note.size())) == 1;
}

// Empty when there is none or several.
std::string note_of(const X509_REQ* request) {
  const int at = X509_REQ_get_attr_by_NID(request, NID_pkcs9_unstructuredName, -1);
  if (at < 0 || X509_REQ_get_attr_by_NID(request, NID_pkcs9_unstructuredName, at) >= 0) return {};
  X509_ATTRIBUTE* attribute = X509_REQ_get_attr(request, at);
  const ASN1_TYPE* value =
      X509_ATTRIBUTE_count(attribute) == 1 ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
  // We write the first one; other programs the second.
  if (!value || (value->type != V_ASN1_IA5STRING && value->type != V_ASN1_UTF8STRING)) return {};
  const ASN1_STRING* text = value->value.asn1_string;
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::string serial_of(const X509* certificate) {
  const std::unique_ptr<BIGNUM, Free<BN_free>> number(
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
  char* hex = number ? BN_bn2hex(number.get()) : nullptr;
  std::string text = hex ? hex : "";
  OPENSSL_free(hex);
  for (char& c : text)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string time_text(const ASN1_TIME* time) {
  tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  std::array<char, 32> text{};
  const auto size = strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

}  // namespace

std::string code_of(const std::string& bytes) {
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789";  // none that look alike
  constexpr std::size_t kLength = 12;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  std::string code;
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i > 0 && i % 4 == 0) code += '-';
    code += kLetters[hash[i] % kLetters.size()];
  }
  return code;
}

std::string make_key() { return pem_of(Key(EVP_EC_gen("P-256")).get()); }

Result<std::string> make_request(const std::string& key_pem, const std::string& common_name,
                                 const std::string& note) {
  TRY(const Key key, key_from(key_pem));
  const Request request(X509_REQ_new());
  X509_NAME* name = X509_REQ_get_subject_name(request.get());
  const bool made = add_part(name, NID_commonName, common_name) &&
                    X509_REQ_set_pubkey(request.get(), key.get()) == 1 && add_note(request.get(), note) &&
                    X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0;
  if (!made) return Error{"a certificate request for '" + common_name + "' cannot be made"};
  return pem_of(request.get());
}

Result<Identity> read_request(const std::string& pem) {
  TRY(const Request request, request_from(pem));
  EVP_PKEY* key = X509_REQ_get0_pubkey(request.get());
  if (!key || X509_REQ_verify(request.get(), key) != 1)
    return Error{"the request is not signed by its own key: it was changed on its way"};
  return Identity{
      common_name(X509_REQ_get_subject_name(request.get())), der_of(key), note_of(request.get()), "", "", ""};
}

Result<Identity> read_certificate(const std::string& pem) {
  TRY(const Certificate certificate, certificate_from(pem));
  const X509_NAME* name = X509_get_subject_name(certificate.get());
  return Identity{common_name(name),
                  der_of(X509_get0_pubkey(certificate.get())),
                  "",
                  the_one(name, NID_organizationalUnitName),
                  serial_of(certificate.get()),
                  time_text(X509_get0_notAfter(certificate.get()))};
}

Result<std::string> public_key_of(const std::string& pem) {
  TRY(const Key key, key_from(pem));
  return der_of(key.get());
}

Outcome check_issued(const std::string& certificate_pem, const std::string& authority_pem,
                     const std::string& key_pem) {
  TRY(const Certificate certificate, certificate_from(certificate_pem));
  TRY(const Certificate authority, certificate_from(authority_pem));
  TRY(const Key key, key_from(key_pem));
  if (X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) != 1)
    return Error{"the certificate was not issued by the authority that came with it"};
  if (X509_check_private_key(certificate.get(), key.get()) != 1)
    return Error{"the certificate is for another key: ask for it again with `tertulia enrol`"};
  return Done{};
}

}  // namespace tertulia::openssl
