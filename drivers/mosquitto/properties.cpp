// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/properties.h"

#include <cstdlib>
#include <memory>

#include <mosquitto.h>
#include <mqtt_protocol.h>

namespace tertulia {
namespace {

struct Free {
  void operator()(void* block) const { std::free(block); }
};
template <class T>
using Block = std::unique_ptr<T, Free>;

constexpr std::size_t kMostBytes = 65535;  // of a string or binary property

std::string string_of(const mosquitto_property* list, int identifier) {
  char* found = nullptr;
  if (!mosquitto_property_read_string(list, identifier, &found, false)) return {};
  const Block<char> owner(found);
  return found ? found : "";
}

std::string binary_of(const mosquitto_property* list, int identifier) {
  void* found = nullptr;
  std::uint16_t length = 0;
  if (!mosquitto_property_read_binary(list, identifier, &found, &length, false)) return {};
  const Block<void> owner(found);
  return found ? std::string(static_cast<const char*>(found), length) : std::string();
}

void read_pairs(const mosquitto_property* list, Message& message) {
  bool skip_first = false;
  while (list) {
    char* name = nullptr;
    char* value = nullptr;
    list = mosquitto_property_read_string_pair(list, MQTT_PROP_USER_PROPERTY, &name, &value, skip_first);
    const Block<char> name_owner(name);
    const Block<char> value_owner(value);
    if (list) message.properties.emplace_back(name ? name : "", value ? value : "");
    skip_first = true;
  }
}

}  // namespace

Properties::~Properties() { mosquitto_property_free_all(&list_); }

void Properties::note(int code) {
  if (code != MOSQ_ERR_SUCCESS) refused_ = true;
}
void Properties::add_int32(int identifier, std::uint32_t value) {
  note(mosquitto_property_add_int32(&list_, identifier, value));
}
void Properties::add_string(int identifier, const std::string& value) {
  const bool fits = value.size() <= kMostBytes && value.find('\0') == std::string::npos;
  note(fits ? mosquitto_property_add_string(&list_, identifier, value.c_str()) : MOSQ_ERR_INVAL);
}
void Properties::add_binary(int identifier, const std::string& value) {
  const bool fits = value.size() <= kMostBytes;
  note(fits ? mosquitto_property_add_binary(&list_, identifier, value.data(),
                                            static_cast<std::uint16_t>(value.size()))
            : MOSQ_ERR_INVAL);
}
void Properties::add_pair(const std::string& name, const std::string& value) {
  const bool fits = name.size() <= kMostBytes && value.size() <= kMostBytes &&
                    name.find('\0') == std::string::npos && value.find('\0') == std::string::npos;
  note(fits ? mosquitto_property_add_string_pair(&list_, MQTT_PROP_USER_PROPERTY, name.c_str(), value.c_str())
            : MOSQ_ERR_INVAL);
}

void Properties::add_message(const Message& message) {
  if (message.expiry_seconds) add_int32(MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, *message.expiry_seconds);
  if (!message.content_type.empty()) add_string(MQTT_PROP_CONTENT_TYPE, message.content_type);
  if (!message.response_topic.empty()) add_string(MQTT_PROP_RESPONSE_TOPIC, message.response_topic);
  if (!message.correlation.empty()) add_binary(MQTT_PROP_CORRELATION_DATA, message.correlation);
  for (const auto& [name, value] : message.properties) add_pair(name, value);
}

std::uint16_t int16_of(const mosquitto_property* list, int identifier, std::uint16_t otherwise) {
  std::uint16_t value = 0;
  return mosquitto_property_read_int16(list, identifier, &value, false) ? value : otherwise;
}
std::uint32_t int32_of(const mosquitto_property* list, int identifier, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  return mosquitto_property_read_int32(list, identifier, &value, false) ? value : otherwise;
}

Message message_from(const mosquitto_message& received, const mosquitto_property* properties) {
  Message message;
  message.topic = received.topic ? received.topic : "";
  if (received.payload && received.payloadlen > 0)
    message.payload.assign(static_cast<const char*>(received.payload),
                           static_cast<std::size_t>(received.payloadlen));
  message.retain = received.retain;
  message.qos = received.qos;
  message.content_type = string_of(properties, MQTT_PROP_CONTENT_TYPE);
  message.response_topic = string_of(properties, MQTT_PROP_RESPONSE_TOPIC);
  message.correlation = binary_of(properties, MQTT_PROP_CORRELATION_DATA);
  std::uint32_t expiry = 0;
  if (mosquitto_property_read_int32(properties, MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, &expiry, false))
    message.expiry_seconds = expiry;
  read_pairs(properties, message);
  return message;
}

}  // namespace tertulia
