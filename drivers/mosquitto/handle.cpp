// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/handle.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>

#include "drivers/mosquitto/properties.h"
#include "firmware/domain/limits.h"

namespace tertulia {
namespace {

constexpr std::uint16_t kReceiveMaximum = 20;
constexpr std::uint32_t kMaximumPacket = kLargestMessage;
constexpr int kServerReason = 0x80;  // codes from here on are the server's, below are libmosquitto's own
constexpr int kMostReads = 200;      // per turn, so that a flood cannot keep the thread from its other work

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
  TRY_DONE(checked(mosquitto_int_option(raw, MOSQ_OPT_TCP_NODELAY, 1), "switch Nagle's algorithm off"));
  TRY_DONE(checked(mosquitto_int_option(raw, MOSQ_OPT_RECEIVE_MAXIMUM, kReceiveMaximum),
                   "bound what is received"));
  if (!address.username.empty())
    TRY_DONE(checked(mosquitto_username_pw_set(raw, address.username.c_str(), path_or_null(address.password)),
                     "use the user name"));
  if (!address.ca_file.empty())
    TRY_DONE(checked(mosquitto_tls_set(raw, address.ca_file.c_str(), nullptr, path_or_null(address.cert_file),
                                       path_or_null(address.key_file), nullptr),
                     "use the certificates " + address.ca_file + " " + address.cert_file));
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

Outcome Handle::start(const BrokerAddress& address) {
  Properties properties;
  properties.add_int32(MQTT_PROP_SESSION_EXPIRY_INTERVAL, address.session_expiry_seconds);
  properties.add_int32(MQTT_PROP_MAXIMUM_PACKET_SIZE, kMaximumPacket);
  return checked(mosquitto_connect_bind_v5(raw_.get(), address.host.c_str(), address.port,
                                           address.keep_alive_seconds, nullptr, properties.get()),
                 "connect to " + address.host + ":" + std::to_string(address.port));
}

void Handle::listen() {
  mosquitto_connect_v5_callback_set(raw_.get(), &Handle::on_connect);
  mosquitto_disconnect_v5_callback_set(raw_.get(), &Handle::on_disconnect);
  mosquitto_publish_v5_callback_set(raw_.get(), &Handle::on_publish);
  mosquitto_subscribe_v5_callback_set(raw_.get(), &Handle::on_subscribe);
  mosquitto_message_v5_callback_set(raw_.get(), &Handle::on_message);
}

int Handle::socket() const { return mosquitto_socket(raw_.get()); }
bool Handle::wants_write() const { return mosquitto_want_write(raw_.get()); }

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

void Handle::read() {
  // TLS may hold whole packets that poll() knows nothing of: read until nothing is left.
  unread_ = false;
  for (int reads = 0; reads < kMostReads && socket() >= 0; ++reads) {
    errno = 0;
    const int code = mosquitto_loop_read(raw_.get(), 1);
    note(code);
    if (code != MOSQ_ERR_SUCCESS || errno == EAGAIN || errno == EWOULDBLOCK) return;
  }
  unread_ = true;
}

void Handle::run(short happened) {
  if (unread_ || (happened & (POLLIN | POLLERR | POLLHUP)) != 0) read();
  if (socket() >= 0 && (happened & POLLOUT) != 0) note(mosquitto_loop_write(raw_.get(), 1));
  if (socket() >= 0) mosquitto_loop_misc(raw_.get());
  // A failed write inside publish() closes the socket without calling on_disconnect, and so does a handshake
  // that fails.
  if (socket() < 0)
    end(broker_event::Lost{0, is_untrusted_ ? words_of(MOSQ_ERR_TLS) : "The connection was lost",
                           is_untrusted_});
}

void Handle::note(int code) { is_untrusted_ = is_untrusted_ || code == MOSQ_ERR_TLS; }

void Handle::say_goodbye(Milliseconds budget) {
  mosquitto_disconnect_v5(raw_.get(), 0, nullptr);
  constexpr int kTurns = 10;
  for (int turn = 0; turn < kTurns && socket() >= 0 && wants_write(); ++turn) {
    pollfd waiting{socket(), POLLOUT, 0};
    if (poll(&waiting, 1, static_cast<int>(budget.count() / kTurns)) > 0) mosquitto_loop_write(raw_.get(), 1);
  }
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
    handle_of(self).end(
        broker_event::Lost{0, words_of(reason), reason == MOSQ_ERR_TLS || handle_of(self).is_untrusted_});
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
