// SPDX-License-Identifier: Apache-2.0
// A message at the broker, as a value. `wire` makes it from an event; the port Broker carries it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tertulia {

struct Message {
  std::string topic;
  std::string payload;
  bool retain = false;
  int qos = 1;
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> properties;  // MQTT 5 user properties, in their order
  std::optional<std::uint32_t> expiry_seconds;
  std::string response_topic;
  std::string correlation;

  // The first property of that name, or empty.
  [[nodiscard]] std::string property(const std::string& name) const {
    for (const auto& [key, value] : properties)
      if (key == name) return value;
    return {};
  }
  friend bool operator==(const Message&, const Message&) = default;
};

// Upper bound of the PUBLISH packet (MQTT 5.0, section 3.3).
[[nodiscard]] inline std::size_t packet_size(const Message& message) {
  std::size_t size = 64 + message.topic.size() + message.payload.size() + message.content_type.size() +
                     message.response_topic.size() + message.correlation.size();
  for (const auto& [name, value] : message.properties) size += 5 + name.size() + value.size();
  return size;
}

// A retained message whose payload is JSON.
[[nodiscard]] inline Message retained_message(std::string topic, std::string payload) {
  Message message;
  message.topic = std::move(topic);
  message.payload = std::move(payload);
  message.retain = true;
  message.content_type = "application/json";
  return message;
}

}  // namespace tertulia
