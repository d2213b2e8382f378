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

#include "drivers/line/address_race.h"
#include "drivers/line/line.h"
#include "drivers/line/name_lookup.h"
#include "drivers/linux/clock.h"
#include "drivers/mosquitto/handle.h"
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

constexpr std::size_t kMostBacklog = 64UL * 1024;  // bytes that wait for the line

// poll() with a timeout in nanoseconds; none waits for ever. False when nothing happened.
bool poll_for(std::vector<pollfd>& watched, std::optional<BootTime> duration) {
  timespec timeout{};
  if (duration) {
    const auto left = std::max(*duration, BootTime(0));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    timeout = {static_cast<time_t>(seconds.count()), static_cast<long>((left - seconds).count())};
  }
  return ppoll(watched.data(), watched.size(), duration ? &timeout : nullptr, nullptr) > 0;
}

}  // namespace

// One attempt, from the name to its end.
struct MosquittoBroker::Connection {
  struct Attempt {
    BrokerAddress address;
    std::optional<Will> will;
  };

  // Shared with the thread of a NameLookup, which may outlive this.
  std::shared_ptr<WakeUp> wake_up = std::make_shared<WakeUp>();
  // Outlives an attempt that was given up, so that one host never has two threads that wait for its name.
  std::optional<NameLookup> lookup;
  bool is_older_lookup = false;     // it was begun for an attempt before this one
  std::optional<Attempt> attempt;   // until its handle is open
  std::optional<AddressRace> race;  // until an address took the connection
  std::optional<Line> line;
  std::unique_ptr<Handle> handle;  // none: there is nobody to speak MQTT with
  std::chrono::seconds keep_alive{30};
  std::vector<BrokerEvent> events;  // not yet returned

  void drop() {
    attempt.reset();
    race.reset();
    handle.reset();
    line.reset();
    events.clear();
  }
  void start(const BrokerAddress& address, const std::optional<Will>& will);
  void follow();
  void watch(std::vector<pollfd>& watched) const;
  [[nodiscard]] std::optional<BootTime> due() const;
  void carry_out();

 private:
  void look_up();
  void follow_lookup();
  void follow_race();
  void follow_handshake();
  [[nodiscard]] bool is_choked() const;
  void follow_handle();
  void fail(broker_event::Lost lost);
  [[nodiscard]] broker_event::Lost end_of_line() const;
};

void MosquittoBroker::Connection::start(const BrokerAddress& address, const std::optional<Will>& will) {
  drop();
  attempt.emplace(Attempt{address, will});
  is_older_lookup = lookup && lookup->is_for(address.host, address.port) && !lookup->answer();
  if (!is_older_lookup) look_up();
}

void MosquittoBroker::Connection::look_up() {
  is_older_lookup = false;
  lookup.emplace(attempt->address.host, attempt->address.port, [wake_up = wake_up] { wake_up->ring(); });
}

// Goes as far as it can without waiting.
void MosquittoBroker::Connection::follow() {
  if (attempt && !race && !line) follow_lookup();
  if (race) follow_race();
  if (attempt && line) follow_handshake();
  if (handle) follow_handle();
}

void MosquittoBroker::Connection::follow_lookup() {
  const auto answer = lookup->answer();
  if (!answer) return;
  // What failed a while ago may be cured by now, and this attempt has not asked yet.
  if (!answer->ok() && is_older_lookup) return look_up();
  if (!answer->ok()) return fail({0, answer->error().message, broker_event::LostBy::kName});
  race.emplace(answer->value());
  events.emplace_back(broker_event::Reached{ConnectionStep::kAddress});
}

void MosquittoBroker::Connection::follow_race() {
  auto won = race->advance(kernel_boot_time());
  if (!won) return;
  race.reset();
  const BrokerAddress& address = attempt->address;
  const std::string where = address.host + ":" + std::to_string(address.port);
  if (!won->ok())
    return fail(
        {0, "Broker " + where + ": " + won->error().message + ". Check that it runs and is reachable"});
  std::unique_ptr<Tls> tls;
  if (!address.ca_file.empty()) {
    auto opened = Tls::open({address.ca_file, address.cert_file, address.key_file}, address.host);
    if (!opened.ok())
      return fail({0, opened.error().message, broker_event::LostBy::kTls,
                   TlsFailure{TlsFault::kOwnUnusable, {}, address.host, {}}});
    tls = std::move(opened).value();
    events.emplace_back(broker_event::Reached{ConnectionStep::kTls});
  }
  line.emplace(std::move(*won).value(), std::move(tls));
}

void MosquittoBroker::Connection::follow_handshake() {
  std::string early = line->is_open() ? std::string() : line->receive();
  if (line->end()) return fail(end_of_line());
  if (!line->is_open()) return;
  auto opened = Handle::open(attempt->address, attempt->will);
  if (!opened.ok()) return fail({0, opened.error().message});
  handle = std::move(opened).value();
  keep_alive = std::chrono::seconds(attempt->address.keep_alive_seconds);
  attempt.reset();
  events.emplace_back(broker_event::Reached{ConnectionStep::kAnswer});
  if (!early.empty()) handle->take_incoming(early);
}

// Who does not take what we must answer is not read from either: what waits here stays small, whatever the
// other side does.
bool MosquittoBroker::Connection::is_choked() const {
  return handle && handle->is_choked() && line->backlog() > 0;
}

// Carries the bytes both ways.
void MosquittoBroker::Connection::follow_handle() {
  carry_out();
  handle->take_incoming(is_choked() ? std::string() : line->receive());
  carry_out();
  if (line->end()) handle->line_ended(end_of_line());
  for (BrokerEvent& event : handle->take_events()) events.push_back(std::move(event));
  if (!handle->ended()) return;
  handle.reset();
  line.reset();
}

// From libmosquitto to the line.
void MosquittoBroker::Connection::carry_out() {
  line->flush();
  while (line->backlog() < kMostBacklog) {
    const std::string bytes = handle->take_outgoing();
    if (bytes.empty()) return;
    line->send(bytes);
  }
}

void MosquittoBroker::Connection::watch(std::vector<pollfd>& watched) const {
  if (race) race->watch(watched);
  if (!line) return;
  const int wanted = (is_choked() ? 0 : POLLIN) | (line->backlog() > 0 ? POLLOUT : 0);
  watched.push_back({line->socket(), static_cast<short>(wanted), 0});
}

// When follow() is wanted although nothing happens: for the next address, and for pings and the watch over
// their answers.
std::optional<BootTime> MosquittoBroker::Connection::due() const {
  if (race) return race->due();
  if (!handle) return std::nullopt;
  return kernel_boot_time() + (line->has_more() ? BootTime(0) : BootTime(keep_alive) / 2);
}

broker_event::Lost MosquittoBroker::Connection::end_of_line() const {
  broker_event::Lost lost{0, "Broker: " + *line->end()};
  lost.tls = line->failure();
  if (lost.tls) lost.by = broker_event::LostBy::kTls;
  return lost;
}

void MosquittoBroker::Connection::fail(broker_event::Lost lost) {
  drop();
  events.emplace_back(std::move(lost));
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
  connection_->start(address, will);
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
  if (connection_->handle) {
    connection_->handle->disconnect();
    connection_->carry_out();
    const BootTime until = kernel_boot_time() + kGoodbyeBudget;
    while (connection_->line->backlog() > 0 && kernel_boot_time() < until) {
      pollfd waiting{connection_->line->socket(), POLLOUT, 0};
      if (poll(&waiting, 1, static_cast<int>(kGoodbyeBudget.count() / 10)) < 0) break;
      connection_->carry_out();
    }
  }
  connection_->drop();
}

void MosquittoBroker::abandon() { connection_->drop(); }

void MosquittoBroker::wake() { connection_->wake_up->ring(); }

std::vector<BrokerEvent> MosquittoBroker::wait(std::optional<BootTime> until) {
  connection_->follow();
  if (connection_->events.empty()) {
    std::vector<pollfd> watched = {{connection_->wake_up->fd(), POLLIN, 0}};
    connection_->watch(watched);
    std::optional<BootTime> duration;
    if (const auto next = earliest(until, connection_->due())) duration = *next - kernel_boot_time();
    poll_for(watched, duration);
    if (watched.front().revents != 0) connection_->wake_up->clear();
    connection_->follow();
  }
  return std::exchange(connection_->events, {});
}

}  // namespace tertulia
