// SPDX-License-Identifier: Apache-2.0
#include "drivers/line/address_race.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>

namespace tertulia {
namespace {

// Small packets go out at once: an answer is one, and a countdown of a room is another.
void send_at_once(int socket) {
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

// An errno; EINPROGRESS while nothing is known.
int state_of(int socket) {
  pollfd asked{socket, POLLOUT, 0};
  if (poll(&asked, 1, 0) <= 0) return EINPROGRESS;
  int error = 0;
  socklen_t size = sizeof error;
  return getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

}  // namespace

std::optional<Result<Descriptor>> AddressRace::advance(BootTime now) {
  while (true) {
    if (auto won = winner()) return Result<Descriptor>(std::move(*won));
    const bool is_round_over = next_ >= addresses_.size();
    if (runners_.empty() && is_round_over) return Result<Descriptor>(Error{std::strerror(error_)});
    // Nobody who runs could still answer: the next one needs no head start.
    if (now < next_at_ && !runners_.empty()) return std::nullopt;
    if (is_round_over) next_ = 0;
    start_next(now);
  }
}

std::optional<Descriptor> AddressRace::winner() {
  for (auto runner = runners_.begin(); runner != runners_.end();) {
    const int state = state_of(runner->get());
    if (state == 0) {
      Descriptor won = std::move(*runner);
      runners_.clear();
      return won;
    }
    if (state == EINPROGRESS) {
      ++runner;
      continue;
    }
    error_ = state;
    next_at_ = next_ < addresses_.size() ? BootTime{} : next_at_;
    runner = runners_.erase(runner);
  }
  return std::nullopt;
}

void AddressRace::start_next(BootTime now) {
  if (next_ == 0) round_began_ = now;
  const SocketAddress& address = addresses_[next_++];
  next_at_ = next_ < addresses_.size() ? now + kHeadStart : round_began_ + kKnockAgain;
  if (runners_.size() >= kMostSockets) return;
  Descriptor runner(::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (runner.is_open()) send_at_once(runner.get());
  const bool begun =
      runner.is_open() && (::connect(runner.get(), address.raw(), address.size) == 0 || errno == EINPROGRESS);
  if (begun)
    runners_.push_back(std::move(runner));
  else
    error_ = errno;
}

void AddressRace::watch(std::vector<pollfd>& watched) const {
  for (const Descriptor& runner : runners_) watched.push_back({runner.get(), POLLOUT, 0});
}

}  // namespace tertulia
