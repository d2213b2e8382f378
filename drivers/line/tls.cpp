// SPDX-License-Identifier: Apache-2.0
#include "drivers/line/tls.h"

#include <array>
#include <chrono>
#include <utility>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include "drivers/line/seen_certificate.h"

namespace tertulia {
namespace {

template <auto kFree>
struct Free {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};
using Context = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Free<SSL_free>>;

// What a judge of certificates needs to know, and what it found.
struct Judgement {
  std::string host;
  std::optional<TlsFailure> failure;

  [[nodiscard]] TlsFailure failure_by(TlsFault fault) const {
    return {fault, {}, harmless(host), std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())};
  }
};

// The reason of the newest error of the library, which is forgotten then.
struct LibraryError {
  int reason = 0;
  std::string text;
};
LibraryError take_error() {
  const unsigned long code = ERR_peek_error();  // the first is the cause, the others are its consequences
  ERR_clear_error();
  if (code == 0) return {};
  const char* text = ERR_reason_error_string(code);
  return {ERR_GET_REASON(code), text ? text : "error " + std::to_string(code)};
}

// Called for each fault of a chain of certificates, while the library judges it. Never lets a fault pass,
// but for an address that stands in the certificate as a name.
int judge(int is_well, X509_STORE_CTX* chain) {
  if (is_well == 1) return 1;
  const auto* session =
      static_cast<SSL*>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
  auto* judgement = static_cast<Judgement*>(SSL_get_app_data(session));
  X509* shown = X509_STORE_CTX_get0_cert(chain);
  X509* faulty = X509_STORE_CTX_get_current_cert(chain);
  const int code = X509_STORE_CTX_get_error(chain);
  if (code == X509_V_ERR_IP_ADDRESS_MISMATCH && shown && is_for_host(shown, judgement->host)) {
    X509_STORE_CTX_set_error(chain, X509_V_OK);
    return 1;
  }
  TlsFailure failure = judgement->failure_by(fault_of(code, shown, judgement->host));
  const bool is_date = failure.fault == TlsFault::kNotYetValid || failure.fault == TlsFault::kExpired;
  if (X509* told = is_date && faulty ? faulty : shown) failure.certificate = seen_in(told);
  judgement->failure = std::move(failure);
  return 0;
}

Outcome use_files(SSL_CTX* context, const TlsFiles& files) {
  const auto cannot = [](const std::string& file) {
    return Error{"Broker: cannot use the certificates " + file + ": " + take_error().text +
                 ". Check the file, or enrol again"};
  };
  ERR_clear_error();
  if (SSL_CTX_load_verify_locations(context, files.ca_file.c_str(), nullptr) != 1)
    return cannot(files.ca_file);
  if (files.cert_file.empty()) return Done{};
  // A key with a pass phrase would ask the console for it.
  SSL_CTX_set_default_passwd_cb(context, [](char*, int, int, void*) { return 0; });
  if (SSL_CTX_use_certificate_chain_file(context, files.cert_file.c_str()) != 1)
    return cannot(files.cert_file);
  if (SSL_CTX_use_PrivateKey_file(context, files.key_file.c_str(), SSL_FILETYPE_PEM) != 1)
    return cannot(files.key_file);
  if (SSL_CTX_check_private_key(context) != 1) return cannot(files.cert_file + " with " + files.key_file);
  return Done{};
}

// An alert of the other side about our certificate (RFC 8446, section 6.2; RFC 5246, section 7.2).
bool is_about_us(int reason) {
  constexpr std::array kAlerts = {42, 43, 44, 45, 46, 48, 49, 116};
  for (const int alert : kAlerts)
    if (reason == SSL_AD_REASON_OFFSET + alert) return true;
  return false;
}

// SSL_set_tlsext_host_name() without its cast in the style of C.
long ask_for(SSL* session, std::string host) {
  return SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data());
}

// The first byte of whatever TLS says is that of a handshake or an alert (RFC 8446, section 5.1).
bool is_tls(char first) { return first == 21 || first == 22; }

}  // namespace

struct Tls::Parts {
  Context context;
  Judgement judgement;  // outlives the session, which points at it
  Session session;
  BIO* incoming = nullptr;  // both belong to the session
  BIO* outgoing = nullptr;
};

Tls::Tls(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Tls::~Tls() = default;

Result<std::unique_ptr<Tls>> Tls::open(const TlsFiles& files, const std::string& host) {
  auto parts = std::make_unique<Parts>();
  parts->context.reset(SSL_CTX_new(TLS_client_method()));
  if (!parts->context) return Error{"Broker: TLS cannot be used: " + take_error().text};
  SSL_CTX* context = parts->context.get();
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context,
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, &judge);
  TRY_DONE(use_files(context, files));
  parts->judgement.host = host;
  parts->session.reset(SSL_new(context));
  SSL* session = parts->session.get();
  parts->incoming = BIO_new(BIO_s_mem());
  parts->outgoing = BIO_new(BIO_s_mem());
  if (!session || !parts->incoming || !parts->outgoing) return Error{"Broker: no memory is left for TLS"};
  BIO_set_mem_eof_return(parts->incoming, -1);  // empty means: later
  SSL_set_bio(session, parts->incoming, parts->outgoing);
  SSL_set_app_data(session, &parts->judgement);
  X509_VERIFY_PARAM* wanted = SSL_get0_param(session);
  const bool is_address = X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) == 1;
  const bool is_set = is_address || (X509_VERIFY_PARAM_set1_host(wanted, host.data(), host.size()) == 1 &&
                                     ask_for(session, host) == 1);
  if (!is_set) return Error{"Broker: TLS cannot ask for the host " + host + ". Check its name"};
  SSL_set_connect_state(session);
  auto tls = std::unique_ptr<Tls>(new Tls(std::move(parts)));
  TRY_DONE(tls->shake_hands());
  return tls;
}

const std::optional<TlsFailure>& Tls::failure() const { return parts_->judgement.failure; }

std::string Tls::take_sealed() {
  std::string sealed(static_cast<std::size_t>(BIO_ctrl_pending(parts_->outgoing)), '\0');
  if (sealed.empty()) return sealed;
  const int size = BIO_read(parts_->outgoing, sealed.data(), static_cast<int>(sealed.size()));
  sealed.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return sealed;
}

Outcome Tls::shake_hands() {
  ERR_clear_error();
  const int code = SSL_do_handshake(parts_->session.get());
  is_open_ = code == 1;
  if (is_open_ || SSL_get_error(parts_->session.get(), code) == SSL_ERROR_WANT_READ) return Done{};
  return failed();
}

Error Tls::failed() {
  const LibraryError error = take_error();
  auto& failure = parts_->judgement.failure;
  if (!failure && is_about_us(error.reason)) failure = parts_->judgement.failure_by(TlsFault::kOwnRefused);
  return Error{"TLS: " + (error.text.empty() ? "the conversation broke off" : error.text)};
}

Result<std::string> Tls::receive(std::string_view sealed) {
  if (!has_heard_ && !sealed.empty() && !is_tls(sealed.front())) {
    parts_->judgement.failure = parts_->judgement.failure_by(TlsFault::kNoTls);
    return Error{"TLS: what answers does not speak it"};
  }
  has_heard_ = has_heard_ || !sealed.empty();
  if (!sealed.empty() && BIO_write(parts_->incoming, sealed.data(), static_cast<int>(sealed.size())) <= 0)
    return Error{"TLS: no memory is left"};
  if (!is_open_) TRY_DONE(shake_hands());
  std::string plain;
  std::array<char, 16384> piece{};
  while (is_open_) {
    ERR_clear_error();
    const int size = SSL_read(parts_->session.get(), piece.data(), static_cast<int>(piece.size()));
    if (size > 0) {
      plain.append(piece.data(), static_cast<std::size_t>(size));
      continue;
    }
    const int why = SSL_get_error(parts_->session.get(), size);
    if (why == SSL_ERROR_WANT_READ) break;
    if (why != SSL_ERROR_ZERO_RETURN) return failed();
    has_ended_ = true;
    break;
  }
  return plain;
}

Outcome Tls::send(std::string_view plain) {
  if (plain.empty()) return Done{};
  ERR_clear_error();
  // The bytes go into memory, so all of them are taken at once.
  const int size = SSL_write(parts_->session.get(), plain.data(), static_cast<int>(plain.size()));
  if (size == static_cast<int>(plain.size())) return Done{};
  return failed();
}

}  // namespace tertulia
