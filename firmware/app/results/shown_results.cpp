// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/results/shown_results.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "firmware/app/results/showable.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/numbers/words.h"

namespace tertulia {
namespace {

using numbers::Bars;
using numbers::Counting;
using numbers::Results;
using numbers::Value;

constexpr std::size_t kMostBars = 12;
constexpr int kWhole = 1000;

// What all kiosks of the room have said about the session.
struct Said {
  const ShownAnswers& answers;
  bool is_over = true;  // at all of them
  bool has_kiosk = false;

  explicit Said(const ShownAnswers& of) : answers(of) {
    for (const auto& [device, share] : of.room.open.results)
      if (share.value.session.text() == of.session) {
        has_kiosk = true;
        is_over = is_over && share.value.is_over;
      }
    is_over = is_over && has_kiosk;
  }

  [[nodiscard]] Results of(const std::string& question, Counting counting) const {
    Results sum;
    for (const auto& [device, share] : answers.room.open.results) {
      const auto found = share.value.questions.find(question);
      if (share.value.session.text() == answers.session && found != share.value.questions.end())
        sum = sum_of(sum, found->second, counting);
    }
    return sum;
  }
  // As far as it may be shown now.
  [[nodiscard]] Bars bars(const Results& results, Counting counting) const {
    const Bars exact = bars_of(results, counting);
    return is_over ? exact : in_steps(exact, answers.threshold);
  }
};

std::string label_in(const ShownAnswers& answers, const LocalizedText& label) {
  return label_for_all(label, answers.words.language(), answers.fallback);
}

Counting counting_of(const Showable& shown) {
  return shown.in_repeat() ? Counting::kEach : numbers::counting_of(shown.kind());
}

// Every value that the question offers, also those that nobody gave, in their order.
std::vector<std::pair<Value, std::string>> offered(const ShownAnswers& answers, const QuestionKind& kind) {
  std::vector<std::pair<Value, std::string>> all;
  if (const auto* choices = choices_of(kind))
    for (const Choice& each : *choices)
      all.push_back({{static_cast<double>(all.size()), each.name}, label_in(answers, each.label)});
  if (const auto* range = std::get_if<Range>(&kind))
    for (const double value : scale_values(*range)) {
      const Value given = numbers::values_of(kind, value).front();
      all.push_back({given, given.text});
    }
  return all;
}

std::uint64_t people_who_gave(const Bars& bars, const Value& value) {
  const auto found =
      std::find_if(bars.bars.begin(), bars.bars.end(), [&](const auto& bar) { return bar.value == value; });
  return found == bars.bars.end() ? 0 : found->people;
}

std::string number_of(const Said& said, const numbers::Bar& bar) {
  if (!said.is_over) return {};
  const std::string count = std::to_string(bar.people);
  if (bar.bound == numbers::Bound::kExactly) return count;
  // translators: beside a bar: so many people gave this answer, perhaps a few more
  return fill(said.answers.words.text("{count} or more"), {{"count", count}});
}

std::vector<ResultBar> result_bars(const Said& said, const Showable& shown, const Bars& bars) {
  struct Row {
    numbers::Bar bar;
    std::string label;
  };
  std::vector<Row> rows;
  for (auto& [value, label] : offered(said.answers, shown.kind())) {
    const auto found = std::find_if(bars.bars.begin(), bars.bars.end(),
                                    [&, &of = value](const auto& bar) { return bar.value == of; });
    // Nobody gave it, or so few that it looks the same.
    if (found == bars.bars.end() && counting_of(shown) == Counting::kEach) continue;
    rows.push_back({found == bars.bars.end() ? numbers::Bar{value, 0} : *found, std::move(label)});
  }
  if (counting_of(shown) == Counting::kEach || rows.size() > kMostBars)
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& one, const Row& other) { return one.bar.people > other.bar.people; });
  if (rows.size() > kMostBars) rows.resize(kMostBars);
  std::uint64_t longest = 1;
  for (const Row& row : rows) longest = std::max(longest, row.bar.people);
  std::vector<ResultBar> result;
  for (const Row& row : rows) {
    const bool leads = row.bar.people > 0 && (row.bar.people == longest || 2 * row.bar.people >= bars.people);
    result.push_back(
        {row.label, number_of(said, row.bar), static_cast<int>(row.bar.people * kWhole / longest), leads});
  }
  return result;
}

// "4", or "3–4" where the middle lies between two steps.
std::string median_text(const Results& results, const QuestionKind& kind) {
  const auto median = numbers::median_of(results);
  if (!median) return {};
  const bool is_range = std::holds_alternative<Range>(kind);
  const auto name = [&](const Value& value) {
    return is_range ? value.text : std::to_string(static_cast<int>(value.order) + 1);
  };
  return median->low == median->high ? name(median->low) : name(median->low) + "–" + name(median->high);
}

ResultScale result_scale(const Said& said, const Question& question, const Results& results,
                         const Bars& bars) {
  ResultScale scale;
  scale.label = label_in(said.answers, question.label);
  std::uint64_t whole = 0;
  for (const auto& bar : bars.bars) whole += bar.people;
  for (const auto& [value, label] : offered(said.answers, question.kind)) {
    const std::uint64_t people = people_who_gave(bars, value);
    scale.parts.push_back({said.is_over && people > 0 ? std::to_string(people) : std::string(),
                           whole == 0 ? 0 : static_cast<int>(people * kWhole / whole)});
  }
  if (said.is_over) scale.median = median_text(results, question.kind);
  return scale;
}

std::string counted_text(const Said& said, std::uint64_t people) {
  const Catalogue& words = said.answers.words;
  const std::vector<std::pair<std::string_view, std::string>> numbers = {
      {"count", std::to_string(people)}, {"least", std::to_string(said.answers.threshold.k())}};
  if (said.is_over)
    // translators: in the corner of a display with answers; {least} is the smallest group that is shown
    return fill(words.plural("{count} answer · shown from {least} on",
                             "{count} answers · shown from {least} on", people),
                numbers);
  // translators: the same while people still answer: numbers are rounded down to multiples of {least}
  return fill(words.plural("At least {count} answer · in steps of {least}",
                           "At least {count} answers · in steps of {least}", people),
              numbers);
}

// Why there is nothing to see.
std::string reason(const Said& said, const Showable& shown, const std::vector<Results>& results) {
  const Catalogue& words = said.answers.words;
  const bool has_blocks =
      std::any_of(results.begin(), results.end(), [](const Results& each) { return each.took_part > 0; });
  // Of one question with one answer that nearly everybody gave.
  if (results.size() == 1 && results.front().at_least.size() == 1 && counting_of(shown) != Counting::kEach) {
    const auto& [value, share] = *results.front().at_least.begin();
    for (const auto& [given, label] : offered(said.answers, shown.kind()))
      if (given == value)
        // translators: instead of numbers, where nearly all people gave the same answer; {answer} is that
        // answer
        return fill(words.text("Most people, or all, gave one answer: {answer}"), {{"answer", label}});
  }
  if (has_blocks) return words.text("Too few answers to show, or too much alike.");
  const std::uint64_t least = said.is_over ? said.answers.threshold.k() : 2 * said.answers.threshold.k();
  // translators: instead of results on a display, while too few people have answered
  return fill(words.plural("Shown when {count} person has answered at one kiosk.",
                           "Shown when {count} people have answered at one kiosk.", least),
              {{"count", std::to_string(least)}});
}

void show_scales(ResultsView& view, const Said& said, const Showable& shown,
                 const std::vector<Results>& results, const std::vector<Bars>& bars) {
  for (std::size_t i = 0; i < shown.rows.size(); ++i)
    view.scales.push_back(result_scale(said, *shown.rows[i], results[i], bars[i]));
  if (shown.rows.size() == 1) view.scales.front().label.clear();
  const auto steps = offered(said.answers, shown.kind());
  view.low = steps.front().second;
  view.high = steps.back().second;
  const bool has_median = std::any_of(view.scales.begin(), view.scales.end(),
                                      [](const ResultScale& scale) { return !scale.median.empty(); });
  // translators: over a column of numbers: half of the people said this or less, half this or more
  if (has_median) view.median = said.answers.words.text("median");
}

}  // namespace

void show_answers(ResultsView& view, const ShownAnswers& answers) {
  const ShownNow& now = answers.room.shown().value;
  const auto shown = showable_named(answers.forms, now.item);
  if (!shown) {
    view.note = answers.words.text("The visit has no such question any more.");
    return;
  }
  const LocalizedText& title =
      shown->rows.size() > 1 && !shown->page->title.empty() ? shown->page->title : shown->rows.front()->label;
  view.question = label_in(answers, title);
  if (!now.revealed) {
    view.note = answers.words.text("The answers are not shown yet.");
    return;
  }
  const Said said(answers);
  std::vector<Results> results;
  std::vector<Bars> bars;
  std::uint64_t people = 0;
  for (const Question* row : shown->rows) {
    results.push_back(said.of(row->name, counting_of(*shown)));
    bars.push_back(said.bars(results.back(), counting_of(*shown)));
    people = std::max(people, bars.back().people);
  }
  if (people == 0) {
    view.note = reason(said, *shown, results);
    return;
  }
  view.header.detail = counted_text(said, people);
  // translators: under the answers of the people in the room
  view.note = answers.words.text("Each voice counts once. Nobody can see who said what.");
  if (is_scale(shown->kind()))
    show_scales(view, said, *shown, results, bars);
  else
    view.bars = result_bars(said, *shown, bars.front());
}

}  // namespace tertulia
