// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/mosquitto_broker.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>

#include "drivers/linux/clock.h"
#include "drivers/mosquitto/handle.h"
#include "drivers/mosquitto/reach.h"
#include "firmware/files/descriptor.h"

namespace tertulia {
namespace {

class WakeUp {  // an eventfd
 public:
  WakeUp() : event_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
  [[nodiscard]] int fd() const { return event_.get(); }
  void ring() const { [[maybe_unused]] const auto done = eventfd_write(fd(), 1); }
  void clear() const {
    eventfd_t count = 0;
    [[maybe_unused]] const auto done = eventfd_read(fd(), &count);
  }

 private:
  Descriptor event_;
};

// poll() with a timeout in nanoseconds; none waits for ever. False when nothing happened.
template <std::size_t N>
bool poll_for(std::array<pollfd, N>& watched, std::optional<BootTime> duration) {
  timespec timeout{};
  if (duration) {
    const auto left = std::max(*duration, BootTime(0));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    timeout = {static_cast<time_t>(seconds.count()), static_cast<long>((left - seconds).count())};
  }
  return ppoll(watched.data(), watched.size(), duration ? &timeout : nullptr, nullptr) > 0;
}

}  // namespace

struct MosquittoBroker::Connection {
  struct Attempt {
    BrokerAddress address;
    std::optional<Will> will;
  };

  // Shared with the thread of a ReachAttempt, which may outlive this.
  std::shared_ptr<WakeUp> wake_up = std::make_shared<WakeUp>();
  // Outlives an attempt that was given up, so that one host never has two threads that wait for its name.
  std::optional<ReachAttempt> reaching;
  std::optional<Attempt> attempt;  // until the host was reached
  std::unique_ptr<Handle> handle;  // none: not connected
  std::chrono::seconds keep_alive{30};

  void drop() {
    attempt.reset();
    handle.reset();
  }
  void start_reaching(const BrokerAddress& address);
  std::optional<broker_event::Lost> follow_attempt();
};

void MosquittoBroker::Connection::start_reaching(const BrokerAddress& address) {
  if (reaching && reaching->is_for(address.host, address.port) && !reaching->outcome()) return;
  reaching.emplace(address.host, address.port, kReachBudget, [wake_up = wake_up] { wake_up->ring(); });
}

// Opens the handle once the host is reached. libmosquitto resolves the name again, which was answered a
// moment ago. Returns why the attempt failed, if it did.
std::optional<broker_event::Lost> MosquittoBroker::Connection::follow_attempt() {
  if (!attempt) return std::nullopt;
  const auto found = reaching->outcome();
  if (!found) return std::nullopt;
  const Attempt reached = *std::exchange(attempt, std::nullopt);
  if (!found->ok()) return broker_event::Lost{0, found->error().message};
  auto opened = Handle::open(reached.address, reached.will);
  // The host answered, so the fault is a certificate, or this side.
  if (!opened.ok()) return broker_event::Lost{0, opened.error().message, !reached.address.ca_file.empty()};
  handle = std::move(opened).value();
  keep_alive = std::chrono::seconds(reached.address.keep_alive_seconds);
  return std::nullopt;
}

Result<std::unique_ptr<MosquittoBroker>> MosquittoBroker::open(const MosquittoLibrary&) {
  auto connection = std::make_unique<Connection>();
  if (connection->wake_up->fd() < 0)
    return Error{"Broker: cannot make an event descriptor: " + std::string(std::strerror(errno))};
  return std::unique_ptr<MosquittoBroker>(new MosquittoBroker(std::move(connection)));
}

MosquittoBroker::MosquittoBroker(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}
MosquittoBroker::~MosquittoBroker() = default;

Outcome MosquittoBroker::connect(const BrokerAddress& address, const std::optional<Will>& will) {
  connection_->drop();
  connection_->start_reaching(address);
  connection_->attempt.emplace(Connection::Attempt{address, will});
  return Done{};
}

Result<int> MosquittoBroker::publish(const Message& message) {
  if (!connection_->handle) return Error{"Broker: cannot publish: not connected"};
  return connection_->handle->publish(message);
}

Result<int> MosquittoBroker::subscribe(const std::vector<std::string>& filters, int qos) {
  if (!connection_->handle) return Error{"Broker: cannot subscribe: not connected"};
  return connection_->handle->subscribe(filters, qos);
}

void MosquittoBroker::disconnect() {
  if (connection_->handle) connection_->handle->say_goodbye(kGoodbyeBudget);
  connection_->drop();
}

void MosquittoBroker::abandon() { connection_->drop(); }

void MosquittoBroker::wake() { connection_->wake_up->ring(); }

std::vector<BrokerEvent> MosquittoBroker::wait(std::optional<BootTime> until) {
  auto& handle = connection_->handle;
  if (const auto failed = connection_->follow_attempt()) return {*failed};
  std::optional<BootTime> duration;
  if (until) duration = *until - kernel_boot_time();
  if (handle) {
    // Pings and the watch over their answers are only made when loop_misc() is called.
    const BootTime ping = connection_->keep_alive / 2;
    duration = duration ? std::min(*duration, ping) : ping;
    if (handle->is_urgent()) duration = BootTime(0);
  }
  const auto wanted = static_cast<short>(handle && handle->wants_write() ? POLLIN | POLLOUT : POLLIN);
  std::array<pollfd, 2> watched = {
      {{connection_->wake_up->fd(), POLLIN, 0}, {handle ? handle->socket() : -1, wanted, 0}}};
  poll_for(watched, duration);
  if (watched[0].revents != 0) connection_->wake_up->clear();
  if (!handle) return {};
  handle->run(watched[1].revents);
  auto events = handle->take_events();
  if (handle->ended()) handle.reset();
  return events;
}

}  // namespace tertulia
