// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/flags.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <variant>

#include "firmware/domain/numbers/release.h"

namespace tertulia::numbers {
namespace {

constexpr std::size_t kLeastSteps = 3;  // with two choices, equal answers are nothing strange

// Where on its scale the answer stands, from 0; none: the question has no scale or the answer no place there.
struct Place {
  const AnswerValue& answer;

  std::optional<std::size_t> operator()(const SelectOne& kind) const {
    const auto* name = std::get_if<std::string>(&answer);
    if (name == nullptr || kind.choices.size() < kLeastSteps) return std::nullopt;
    const auto found = std::find_if(kind.choices.begin(), kind.choices.end(),
                                    [&](const Choice& each) { return each.name == *name; });
    if (found == kind.choices.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kind.choices.begin());
  }
  std::optional<std::size_t> operator()(const tertulia::Range& kind) const {
    const auto* whole = std::get_if<std::int64_t>(&answer);
    const auto* number = std::get_if<double>(&answer);
    if (whole == nullptr && number == nullptr) return std::nullopt;
    const double place = ((whole ? static_cast<double>(*whole) : *number) - kind.start) / kind.step;
    const double last = (kind.end - kind.start) / kind.step;
    if (!(place >= 0 && place <= last) || last + 1 < static_cast<double>(kLeastSteps)) return std::nullopt;
    return static_cast<std::size_t>(std::lround(place));
  }
  template <class Other>
  std::optional<std::size_t> operator()(const Other&) const {
    return std::nullopt;
  }
};

}  // namespace

bool is_run(const Answers& answers, const Questionnaire& form) {
  std::vector<std::size_t> places;
  for (const auto& [name, answer] : answers)
    if (const Question* question = form.find(name))
      if (const auto place = std::visit(Place{answer}, question->kind)) places.push_back(*place);
  return places.size() >= kLeastRun &&
         std::adjacent_find(places.begin(), places.end(), std::not_equal_to<>()) == places.end();
}

bool is_too_fast(Milliseconds length, std::size_t answered) {
  return answered >= kLeastForSpeed && length < kFastestAnswer * static_cast<std::int64_t>(answered);
}

void Watch::sent(BootTime now, Milliseconds length, std::size_t answered) {
  ++counts_.forms;
  if (is_too_fast(length, answered)) ++counts_.too_fast;
  std::erase_if(recent_, [&](BootTime each) { return now - each > kBurstTime; });
  if (recent_.size() == kMostInBurst) {
    ++counts_.in_bursts;
    recent_.erase(recent_.begin());
  }
  recent_.push_back(now);
}

Watch::Counts& Watch::Counts::operator+=(const Counts& more) {
  forms += more.forms;
  too_fast += more.too_fast;
  in_bursts += more.in_bursts;
  return *this;
}

Watch::Counts Watch::told(const Counts& counts, Threshold threshold) {
  return {in_steps(counts.forms, threshold), in_steps(counts.too_fast, threshold),
          in_steps(counts.in_bursts, threshold)};
}

}  // namespace tertulia::numbers
