// SPDX-License-Identifier: Apache-2.0
// Makes the quarantine row of a message that the hub cannot read: enough to find the cause and to recover it
// later, and for what people gave nothing that names the device. Pure.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "hub/arrival/arrival.h"
#include "hub/arrival/ranges.h"

namespace tertulia::hub {

// `at` is set when topic, epoch and sequence can be read, in binary or structured mode.
[[nodiscard]] arrival::Poison poison_from(const Message& message, std::string_view reason);

// The row of an answer that came under the id of another one. `data`: the JSON of its event.
[[nodiscard]] PoisonRow other_answers(const FeedbackRow& row, std::string data);

// The same of a contact.
[[nodiscard]] PoisonRow other_contact(const ContactRow& row);

// The room and the form of an answer in the quarantine, from the attributes of its row; empty where nobody
// could read them.
struct RoomAndForm {
  std::string room;
  std::string form;
  friend auto operator<=>(const RoomAndForm&, const RoomAndForm&) = default;
};
[[nodiscard]] RoomAndForm room_and_form_of(std::string_view attributes);

// [A-Za-z0-9-]{1,64}
[[nodiscard]] bool is_epoch(std::string_view text);

}  // namespace tertulia::hub
