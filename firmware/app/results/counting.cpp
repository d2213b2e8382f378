// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/results/counting.h"

#include <algorithm>
#include <map>
#include <utility>

#include "firmware/domain/event.h"
#include "firmware/domain/numbers/tally.h"

namespace tertulia {
namespace {

struct Block {
  std::vector<const Answers*> answers;
  numbers::Threshold threshold;  // what was said of it with this k is said of it for ever
};

numbers::Disclosure said_of(const Block& block, const CountedQuestion& counted) {
  numbers::Tally tally;
  for (const Answers* answers : block.answers) add(tally, counted.question, counted.in_repeat, *answers);
  const auto asked = counted.question.is_conditional ? numbers::Asked::kSome : numbers::Asked::kEverybody;
  return disclose(tally, block.threshold, asked);
}

}  // namespace

std::vector<SubmissionId> next_block(const AnswersInBlocks& answers, const ResultsToCount& what) {
  std::vector<SubmissionId> fresh;
  std::uint64_t counted = 0;
  for (const auto& each : answers.answers) {
    if (each.block > 0) ++counted;
    if (each.block == 0 && (what.hub_waits || !each.is_at_hub)) fresh.push_back(each.id);
  }
  const numbers::Release before{counted == 0 ? 0U : 1U, counted};
  if (next_release(before, counted + fresh.size(), what.threshold, what.stage) == before) return {};
  if (fresh.size() > event::kMostReleased) fresh.resize(event::kMostReleased);
  return fresh;
}

ResultsShare results_of(const AnswersInBlocks& answers, const ResultsToCount& what) {
  std::map<std::uint64_t, Block> blocks;
  for (const auto& each : answers.answers)
    if (each.block > 0) {
      Block& block = blocks[each.block];
      block.answers.push_back(&each.answers);
      block.threshold = std::max(what.threshold, numbers::Threshold(each.threshold));
    }
  ResultsShare share{what.session, what.form, what.form_hash, what.stage.closed, {}, {}};
  for (const CountedQuestion& counted : *what.questions) {
    std::vector<numbers::Disclosure> said;
    for (const auto& [number, block] : blocks) said.push_back(said_of(block, counted));
    share.questions[counted.question.name] =
        numbers::results_of(said, numbers::counting_of(counted.question.kind, counted.in_repeat));
  }
  if (share.is_over) share.hasty = numbers::Watch::told(what.hasty, what.threshold);
  return share;
}

}  // namespace tertulia
