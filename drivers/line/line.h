// SPDX-License-Identifier: Apache-2.0
// A connected socket, sealed by TLS where that is wanted. It never blocks: what cannot be sent yet waits in
// it, and what has come is taken out of it. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "drivers/line/tls.h"
#include "firmware/files/descriptor.h"

namespace tertulia {

class Line {
 public:
  static constexpr std::size_t kMostReceived = 64UL * 1024;  // by one receive()

  // `socket` is connected and does not block. `tls`: none for plain text.
  explicit Line(Descriptor socket, std::unique_ptr<Tls> tls = {});

  // Ready for send(): in TLS, once the handshake is done.
  [[nodiscard]] bool is_open() const { return !tls_ || tls_->is_open(); }
  // What has come, without waiting. Also carries the handshake on.
  [[nodiscard]] std::string receive();
  // Takes all of it, and sends what the socket takes now.
  void send(std::string_view bytes);
  // Sends what waits, as far as the socket takes it now.
  void flush();

  [[nodiscard]] std::size_t backlog() const { return waiting_.size(); }  // bytes that wait for the socket
  [[nodiscard]] int socket() const { return socket_.get(); }
  // There may be more than the last receive() returned, and poll() need not know of it.
  [[nodiscard]] bool has_more() const { return has_more_; }

  // Why nothing comes any more; none while something may. What came before has been returned.
  [[nodiscard]] const std::optional<std::string>& end() const { return end_; }
  [[nodiscard]] std::optional<TlsFailure> failure() const;

 private:
  void take_sealed();
  void end(std::string why);

  Descriptor socket_;
  std::unique_ptr<Tls> tls_;
  std::string waiting_;
  bool has_more_ = false;
  bool is_deaf_ = false;  // the other side takes nothing any more; it may still have said why
  std::optional<std::string> end_;
};

}  // namespace tertulia
