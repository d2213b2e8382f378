// SPDX-License-Identifier: Apache-2.0
// One TLS conversation as a client, without a socket: sealed bytes go in and come out, the owner carries
// them. Who answers is judged by the programme's authority, by the name or address that was asked for, and by
// the kernel's clock. What was wrong with it is kept, so that people can be told. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/seen_certificate.h"

namespace tertulia {

struct TlsFiles {
  std::string ca_file;    // PEM
  std::string cert_file;  // PEM, of this side; empty: none
  std::string key_file;
};

class Tls {
 public:
  // Errors: a file cannot be used; the message names it.
  [[nodiscard]] static Result<std::unique_ptr<Tls>> open(const TlsFiles& files, const std::string& host);
  ~Tls();
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;

  // What came from the other side. Returns its plain text as far as it is complete; before and during the
  // handshake there is none. Errors end the conversation; failure() may say more.
  [[nodiscard]] Result<std::string> receive(std::string_view sealed);
  // Only once is_open().
  [[nodiscard]] Outcome send(std::string_view plain);
  // What the other side has to get.
  [[nodiscard]] std::string take_sealed();

  [[nodiscard]] bool is_open() const { return is_open_; }      // the handshake is done
  [[nodiscard]] bool has_ended() const { return has_ended_; }  // the other side has said that it ends
  [[nodiscard]] const std::optional<TlsFailure>& failure() const;

 private:
  struct Parts;
  explicit Tls(std::unique_ptr<Parts> parts);
  [[nodiscard]] Outcome shake_hands();
  [[nodiscard]] Error failed();

  std::unique_ptr<Parts> parts_;
  bool is_open_ = false;
  bool has_ended_ = false;
  bool has_heard_ = false;  // anything from the other side
};

}  // namespace tertulia
