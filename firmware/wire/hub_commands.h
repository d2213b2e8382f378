// SPDX-License-Identifier: Apache-2.0
// Commands of the hub and the replies to them, as messages. Decoders take bytes from outside, see bodies.h.
// The courier checks that a command is signed, new and not expired.
//
//   trt/1/{programme}/{device}/cmd/{name}  or .../all/cmd/{name}   {number, expires}, and for `announce`
//                                                                  {text: {language: text}, minutes} beside
//                                                                  them
//   trt/1/{programme}/{device}/rsp/{name}                          {result: "done" | "accepted" | "refused",
//   words}
//
// The reply repeats the correlation data of the command. After "accepted" comes a second one. `expires` is
// RFC 3339; the message's own expiry is the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/hub_command.h"
#include "firmware/domain/message.h"
#include "firmware/domain/result.h"
#include "firmware/wire/envelope.h"

namespace tertulia::wire {

inline constexpr const char* kEveryDevice = "all";
inline constexpr std::chrono::seconds kCommandLife{300};

// `to.device` may be kEveryDevice. Not yet signed.
[[nodiscard]] Message to_message(const HubCommand& command, const Origin& to);
[[nodiscard]] Result<HubCommand> hub_command_from(const Message& message);

// The name of the command, when the topic is that of one for `self` or for every device of its programme.
[[nodiscard]] std::optional<std::string> command_of(std::string_view topic, const Origin& self);
// What a device subscribes to.
[[nodiscard]] std::string command_filter(const Origin& to);

[[nodiscard]] std::string reply_topic(const Origin& from, std::string_view command);
[[nodiscard]] std::string encode(const CommandReply& reply);
[[nodiscard]] Result<CommandReply> decode_command_reply(std::string_view json);

}  // namespace tertulia::wire
