// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/room_blocks.h"

#include <algorithm>
#include <limits>

namespace tertulia::hub {
namespace {

// More than ever come.
constexpr std::uint64_t kNeverWhole = std::numeric_limits<std::uint64_t>::max();

bool is_of(const Given& given, const event::AnswersReleased& released) {
  return given.form == released.form && given.session == released.session.text();
}

}  // namespace

RoomBlocks::RoomBlocks(std::vector<Given>& answers) {
  by_id_.reserve(answers.size());
  for (Given& each : answers) by_id_.emplace(each.id, &each);
}

void RoomBlocks::add(const std::string& programme, const event::AnswersReleased& released) {
  std::vector<SubmissionId> ids = released.answers;
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() < kLeastThreshold) return;
  std::vector<Given*> members;
  bool is_right = true;
  for (const SubmissionId& id : ids) {
    const auto found = by_id_.find(id.text());
    if (found == by_id_.end() || found->second->programme != programme) continue;
    is_right = is_right && is_of(*found->second, released);
    if (found->second->room_block.number == 0) members.push_back(found->second);
  }
  ++last_;
  for (Given* each : members) each->room_block = {last_, is_right ? ids.size() : kNeverWhole};
}

}  // namespace tertulia::hub
