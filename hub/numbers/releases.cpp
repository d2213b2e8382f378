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

Members in_no_block(const Members& members) {
  Members fresh;
  std::copy_if(members.begin(), members.end(), std::back_inserter(fresh),
               [](const Given* each) { return each->block.number == 0; });
  return fresh;
}

bool cut(const Members& members, const numbers::Stage& stage) {
  const Members fresh = in_no_block(members);
  const auto before = static_cast<std::uint64_t>(members.size() - fresh.size());
  const numbers::Release so_far{last_block(members, BlockKind::kSession), before};
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
  WallTime begin = group.front()->begin;
  for (const Given* each : group) begin = std::max(begin, each->begin);
  const auto end = progress.ends.find({group.front()->programme, group.front()->session});
  numbers::Stage stage;
  stage.closed = progress.now >= begin + kLongestSession ||
                 (end != progress.ends.end() && progress.now >= end->second + kAskedAfterEnd);
  stage.complete =
      !progress.incomplete.contains(group.front()->programme) || progress.now >= begin + kLongestWay;
  return stage;
}

numbers::Threshold threshold_of(const std::vector<const Given*>& group, std::uint64_t threshold) {
  for (const Given* each : group) threshold = std::max(threshold, each->threshold);
  return numbers::Threshold(threshold);
}

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
    is_cut = cut(members, stage) || is_cut;
    if (!stage.closed || !stage.complete) continue;
    Members& rest = left[{std::get<0>(group), std::get<1>(group)}];
    for (Given* each : in_no_block(members)) rest.push_back(each);
  }
  for (const auto& [form, rest] : left)
    if (!rest.empty()) is_cut = cut_together(forms[form], rest) || is_cut;
  return is_cut;
}

}  // namespace tertulia::hub
