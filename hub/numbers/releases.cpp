// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/releases.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tertulia::hub {
namespace {

using Form = std::pair<std::string, std::string>;                 // programme, form
using Group = std::tuple<std::string, std::string, std::string>;  // and session
using Members = std::vector<Given*>;

std::vector<const Given*> read_only(const Members& members) { return {members.begin(), members.end()}; }

void put(const Members& members, std::uint64_t number, BlockKind kind) {
  for (Given* each : members) each->block = {number, kind};
}

std::uint64_t last_block(const Members& members, BlockKind kind) {
  std::uint64_t last = 0;
  for (const Given* each : members)
    if (each->block.kind == kind) last = std::max(last, each->block.number);
  return last;
}

Members free_of(const Members& members) {
  Members fresh;
  std::copy_if(members.begin(), members.end(), std::back_inserter(fresh),
               [](const Given* each) { return is_free(*each); });
  return fresh;
}

// Blocks of rooms with all their answers here and in no block.
bool take_room_blocks(const Members& members, const numbers::Stage& stage) {
  if (!stage.closed) return false;  // what the room knows of it is not for everybody yet
  std::map<std::uint64_t, Members> blocks;
  for (Given* each : members)
    if (each->room_block.number > 0 && each->block.number == 0)
      blocks[each->room_block.number].push_back(each);
  std::uint64_t last = last_block(members, BlockKind::kRoom);
  bool is_taken = false;
  for (const auto& [number, block] : blocks) {
    if (block.front()->room_block.size != block.size()) continue;
    put(block, ++last, BlockKind::kRoom);
    is_taken = true;
  }
  return is_taken;
}

// A device that has sent answers of the session and fell silent before it was closed may have cut these
// answers into a block since. One that was not heard in the session holds all of its own answers, too.
bool may_hold_a_block(const Progress& progress, const std::string& programme, WallTime begin,
                      WallTime closed_at) {
  const auto silent = progress.silent_since.find(programme);
  return silent != progress.silent_since.end() &&
         std::any_of(silent->second.begin(), silent->second.end(),
                     [&](WallTime last_heard) { return last_heard >= begin && last_heard < closed_at; });
}

bool cut(const Members& members, const numbers::Stage& stage) {
  const Members fresh = free_of(members);
  const auto others = static_cast<std::uint64_t>(members.size() - fresh.size());
  const numbers::Release so_far{last_block(members, BlockKind::kSession), others};
  const numbers::Release next =
      numbers::next_release(so_far, static_cast<std::uint64_t>(members.size()),
                            threshold_of(read_only(members), kLeastThreshold), stage);
  if (next.blocks == so_far.blocks) return false;
  put(fresh, next.blocks, BlockKind::kSession);
  return true;
}

// `left`: of sessions that are over, with too few left of each.
bool cut_together(const Members& all, const Members& left) {
  const std::uint64_t k = threshold_of(read_only(left), kLeastThreshold).k();
  if (left.size() < 2 * k - 1) return false;  // of fewer hardly anything could be said
  put(left, last_block(all, BlockKind::kTogether) + 1, BlockKind::kTogether);
  return true;
}

}  // namespace

numbers::Stage stage_of(const std::vector<const Given*>& group, const Progress& progress) {
  const std::string& programme = group.front()->programme;
  const auto [first, last] =
      std::minmax_element(group.begin(), group.end(),
                          [](const Given* one, const Given* other) { return one->begin < other->begin; });
  const WallTime begin = (*last)->begin;
  WallTime closed_at = begin + numbers::kLongestSession;
  const auto end = progress.ends.find({programme, group.front()->session});
  if (end != progress.ends.end()) closed_at = std::min(closed_at, end->second + numbers::kToldAfterEnd);
  const bool is_on_its_way = progress.incomplete.contains(programme) ||
                             may_hold_a_block(progress, programme, (*first)->begin, closed_at);
  numbers::Stage stage;
  stage.closed = progress.now >= closed_at;
  stage.complete = !is_on_its_way || progress.now >= begin + kLongestWay;
  return stage;
}

numbers::Threshold threshold_of(const std::vector<const Given*>& group, std::uint64_t threshold) {
  for (const Given* each : group) threshold = std::max(threshold, each->threshold);
  return numbers::Threshold(threshold);
}

bool is_free(const Given& given) { return given.block.number == 0 && given.room_block.number == 0; }

bool cut_blocks(std::vector<Given>& answers, const Progress& progress) {
  std::map<Group, Members> groups;
  std::map<Form, Members> forms;
  for (Given& each : answers) {
    groups[{each.programme, each.form, each.session}].push_back(&each);
    forms[{each.programme, each.form}].push_back(&each);
  }
  bool is_cut = false;
  std::map<Form, Members> left;
  for (const auto& [group, members] : groups) {
    const numbers::Stage stage = stage_of(read_only(members), progress);
    is_cut = take_room_blocks(members, stage) || is_cut;
    is_cut = cut(members, stage) || is_cut;
    if (!stage.closed || !stage.complete) continue;
    Members& rest = left[{std::get<0>(group), std::get<1>(group)}];
    for (Given* each : free_of(members)) rest.push_back(each);
  }
  for (const auto& [form, rest] : left)
    if (!rest.empty()) is_cut = cut_together(forms[form], rest) || is_cut;
  return is_cut;
}

}  // namespace tertulia::hub
