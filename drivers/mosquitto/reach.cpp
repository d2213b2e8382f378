// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/reach.h"

#include <cerrno>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include "firmware/files/descriptor.h"

namespace tertulia {
namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

// 0 when the address accepts, else an errno.
int try_address(const addrinfo& address, Milliseconds budget) {
  const Descriptor opened(
      ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol));
  if (!opened.is_open()) return errno;
  if (::connect(opened.get(), address.ai_addr, address.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  pollfd waiting{opened.get(), POLLOUT, 0};
  if (poll(&waiting, 1, static_cast<int>(budget.count())) <= 0) return ETIMEDOUT;
  int error = 0;
  socklen_t size = sizeof error;
  if (getsockopt(opened.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0) return errno;
  return error;
}

}  // namespace

Outcome reach(const std::string& host, int port, Milliseconds budget) {
  const std::string where = host + ":" + std::to_string(port);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int code = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  const std::unique_ptr<addrinfo, FreeAddresses> addresses(found);
  if (code != 0)
    return Error{"Broker " + where + ": " + gai_strerror(code) + ". Check the name and the network"};
  int count = 0;
  for (const auto* each = addresses.get(); each; each = each->ai_next) ++count;
  int error = ETIMEDOUT;
  for (const auto* each = addresses.get(); each; each = each->ai_next) {
    error = try_address(*each, budget / count);
    if (error == 0) return Done{};
  }
  return Error{"Broker " + where + ": " + std::strerror(error) + ". Check that it runs and is reachable"};
}

struct ReachAttempt::Answer {
  std::mutex mutex;
  std::optional<Outcome> outcome;

  void give(Outcome found) {
    const std::lock_guard lock(mutex);
    outcome = std::move(found);
  }
};

ReachAttempt::ReachAttempt(const std::string& host, int port, Milliseconds budget,
                           const std::function<void()>& done)
    : host_(host), port_(port), answer_(std::make_shared<Answer>()) {
  try {
    std::thread([answer = answer_, host, port, budget, done] {
      answer->give(reach(host, port, budget));
      done();
    }).detach();
  } catch (const std::system_error& refused) {
    answer_->give(Error{std::string("Broker: cannot start a thread to look for it: ") + refused.what()});
    done();
  }
}

std::optional<Outcome> ReachAttempt::outcome() const {
  const std::lock_guard lock(answer_->mutex);
  return answer_->outcome;
}

}  // namespace tertulia
