// SPDX-License-Identifier: Apache-2.0
// A server that shakes hands in TLS with whatever certificate a test gives it, says prepared bytes to each
// guest, and then listens until that one leaves. Its thread ends with this object.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/eventfd.h>

#include "firmware/files/descriptor.h"
#include "tests/support/loopback.h"

namespace tertulia {

class TlsServer {
 public:
  struct Identity {
    std::string certificate;  // PEM
    std::string key;          // PEM
    std::string
        guests_by;  // PEM of an authority: guests must show a certificate of it; empty: they need none
  };

  explicit TlsServer(const Identity& identity, std::string words = {})
      : words_(std::move(words)), context_(make_context(identity), &SSL_CTX_free) {
    sockaddr_in address = loopback(0);
    bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(listener_.get(), 5);
    thread_ = std::thread([this] { serve(); });
  }
  ~TlsServer() {
    eventfd_write(stop_.get(), 1);
    thread_.join();
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  [[nodiscard]] int port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
  }
  // Guests that accepted the certificate.
  [[nodiscard]] int trusted_by() const { return trusted_by_; }
  // The name that the newest guest asked for (SNI); empty: it asked for none.
  [[nodiscard]] bool asked_for(const std::string& name) const {
    return asked_for_ == std::hash<std::string>()(name);
  }

 private:
  static SSL_CTX* make_context(const Identity& identity) {
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    BIO* bio = BIO_new_mem_buf(identity.certificate.data(), static_cast<int>(identity.certificate.size()));
    X509* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, certificate);
    X509_free(certificate);
    BIO_free(bio);
    bio = BIO_new_mem_buf(identity.key.data(), static_cast<int>(identity.key.size()));
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    SSL_CTX_use_PrivateKey(context, key);
    EVP_PKEY_free(key);
    BIO_free(bio);
    if (identity.guests_by.empty()) return context;
    bio = BIO_new_mem_buf(identity.guests_by.data(), static_cast<int>(identity.guests_by.size()));
    X509* authority = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority);
    X509_free(authority);
    BIO_free(bio);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return context;
  }

  // False when the server has to stop.
  bool wait_for(int fd) const {
    std::array<pollfd, 2> watched = {{{stop_.get(), POLLIN, 0}, {fd, POLLIN, 0}}};
    return poll(watched.data(), watched.size(), -1) > 0 && watched[0].revents == 0;
  }

  void serve() {
    while (wait_for(listener_.get())) {
      const Descriptor guest(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
      if (guest.is_open()) attend(guest.get());
    }
  }

  void attend(int guest) {
    const std::unique_ptr<SSL, decltype(&SSL_free)> session(SSL_new(context_.get()), &SSL_free);
    SSL_set_fd(session.get(), guest);
    for (int code = 0; code != 1;) {
      code = SSL_accept(session.get());
      if (const char* name = SSL_get_servername(session.get(), TLSEXT_NAMETYPE_host_name))
        asked_for_ = std::hash<std::string>()(name);
      if (code != 1 && (SSL_get_error(session.get(), code) != SSL_ERROR_WANT_READ || !wait_for(guest)))
        return;
    }
    ++trusted_by_;
    if (!words_.empty()) SSL_write(session.get(), words_.data(), static_cast<int>(words_.size()));
    std::array<char, 4096> heard{};
    while (wait_for(guest)) {
      const int size = SSL_read(session.get(), heard.data(), static_cast<int>(heard.size()));
      if (size <= 0 && SSL_get_error(session.get(), size) != SSL_ERROR_WANT_READ) return;
    }
  }

  const std::string words_;
  const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  const Descriptor stop_{eventfd(0, EFD_CLOEXEC)};
  const Descriptor listener_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  std::atomic<int> trusted_by_ = 0;
  std::atomic<std::size_t> asked_for_ = 0;
  std::thread thread_;
};

}  // namespace tertulia
