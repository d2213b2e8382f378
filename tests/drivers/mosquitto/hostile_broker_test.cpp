// SPDX-License-Identifier: Apache-2.0
// A device keeps its memory whatever a broker sends (firmware/docs/trust.md, "Who is trusted with what").
#include <atomic>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#ifdef TERTULIA_SANITIZED
// <sanitizer/allocator_interface.h>, which g++ does not have.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

#include "drivers/mosquitto/mosquitto_broker.h"
#include "firmware/files/descriptor.h"
#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/support/loopback.h"

namespace tertulia {
namespace {

constexpr std::size_t kMega = 1'000'000;
// Caches of the allocator; far from what is poured.
constexpr std::size_t kMostGrowth = 24 * kMega;

// A sanitizer keeps for a while what was given back, and counts for itself.
std::size_t bytes_in_use() {
#ifdef TERTULIA_SANITIZED
  return __sanitizer_get_current_allocated_bytes();
#else
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
#endif
}

// Takes one guest, answers its CONNECT, and pours: `first`, then `again` for ever, as fast as the guest takes
// it. Reads nothing more.
class PouringServer {
 public:
  PouringServer(std::string first, std::string again) {
    sockaddr_in address = loopback(0);
    bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(listener_.get(), 1);
    thread_ = std::thread([this, first = std::move(first), again = std::move(again)] {
      const Descriptor guest(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      char connect[4096];
      if (read(guest.get(), connect, sizeof connect) <= 0) return;
      bool goes_on = pour(guest.get(), std::string("\x20\x03\0\0\0", 5) + first);
      while (goes_on && !is_over_) goes_on = pour(guest.get(), again);
    });
  }
  ~PouringServer() {
    is_over_ = true;
    shutdown(listener_.get(), SHUT_RDWR);
    thread_.join();
  }
  PouringServer(const PouringServer&) = delete;
  PouringServer& operator=(const PouringServer&) = delete;

  [[nodiscard]] BrokerAddress address() const {
    sockaddr_in own{};
    socklen_t size = sizeof own;
    getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&own), &size);
    BrokerAddress address;
    address.client_id = "device";
    address.port = ntohs(own.sin_port);
    return address;
  }
  [[nodiscard]] std::size_t poured() const { return poured_; }

 private:
  bool pour(int guest, const std::string& bytes) {
    timeval patience{0, 100'000};  // so that it sees that it is over
    setsockopt(guest, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    for (std::size_t sent = 0; sent < bytes.size();) {
      const ssize_t size = send(guest, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (size < 0 && (errno != EAGAIN || is_over_)) return false;
      if (size > 0) sent += static_cast<std::size_t>(size), poured_ += static_cast<std::size_t>(size);
    }
    return true;
  }

  const Descriptor listener_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  std::atomic<bool> is_over_ = false;
  std::atomic<std::size_t> poured_ = 0;
  std::thread thread_;
};

class a_hostile_broker : public testing::Test {
 protected:
  MosquittoLibrary library;
  std::unique_ptr<MosquittoBroker> broker = std::move(MosquittoBroker::open(library)).value();
  Dialogue device{*broker};
};

TEST_F(a_hostile_broker, that_announces_200_MB_is_left_and_costs_no_memory) {
  const std::size_t before = bytes_in_use();
  const PouringServer server("\x32\x80\x84\xAF\x5F",
                             std::string(kMega, 'x'));  // PUBLISH of 200,000,000 bytes
  ASSERT_TRUE(broker->connect(server.address(), {}).ok());
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost) << server.poured() << " bytes were taken";
  EXPECT_EQ(lost->by, broker_event::LostBy::kBadPacket);
  EXPECT_NE(lost->text.find("200000000 bytes"), std::string::npos) << lost->text;
  EXPECT_LT(bytes_in_use(), before + kMostGrowth);
}

// Each message has to be acknowledged, and the acknowledgements have nowhere to go.
TEST_F(a_hostile_broker, that_takes_no_answers_is_not_read_either) {
  std::string messages;
  while (messages.size() < kMega) messages += std::string("\x32\x07\0\x01t\0\x01\0m", 9);
  const std::size_t before = bytes_in_use();
  const PouringServer server({}, messages);
  ASSERT_TRUE(device.comes_in(server.address()));
  std::size_t received = 0;
  const BootTime end = kernel_now() + std::chrono::seconds(4);
  while (kernel_now() < end) received += broker->wait(end).size();
  EXPECT_GT(received, 1'000U);
  EXPECT_LT(bytes_in_use(), before + kMostGrowth) << received << " messages were taken";
}

}  // namespace
}  // namespace tertulia
