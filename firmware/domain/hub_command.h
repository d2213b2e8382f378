// SPDX-License-Identifier: Apache-2.0
// What the hub may tell a device to do, and what the device replies. One alternative per action; `wire` turns
// each into a message and back.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "firmware/domain/result.h"
#include "firmware/domain/text.h"
#include "firmware/domain/time.h"

namespace tertulia {

namespace hub_action {
struct Announce {  // shows a text on the room displays, for some minutes
  LocalizedText text;
  std::chrono::minutes length{10};
  friend bool operator==(const Announce&, const Announce&) = default;
};
struct ReloadPack {  // reads the visit pack again if it has changed
  friend bool operator==(const ReloadPack&, const ReloadPack&) = default;
};
struct Identify {  // every screen shows the name of the device for a while
  friend bool operator==(const Identify&, const Identify&) = default;
};
struct Restart {
  friend bool operator==(const Restart&, const Restart&) = default;
};
struct ExportNow {  // writes what `tertulia export` writes, to the configured folder
  friend bool operator==(const ExportNow&, const ExportNow&) = default;
};
}  // namespace hub_action

using HubAction = std::variant<hub_action::Announce, hub_action::ReloadPack, hub_action::Identify,
                               hub_action::Restart, hub_action::ExportNow>;

// "announce", "reload-pack", "identify", "restart", "export-now": a level of the topic.
[[nodiscard]] std::string_view name_of(const HubAction& action);

// A command as the hub gave it.
struct HubCommand {
  HubAction action;
  std::uint64_t number = 0;  // higher than that of every earlier command, for any device
  WallTime expires;
  std::string correlation;  // the reply repeats it
  friend bool operator==(const HubCommand&, const HubCommand&) = default;
};

// kAccepted: the device waits until nobody answers at its kiosks, and replies a second time when it is done.
enum class ReplyResult { kDone, kAccepted, kRefused };
[[nodiscard]] std::string_view to_text(ReplyResult result);
[[nodiscard]] Result<ReplyResult> reply_result_from(std::string_view text);

// What a device replies to a command.
struct CommandReply {
  ReplyResult result = ReplyResult::kDone;
  std::string words;  // what happens now, or why it was refused
  friend bool operator==(const CommandReply&, const CommandReply&) = default;
};

}  // namespace tertulia
