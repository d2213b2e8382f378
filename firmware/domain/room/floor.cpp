// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/floor.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<FloorVerdict, 4> kVerdicts = {{{FloorVerdict::kOpen, "open"},
                                               {FloorVerdict::kPicked, "picked"},
                                               {FloorVerdict::kAnswered, "answered"},
                                               {FloorVerdict::kHidden, "hidden"}}};

FloorVerdict verdict_of(const Verdicts& verdicts, const std::string& id) {
  const auto found = verdicts.of.find(id);
  return found == verdicts.of.end() ? FloorVerdict::kOpen : found->second;
}

bool is_done(FloorVerdict verdict) {
  return verdict == FloorVerdict::kAnswered || verdict == FloorVerdict::kHidden;
}

std::uint64_t sum(std::uint64_t one, std::uint64_t other) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  return one > kMost - other ? kMost : one + other;
}

}  // namespace

std::string_view to_text(FloorVerdict verdict) { return name_of(kVerdicts, verdict); }
Result<FloorVerdict> verdict_from(std::string_view text) { return value_of(kVerdicts, text, "verdict"); }

FloorShare united(const FloorShare& one, const FloorShare& other) {
  FloorShare both = one;
  for (const auto& [id, question] : other.questions) {
    const auto [known, is_new] = both.questions.try_emplace(id, question);
    if (is_new) continue;
    const bool is_removed = known->second.removed || question.removed;
    known->second = std::max(known->second, question);
    known->second.removed = is_removed;
  }
  for (const auto& [id, by_epoch] : other.supports)
    for (const auto& [epoch, count] : by_epoch) {
      std::uint64_t& supports = both.supports[id][epoch];
      supports = std::max(supports, count);
    }
  for (auto& [id, question] : both.questions)
    if (question.removed) {
      question.text.clear();
      both.supports.erase(id);
    }
  return both;
}

FloorShare with_support(const FloorShare& share, const std::string& question, const std::string& epoch) {
  FloorShare next = share;
  std::uint64_t& count = next.supports[question][epoch];
  count = std::min(sum(count, 1), kMostRevision);
  return next;
}

std::vector<FloorItem> floor_list(const Shares<FloorShare>& shares, const Verdicts& verdicts,
                                  std::string_view session) {
  std::map<std::string, FloorItem> items;
  for (const auto& [device, share] : shares)
    for (const auto& [id, question] : share.value.questions)
      if (!question.removed && (session.empty() || question.session.text() == session))
        items.try_emplace(id, FloorItem{id, question, 0, verdict_of(verdicts, id)});
  for (const auto& [device, share] : shares)
    for (const auto& [id, by_epoch] : share.value.supports)
      if (const auto item = items.find(id); item != items.end())
        for (const auto& [epoch, count] : by_epoch) item->second.supports = sum(item->second.supports, count);
  std::vector<FloorItem> list;
  for (auto& [id, item] : items) list.push_back(std::move(item));
  const auto place = [&](const FloorItem& item) {
    const auto at = std::find(verdicts.order.begin(), verdicts.order.end(), item.id);
    const auto most = std::numeric_limits<std::uint64_t>::max();
    return std::tuple(at - verdicts.order.begin(), most - item.supports, item.question.asked);
  };
  std::stable_sort(list.begin(), list.end(),
                   [&](const FloorItem& one, const FloorItem& other) { return place(one) < place(other); });
  return list;
}

bool is_full(const FloorShare& share, const Verdicts& verdicts, std::string_view session) {
  std::size_t waiting = 0;
  std::size_t bytes = 0;
  for (const auto& [id, question] : share.questions) {
    if (question.removed || question.session.text() != session || is_done(verdict_of(verdicts, id))) continue;
    ++waiting;
    bytes += question.text.size();
  }
  return waiting >= kMostWaiting || bytes >= kMostWaitingBytes;
}

std::string first_to_leave(const FloorShare& share, const Verdicts& verdicts, std::string_view session) {
  const auto place = [&](const auto& each) {
    return std::pair(!is_done(verdict_of(verdicts, each.first)), each.second.asked);
  };
  const std::pair<const std::string, FloorQuestion>* first = nullptr;
  for (const auto& each : share.questions) {
    const bool waits = !is_done(verdict_of(verdicts, each.first)) && each.second.session.text() == session;
    if (each.second.removed || waits) continue;
    if (!first || place(each) < place(*first)) first = &each;
  }
  return first ? first->first : std::string();
}

}  // namespace tertulia
