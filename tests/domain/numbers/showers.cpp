// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/numbers/showers.h"

#include <algorithm>

#include "firmware/domain/numbers/results.h"

namespace tertulia::numbers {
namespace {

std::string text_of(const std::map<Value, Share>& shares) {
  std::string text;
  for (const auto& [value, share] : shares)
    text += " " + value.text + "=" + std::to_string(share.count) + "/" + std::to_string(share.of);
  return text;
}

std::string text_of(const Results& results) {
  return "n" + std::to_string(results.took_part) + text_of(results.exact) + " >" + text_of(results.at_least) +
         " ?" + std::to_string(results.hidden);
}

std::string text_of(const Bars& bars) {
  std::string text = "~" + std::to_string(bars.people);
  for (const Bar& bar : bars.bars) text += " " + bar.value.text + ":" + std::to_string(bar.people);
  return text;
}

// Exact numbers of everything, whatever it is.
Disclosure said_of_all(const Tally& tally) {
  Disclosure said{tally.took_part, OfThose::kAnswered, {}};
  for (const auto& [value, count] : tally.counts)
    said.lines.push_back({value, Bound::kExactly, count, tally.answered});
  return said;
}

// "Nearly all" where really all said the same, and only there.
Disclosure said_of_nearly_all(const Tally& tally, Threshold threshold) {
  Disclosure said = disclose(tally, threshold);
  for (Line& line : said.lines)
    if (line.bound == Bound::kAtLeast) line.count = tally.counts.at(line.value) == line.of ? line.of : 0;
  return said;
}

Disclosure say(const Tally& tally, const Course& course, Without without) {
  if (without == Without::kUnanimity) return said_of_all(tally);
  if (without == Without::kFixedBound) return said_of_nearly_all(tally, course.threshold);
  return disclose(tally, course.threshold);
}

// Looks after each answer, and once more when the session is closed.
class Session {
 public:
  Session(const World& world, const Course& course, Without without)
      : world_(world), course_(course), without_(without) {}

  std::string seen() {
    for (std::size_t answered = 0; answered <= world_.size(); ++answered) {
      look(answered, answered > course_.closed_at);
      if (answered == course_.closed_at) look(answered, true);
    }
    return seen_;
  }

 private:
  void look(std::size_t answered, bool is_closed) {
    const bool is_revealed = answered >= course_.revealed_at;
    if (without_ == Without::kBlocks && is_revealed && !is_closed) {
      const Tally tally = tally_of(world_, 0, answered, course_);
      if (answered >= course_.threshold.k())
        write(in_steps(bars_of(results_of({said_of_all(tally)}, tally.counting), tally.counting),
                       course_.threshold));
      return;
    }
    if (without_ == Without::kLateAnswers && is_closed && answered >= course_.threshold.k()) {
      seen_ += text_of(disclose(tally_of(world_, 0, answered, course_), course_.threshold)) + "|";
      return;
    }
    if (without_ == Without::kSameBlocks && is_closed)
      return void(seen_ += text_of(say(tally_of(world_, 0, answered, course_), course_, without_)) + "|");
    const Release next =
        next_release(release_, answered, course_.threshold, {is_revealed, is_closed, is_closed});
    if (next.blocks > release_.blocks) {
      const Disclosure said = say(tally_of(world_, release_.counted, answered, course_), course_, without_);
      if (without_ == Without::kOwnBlocks && said.lines.empty())
        return void(seen_ += "?|");  // tried again with the next answers
      said_.push_back(said);
      release_ = next;
    }
    const Results results = results_of(said_, course_.counting);
    if (is_closed)
      seen_ += text_of(results) + "|";
    else if (is_revealed)
      write(in_steps(bars_of(results, course_.counting), course_.threshold));
  }

  void write(const Bars& bars) { seen_ += text_of(bars) + "|"; }

  const World& world_;
  const Course& course_;
  Without without_;
  Release release_;
  std::vector<Disclosure> said_;
  std::string seen_;
};

}  // namespace

std::string text_of(const Disclosure& disclosure) {
  return text_of(results_of({disclosure}, Counting::kEach));
}

Tally tally_of(const World& world, std::size_t begin, std::size_t end, const Course& course) {
  Tally tally;
  tally.counting = course.counting;
  for (std::size_t person = begin; person < end; ++person) {
    ++tally.took_part;
    if (world[person] == course.no_answer) continue;
    ++tally.answered;
    ++tally.counts[{static_cast<double>(world[person]),
                    std::string(1, static_cast<char>('a' + world[person]))}];
  }
  return tally;
}

Shower shower_of(const Course& course, Without without) {
  return [course, without](const World& world) { return Session(world, course, without).seen(); };
}

}  // namespace tertulia::numbers
