// SPDX-License-Identifier: Apache-2.0
// What the hub may tell a device to do. One alternative per command; `wire` turns each into a message and
// back.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "firmware/domain/text.h"
#include "firmware/domain/time.h"

namespace tertulia {

namespace order {
struct Announce {  // on the room displays, for so long
  LocalizedText text;
  std::chrono::minutes length{10};
  friend bool operator==(const Announce&, const Announce&) = default;
};
struct ReloadPack {  // read the visit pack again, if it has changed
  friend bool operator==(const ReloadPack&, const ReloadPack&) = default;
};
struct Identify {  // every screen shows the name of the device for a moment
  friend bool operator==(const Identify&, const Identify&) = default;
};
struct Restart {
  friend bool operator==(const Restart&, const Restart&) = default;
};
struct ExportNow {  // write what `tertulia export` writes to the folder of the configuration
  friend bool operator==(const ExportNow&, const ExportNow&) = default;
};
}  // namespace order

using HubAction =
    std::variant<order::Announce, order::ReloadPack, order::Identify, order::Restart, order::ExportNow>;

// "announce", "reload-pack", "identify", "restart", "export-now": a level of the topic.
[[nodiscard]] std::string_view name_of(const HubAction& task);

// A command as the hub gave it.
struct HubCommand {
  HubAction task;
  std::uint64_t number = 0;  // higher than that of every order before, whatever its device
  WallTime expires;
  std::string correlation;  // to be repeated in the answer
  friend bool operator==(const HubCommand&, const HubCommand&) = default;
};

enum class Obeyed { kDone, kRefused };

// What a device says to an order.
struct CommandReply {
  Obeyed obeyed = Obeyed::kDone;
  std::string words;  // why not, or what happens now
  friend bool operator==(const CommandReply&, const CommandReply&) = default;
};

}  // namespace tertulia
