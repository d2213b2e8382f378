// SPDX-License-Identifier: Apache-2.0
// The topic tree `trt/1/...`. Levels are [a-z0-9-]{1,32}; no user text, ever.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/event.h"
#include "firmware/wire/envelope.h"

namespace tertulia::wire {

[[nodiscard]] bool is_level(std::string_view text);

[[nodiscard]] std::string event_topic(const Origin& origin, EventKind kind);
// Also of a kind that only a later version knows; it must be a level.
[[nodiscard]] std::string event_topic(const Origin& origin, std::string_view kind);
[[nodiscard]] std::string state_topic(const Origin& origin);
[[nodiscard]] std::string meta_topic(const Origin& origin);
[[nodiscard]] std::string ack_topic(const Origin& origin);
inline constexpr std::string_view kHubStateTopic = "trt/1/hub/state";

// Filters of the hub's side.
// Events of all devices, each to one of those who name the same share. `share` is a level. Mosquitto's access
// list forbids no subscription, so a device that knew the share would swallow its part of the messages: hubs
// keep the name for themselves (decision 114).
[[nodiscard]] std::string collect_filter(std::string_view share);
inline constexpr std::string_view kStateFilter = "trt/1/+/+/state";
inline constexpr std::string_view kMetaFilter = "trt/1/+/+/meta";
inline constexpr std::string_view kAckFilter = "trt/1/+/+/ack";  // its own, to notice that it was restored

// The parts of a device's topic: trt/1/{programme}/{device}/{branch}[/{leaf}]. "room" and "all" are no
// devices.
struct DeviceTopic {
  Origin origin;
  std::string branch;  // "ev", "state", "meta", "ack"...
  std::string leaf;    // kind of an event, name of a command, else empty
};
[[nodiscard]] std::optional<DeviceTopic> parse_device_topic(std::string_view topic);

// The CloudEvents attribute `source`: `/trt/{programme}/{device}`.
[[nodiscard]] std::string source_of(const Origin& origin);
[[nodiscard]] std::optional<Origin> parse_source(std::string_view source);

}  // namespace tertulia::wire
