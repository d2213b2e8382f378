// SPDX-License-Identifier: Apache-2.0
#include "drivers/openssl/signing.h"

#include <openssl/x509v3.h>

#include "drivers/openssl/handles.h"

namespace tertulia::openssl {
namespace {

using Digest = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Result<std::string> sign(const std::string& key_pem, std::string_view text) {
  TRY(const Key key, key_from(key_pem));
  const Digest digest(EVP_MD_CTX_new());
  std::size_t size = 0;
  const bool begun = digest &&
                     EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
                     EVP_DigestSign(digest.get(), nullptr, &size, bytes_of(text), text.size()) == 1;
  std::string signature(begun ? size : 0, '\0');
  auto* bytes = reinterpret_cast<unsigned char*>(signature.data());
  if (!begun || EVP_DigestSign(digest.get(), bytes, &size, bytes_of(text), text.size()) != 1)
    return Error{"nothing can be signed with the key of this device"};
  signature.resize(size);
  return signature;
}

bool has_signed(const std::string& certificate_pem, std::string_view text, std::string_view signature) {
  const auto certificate = certificate_from(certificate_pem);
  const Digest digest(EVP_MD_CTX_new());
  return certificate.ok() && digest &&
         EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr,
                              X509_get0_pubkey(certificate.value().get())) == 1 &&
         EVP_DigestVerify(digest.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) ==
             1;
}

Outcome check_device(const std::string& certificate_pem, const std::string& authority_pem) {
  TRY(const Certificate certificate, certificate_from(certificate_pem));
  TRY(const Certificate authority, certificate_from(authority_pem));
  if (X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) != 1)
    return Error{"its certificate was not issued by the authority of this programme"};
  if (X509_check_purpose(certificate.get(), X509_PURPOSE_SSL_CLIENT, 0) != 1)
    return Error{"its certificate is not that of a device"};
  return Done{};
}

}  // namespace tertulia::openssl
