// SPDX-License-Identifier: Apache-2.0
// Owns the objects of libcrypto and converts them to and from PEM. For the sources of this folder.
#pragma once

#include <memory>
#include <string>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "firmware/domain/result.h"

namespace tertulia::openssl {

template <auto kFree>
struct Free {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Request = std::unique_ptr<X509_REQ, Free<X509_REQ_free>>;
using RevocationList = std::unique_ptr<X509_CRL, Free<X509_CRL_free>>;
using Serial = std::unique_ptr<ASN1_INTEGER, Free<ASN1_INTEGER_free>>;
using Time = std::unique_ptr<ASN1_TIME, Free<ASN1_TIME_free>>;

[[nodiscard]] Result<Key> key_from(const std::string& pem);
[[nodiscard]] Result<Certificate> certificate_from(const std::string& pem);
[[nodiscard]] Result<Request> request_from(const std::string& pem);
[[nodiscard]] std::string pem_of(EVP_PKEY* key);  // PKCS 8, not encrypted
[[nodiscard]] std::string pem_of(X509* certificate);
[[nodiscard]] std::string pem_of(X509_REQ* request);
[[nodiscard]] std::string pem_of(X509_CRL* list);

// The part of the name with this number (NID_...); empty when there is none or several.
[[nodiscard]] std::string the_one(const X509_NAME* name, int nid);
[[nodiscard]] std::string common_name(const X509_NAME* name);
// Adds such a part. False: it is longer than X.509 allows, or no UTF-8.
[[nodiscard]] bool add_part(X509_NAME* name, int nid, const std::string& text);

}  // namespace tertulia::openssl
