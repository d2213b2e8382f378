// SPDX-License-Identifier: Apache-2.0
// MQTT 5 properties of a Message, as libmosquitto's list and back. Only the sources of this folder use it.
#pragma once

#include <cstdint>
#include <string>

#include "firmware/domain/message.h"
#include "firmware/domain/result.h"

struct mosquitto_message;
struct mqtt5__property;

namespace tertulia {

// Owns a list until release().
class Properties {
 public:
  Properties() = default;
  ~Properties();
  Properties(const Properties&) = delete;
  Properties& operator=(const Properties&) = delete;

  void add_int32(int identifier, std::uint32_t value);
  void add_string(int identifier, const std::string& value);
  void add_binary(int identifier, const std::string& value);
  void add_pair(const std::string& name, const std::string& value);
  // All properties of the message.
  void add_message(const Message& message);

  // libmosquitto refused one of the values: a NUL, ill-formed UTF-8, or longer than 65535 bytes.
  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] mqtt5__property* get() const { return list_; }
  // libmosquitto owns the list now.
  void release() { list_ = nullptr; }

 private:
  void note(int code);

  mqtt5__property* list_ = nullptr;
  bool refused_ = false;
};

[[nodiscard]] Message message_from(const mosquitto_message& message, const mqtt5__property* properties);
[[nodiscard]] std::uint16_t int16_of(const mqtt5__property* list, int identifier, std::uint16_t otherwise);
[[nodiscard]] std::uint32_t int32_of(const mqtt5__property* list, int identifier, std::uint32_t otherwise);

}  // namespace tertulia
