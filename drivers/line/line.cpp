// SPDX-License-Identifier: Apache-2.0
#include "drivers/line/line.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/socket.h>

namespace tertulia {
namespace {

bool is_later(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

}  // namespace

Line::Line(Descriptor socket, std::unique_ptr<Tls> tls) : socket_(std::move(socket)), tls_(std::move(tls)) {
  take_sealed();  // the first words of the handshake
  flush();
}

std::string Line::receive() {
  std::string plain;
  std::array<char, 16384> piece{};
  has_more_ = false;
  for (std::size_t taken = 0; !end_;) {
    if (taken >= kMostReceived) {
      has_more_ = true;
      break;
    }
    const ssize_t size = ::recv(socket_.get(), piece.data(), piece.size(), 0);
    if (size < 0 && is_later(errno)) break;
    if (size < 0) end(std::strerror(errno));
    if (size == 0) end("the other side has ended the connection");
    if (size <= 0) break;
    taken += static_cast<std::size_t>(size);
    const std::string_view bytes(piece.data(), static_cast<std::size_t>(size));
    if (!tls_) {
      plain += bytes;
      continue;
    }
    auto opened = tls_->receive(bytes);
    take_sealed();  // also after an error: the other side is told why
    if (!opened.ok()) {
      flush();
      end(opened.error().message);
      break;
    }
    plain += opened.value();
    if (tls_->has_ended()) end("the other side has ended the connection");
  }
  flush();
  return plain;
}

void Line::send(std::string_view bytes) {
  if (end_) return;
  if (!tls_) {
    waiting_ += bytes;
  } else if (const auto sealed = tls_->send(bytes); sealed.ok()) {
    take_sealed();
  } else {
    end(sealed.error().message);
  }
  flush();
}

void Line::take_sealed() {
  if (tls_) waiting_ += tls_->take_sealed();
}

void Line::flush() {
  std::size_t sent = 0;
  while (sent < waiting_.size() && !is_deaf_) {
    const ssize_t size = ::send(socket_.get(), waiting_.data() + sent, waiting_.size() - sent, MSG_NOSIGNAL);
    if (size >= 0)
      sent += static_cast<std::size_t>(size);
    else if (is_later(errno))
      break;
    else
      is_deaf_ = true;
  }
  waiting_.erase(0, is_deaf_ ? std::string::npos : sent);
}

void Line::end(std::string why) {
  if (!end_) end_ = std::move(why);
}

std::optional<TlsFailure> Line::failure() const { return tls_ ? tls_->failure() : std::nullopt; }

}  // namespace tertulia
