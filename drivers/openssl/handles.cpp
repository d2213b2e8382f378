// SPDX-License-Identifier: Apache-2.0
#include "drivers/openssl/handles.h"

#include <openssl/pem.h>

namespace tertulia::openssl {
namespace {

Bio reading(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// No question at the terminal for a password.
int no_password(char*, int, int, void*) { return 0; }

template <class Write>
std::string written(Write write) {
  const Bio bio(BIO_new(BIO_s_mem()));
  if (!bio || write(bio.get()) != 1) return {};
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

}  // namespace

Result<Key> key_from(const std::string& pem) {
  Key key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, no_password, nullptr));
  if (!key) return Error{"not a private key in PEM"};
  return key;
}

Result<Certificate> certificate_from(const std::string& pem) {
  Certificate certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, no_password, nullptr));
  if (!certificate) return Error{"not a certificate in PEM"};
  return certificate;
}

Result<Request> request_from(const std::string& pem) {
  Request request(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, no_password, nullptr));
  if (!request) return Error{"not a certificate request in PEM"};
  return request;
}

std::string pem_of(EVP_PKEY* key) {
  return written([key](BIO* bio) {
    return PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
  });
}
std::string pem_of(X509* certificate) {
  return written([certificate](BIO* bio) { return PEM_write_bio_X509(bio, certificate); });
}
std::string pem_of(X509_REQ* request) {
  return written([request](BIO* bio) { return PEM_write_bio_X509_REQ(bio, request); });
}
std::string pem_of(X509_CRL* list) {
  return written([list](BIO* bio) { return PEM_write_bio_X509_CRL(bio, list); });
}

std::string common_name(const X509_NAME* name) { return the_one(name, NID_commonName); }

bool add_part(X509_NAME* name, int nid, const std::string& text) {
  return X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(text.data()),
                                    static_cast<int>(text.size()), -1, 0) == 1;
}

std::string the_one(const X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0 || X509_NAME_get_index_by_NID(name, nid, at) >= 0) return {};
  unsigned char* text = nullptr;
  const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  if (size < 0) return {};
  std::string found(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  OPENSSL_free(text);
  return found;
}

}  // namespace tertulia::openssl
