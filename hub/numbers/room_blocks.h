// SPDX-License-Identifier: Apache-2.0
// The blocks that devices have cut, and of which their rooms were shown what may be said
// (event::AnswersReleased). The hub tells such a block as a whole or not at all, and puts none of its answers
// into another: what two ways of cutting say together can betray one answer (decision 113). Pure.
//
// The events come from devices, so they may say anything. An answer belongs to the first block that names it.
// A block of which one answer never comes, lies in another block, or is of another form or session is never
// told: what was said of the rest would betray that one to those who were in the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "firmware/domain/event.h"
#include "hub/numbers/queries.h"

namespace tertulia::hub {

// Writes Given::room_block. The time for an event does not depend on how many answers there are.
class RoomBlocks {
 public:
  // The answers outlive this and stay where they are.
  explicit RoomBlocks(std::vector<Given>& answers);
  // `programme`: that of the device, whatever it says. Fewer than kLeastThreshold answers are ignored: no
  // device shows so few.
  void add(const std::string& programme, const event::AnswersReleased& released);

 private:
  std::unordered_map<std::string_view, Given*> by_id_;
  std::uint64_t last_ = 0;
};

}  // namespace tertulia::hub
