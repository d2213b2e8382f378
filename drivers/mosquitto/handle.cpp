// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/handle.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "drivers/mosquitto/properties.h"
#include "firmware/domain/limits.h"

namespace tertulia {
namespace {

constexpr std::uint16_t kReceiveMaximum = 20;
constexpr std::uint32_t kMaximumPacket = kLargestMessage;
constexpr int kServerReason = 0x80;    // codes from here on are the server's, below are libmosquitto's own
constexpr std::size_t kPiece = 16384;  // bytes, which the buffer of a socket always takes

std::string words_of(int code) {
  if (code == MOSQ_ERR_ERRNO) return std::strerror(errno);
  return mosquitto_strerror(code);
}

Outcome checked(int code, const std::string& doing) {
  if (code == MOSQ_ERR_SUCCESS) return Done{};
  return Error{"Broker: cannot " + doing + ": " + words_of(code)};
}

const char* path_or_null(const std::string& path) { return path.empty() ? nullptr : path.c_str(); }

Handle& handle_of(void* self) { return *static_cast<Handle*>(self); }

}  // namespace

void Handle::Destroy::operator()(mosquitto* raw) const { mosquitto_destroy(raw); }

Handle::~Handle() = default;

Result<std::unique_ptr<Handle>> Handle::open(const BrokerAddress& address, const std::optional<Will>& will) {
  std::unique_ptr<Handle> handle(new Handle());
  handle->raw_.reset(mosquitto_new(address.client_id.empty() ? nullptr : address.client_id.c_str(),
                                   address.clean_start || address.client_id.empty(), handle.get()));
  if (!handle->raw_) return Error{"Broker: cannot make a connection: " + std::string(std::strerror(errno))};
  TRY_DONE(handle->set_options(address));
  if (will) TRY_DONE(handle->set_will(*will));
  handle->listen();
  TRY_DONE(handle->start(address));
  return handle;
}

Outcome Handle::set_options(const BrokerAddress& address) {
  mosquitto* raw = raw_.get();
  TRY_DONE(checked(mosquitto_int_option(raw, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5), "speak MQTT 5"));
  TRY_DONE(checked(mosquitto_int_option(raw, MOSQ_OPT_RECEIVE_MAXIMUM, address.receive_maximum),
                   "bound what is received"));
  if (!address.username.empty())
    TRY_DONE(checked(mosquitto_username_pw_set(raw, address.username.c_str(), path_or_null(address.password)),
                     "use the user name"));
  return Done{};
}

Outcome Handle::set_will(const Will& will) {
  Properties properties;
  properties.add_message(will.message);
  if (will.delay_seconds > 0) properties.add_int32(MQTT_PROP_WILL_DELAY_INTERVAL, will.delay_seconds);
  const Message& last = will.message;
  TRY_DONE(checked(
      properties.refused()
          ? MOSQ_ERR_INVAL
          : mosquitto_will_set_v5(raw_.get(), last.topic.c_str(), static_cast<int>(last.payload.size()),
                                  last.payload.data(), last.qos, last.retain, properties.get()),
      "leave a will"));
  properties.release();
  return Done{};
}

// libmosquitto has no call that takes an open socket, so its own is replaced before a byte goes through it.
// No packet leaves this machine for that: the first attempt only hands over the properties and fails at once,
// since no server can listen at the root of the file system; the second knocks at this machine, where nobody
// has to answer. Both return at once. While libmosquitto believes that a thread writes for it, it sends
// nothing.
Outcome Handle::start(const BrokerAddress& address) {
  Properties properties;
  properties.add_int32(MQTT_PROP_SESSION_EXPIRY_INTERVAL, address.session_expiry_seconds);
  properties.add_int32(MQTT_PROP_MAXIMUM_PACKET_SIZE, kMaximumPacket);
  if (properties.refused()) return checked(MOSQ_ERR_NOMEM, "connect");
  constexpr int kUnixSocket = 0;  // this port makes the host a path
  mosquitto_threaded_set(raw_.get(), true);
  mosquitto_connect_bind_v5(raw_.get(), "/", kUnixSocket, address.keep_alive_seconds, nullptr,
                            properties.get());
  TRY_DONE(pair_up(address.keep_alive_seconds));
  mosquitto_threaded_set(raw_.get(), false);
  return checked(mosquitto_loop_write(raw_.get(), 1), "connect");
}

Outcome Handle::pair_up(int keep_alive_seconds) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return checked(MOSQ_ERR_ERRNO, "make a pair of sockets");
  pair_ = Descriptor(ends[0]);
  const Descriptor theirs(ends[1]);
  constexpr int kDiscard = 9;
  TRY_DONE(
      checked(mosquitto_connect_bind_async(raw_.get(), "127.0.0.1", kDiscard, keep_alive_seconds, nullptr),
              "connect"));
  if (dup3(theirs.get(), socket(), O_CLOEXEC) < 0) return checked(MOSQ_ERR_ERRNO, "use a pair of sockets");
  return Done{};
}

void Handle::listen() {
  mosquitto_connect_v5_callback_set(raw_.get(), &Handle::on_connect);
  mosquitto_disconnect_v5_callback_set(raw_.get(), &Handle::on_disconnect);
  mosquitto_publish_v5_callback_set(raw_.get(), &Handle::on_publish);
  mosquitto_subscribe_v5_callback_set(raw_.get(), &Handle::on_subscribe);
  mosquitto_message_v5_callback_set(raw_.get(), &Handle::on_message);
}

int Handle::socket() const { return mosquitto_socket(raw_.get()); }
bool Handle::is_choked() const { return mosquitto_want_write(raw_.get()); }

Result<int> Handle::publish(const Message& message) {
  Properties properties;
  properties.add_message(message);
  int packet = 0;
  TRY_DONE(checked(properties.refused() ? MOSQ_ERR_INVAL
                                        : mosquitto_publish_v5(raw_.get(), &packet, message.topic.c_str(),
                                                               static_cast<int>(message.payload.size()),
                                                               message.payload.data(), message.qos,
                                                               message.retain, properties.get()),
                   "publish"));
  return packet;
}

Result<int> Handle::subscribe(const std::vector<std::string>& filters, int qos) {
  std::vector<std::string> texts = filters;  // libmosquitto wants them mutable, and leaves them as they are
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  int packet = 0;
  TRY_DONE(checked(mosquitto_subscribe_multiple(raw_.get(), &packet, static_cast<int>(pointers.size()),
                                                pointers.data(), qos, 0, nullptr),
                   "subscribe"));
  return packet;
}

void Handle::disconnect() { mosquitto_disconnect_v5(raw_.get(), 0, nullptr); }

void Handle::take_incoming(std::string_view bytes) {
  if (const auto allowed = guard_.check(bytes); !allowed.ok())
    end(broker_event::Lost{0, allowed.error().message, broker_event::LostBy::kBadPacket});
  // libmosquitto reads all of a piece before the next one is put in, so the pair never holds more.
  while (!ended_ && socket() >= 0 && !bytes.empty()) {
    const ssize_t size = send(pair_.get(), bytes.data(), std::min(bytes.size(), kPiece), MSG_NOSIGNAL);
    if (size < 0 && errno != EINTR) break;
    if (size > 0) bytes.remove_prefix(static_cast<std::size_t>(size));
    read();
  }
  if (socket() >= 0 && mosquitto_want_write(raw_.get())) mosquitto_loop_write(raw_.get(), 1);
  if (socket() >= 0) mosquitto_loop_misc(raw_.get());
  // A failed write inside publish() closes the socket without calling on_disconnect.
  if (socket() < 0) end(broker_event::Lost{0, "The connection was lost"});
}

void Handle::read() {
  for (int unread = 1; unread > 0 && !ended_ && socket() >= 0;) {
    if (mosquitto_loop_read(raw_.get(), 1) != MOSQ_ERR_SUCCESS) return;
    if (socket() < 0 || ioctl(socket(), FIONREAD, &unread) != 0) return;
  }
}

std::string Handle::take_outgoing() {
  std::array<char, kPiece> piece{};
  const ssize_t size = recv(pair_.get(), piece.data(), piece.size(), 0);
  if (size <= 0) return {};
  if (socket() >= 0 && mosquitto_want_write(raw_.get())) mosquitto_loop_write(raw_.get(), 1);
  return {piece.data(), static_cast<std::size_t>(size)};
}

void Handle::end(BrokerEvent last) {
  if (ended_) return;
  ended_ = true;
  events_.push_back(std::move(last));
}

void Handle::on_connect(mosquitto*, void* self, int reason, int flags, const mosquitto_property* properties) {
  Handle& handle = handle_of(self);
  if (reason != 0) return handle.end(broker_event::Refused{reason, mosquitto_reason_string(reason)});
  broker_event::Connected connected;
  connected.receive_maximum =
      std::min(kReceiveMaximum, int16_of(properties, MQTT_PROP_RECEIVE_MAXIMUM, kReceiveMaximum));
  connected.maximum_packet =
      std::min(kMaximumPacket, int32_of(properties, MQTT_PROP_MAXIMUM_PACKET_SIZE, kMaximumPacket));
  connected.session_present = (flags & 1) != 0;
  handle.events_.emplace_back(connected);
}

void Handle::on_disconnect(mosquitto*, void* self, int reason, const mosquitto_property*) {
  if (reason >= kServerReason)
    handle_of(self).end(broker_event::Lost{reason, mosquitto_reason_string(reason)});
  else
    handle_of(self).end(broker_event::Lost{0, words_of(reason)});
}

void Handle::on_publish(mosquitto*, void* self, int packet, int reason, const mosquitto_property*) {
  handle_of(self).events_.emplace_back(broker_event::Acknowledged{packet, reason});
}

void Handle::on_subscribe(mosquitto*, void* self, int packet, int count, const int* granted,
                          const mosquitto_property*) {
  const bool all = std::all_of(granted, granted + count, [](int code) { return code < kServerReason; });
  handle_of(self).events_.emplace_back(broker_event::Subscribed{packet, all});
}

void Handle::on_message(mosquitto*, void* self, const mosquitto_message* message,
                        const mosquitto_property* properties) {
  handle_of(self).events_.emplace_back(broker_event::Received{message_from(*message, properties)});
}

}  // namespace tertulia
