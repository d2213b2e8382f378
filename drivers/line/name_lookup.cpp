// SPDX-License-Identifier: Apache-2.0
#include "drivers/line/name_lookup.h"

#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <netdb.h>

namespace tertulia {
namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

NameLookup::Answer look_up(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int code = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  const std::unique_ptr<addrinfo, FreeAddresses> list(found);
  if (code != 0)
    return Error{"Broker " + host + ": " + gai_strerror(code) + ". Check the name and the network"};
  std::vector<SocketAddress> addresses;
  for (const addrinfo* each = list.get(); each; each = each->ai_next) {
    SocketAddress address;
    if (each->ai_addrlen > sizeof address.bytes) continue;
    std::memcpy(&address.bytes, each->ai_addr, each->ai_addrlen);
    address.size = each->ai_addrlen;
    addresses.push_back(address);
  }
  if (addresses.empty()) return Error{"Broker " + host + ": the name has no address. Check the name"};
  return in_turns(addresses);
}

}  // namespace

struct NameLookup::Shared {
  std::mutex mutex;
  std::optional<Answer> answer;

  void give(Answer found) {
    const std::lock_guard lock(mutex);
    answer = std::move(found);
  }
};

NameLookup::NameLookup(const std::string& host, int port, const std::function<void()>& done)
    : host_(host), port_(port), shared_(std::make_shared<Shared>()) {
  try {
    std::thread([shared = shared_, host, port, done] {
      shared->give(look_up(host, port));
      done();
    }).detach();
  } catch (const std::system_error& refused) {
    shared_->give(Error{std::string("Broker: cannot start a thread to look for it: ") + refused.what()});
    done();
  }
}

std::optional<NameLookup::Answer> NameLookup::answer() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->answer;
}

}  // namespace tertulia
