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

// What all kiosks of the room have said of that version of the form about the session.
class Said {
 public:
  Said(const ShownAnswers& answers, const Questionnaire& form) : answers_(answers) {
    for (const auto& [device, share] : answers.room.open.results)
      if (share.value.session.text() == answers.session && share.value.form == form.id &&
          share.value.form_hash == form.hash)
        shares_.push_back(&share.value);
  }

  // Nobody is asked any more, at no kiosk.
  [[nodiscard]] bool is_over() const {
    return !shares_.empty() && std::all_of(shares_.begin(), shares_.end(),
                                           [](const ResultsShare* share) { return share->is_over; });
  }
  // No kiosk has counted this question yet, though one has told of another.
  [[nodiscard]] bool has_not_counted(const Showable& shown) const {
    return !shares_.empty() && std::none_of(shares_.begin(), shares_.end(), [&](const ResultsShare* share) {
      return share->questions.contains(shown.rows.front()->name);
    });
  }
  [[nodiscard]] Results of(const std::string& question, Counting counting) const {
    Results sum;
    for (const ResultsShare* share : shares_)
      if (const auto found = share->questions.find(question); found != share->questions.end())
        sum = sum_of(sum, found->second, counting);
    return sum;
  }
  // As far as it may be shown now.
  [[nodiscard]] Bars bars(const Results& results, Counting counting) const {
    const Bars exact = bars_of(results, counting);
    return is_over() ? exact : in_steps(exact, answers_.threshold);
  }
  [[nodiscard]] const ShownAnswers& answers() const { return answers_; }

 private:
  const ShownAnswers& answers_;
  std::vector<const ResultsShare*> shares_;
};

std::string label_in(const ShownAnswers& answers, const LocalizedText& label) {
  return label_for_all(label, answers.words.language(), answers.fallback);
}

Counting counting_of(const Showable& shown) { return numbers::counting_of(shown.kind(), shown.in_repeat()); }

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

// Of a value that nobody gave, or so few that it looks the same, a bar without people.
numbers::Bar bar_of(const Bars& bars, const Value& value) {
  const auto found =
      std::find_if(bars.bars.begin(), bars.bars.end(), [&](const auto& bar) { return bar.value == value; });
  return found == bars.bars.end() ? numbers::Bar{value} : *found;
}

std::string number_of(const Said& said, const numbers::Bar& bar) {
  if (!said.is_over()) return {};
  std::string count = std::to_string(bar.people);
  if (bar.bound == numbers::Bound::kExactly) return count;
  // translators: beside a bar: so many people gave this answer, perhaps a few more
  return fill(said.answers().words.text("{count} or more"), {{"count", count}});
}

// While people answer, lengths are parts of all of them: as parts of what is told, the first choice that a
// group is known to have made would look like everybody's.
void show_bars(ResultsView& view, const Said& said, const Showable& shown, const Bars& bars) {
  struct Row {
    numbers::Bar bar;
    std::string label;
  };
  std::vector<Row> rows;
  for (auto& [value, label] : offered(said.answers(), shown.kind())) {
    const numbers::Bar bar = bar_of(bars, value);
    if (bar.people > 0 || counting_of(shown) != Counting::kEach) rows.push_back({bar, std::move(label)});
  }
  if (counting_of(shown) == Counting::kEach || rows.size() > kMostBars)
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& one, const Row& other) { return one.bar.people > other.bar.people; });
  if (rows.size() > kMostBars) {
    rows.resize(kMostBars);
    const Catalogue& words = said.answers().words;
    // translators: under bars, where a question has more answers than there is room for
    const std::string most = words.text("The {count} most frequent answers.");
    view.note = fill(most, {{"count", std::to_string(kMostBars)}});
  }
  std::uint64_t longest = 1;
  for (const Row& row : rows) longest = std::max(longest, row.bar.people);
  const std::uint64_t whole = said.is_over() ? longest : bars.people;
  for (const Row& row : rows) {
    const bool leads = row.bar.people > 0 && (row.bar.people == longest || 2 * row.bar.people >= bars.people);
    const auto length = static_cast<int>(row.bar.people * kWhole / whole);
    view.bars.push_back({row.label, number_of(said, row.bar), length, leads});
  }
}

// "4", or "3–4" where the middle lies between two steps. Of choices their places, from 1.
std::string median_text(const Results& results, const QuestionKind& kind,
                        const std::vector<std::pair<Value, std::string>>& steps) {
  const auto median = numbers::median_of(results);
  const auto name = [&](const Value& value) -> std::string {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return step.first == value; });
    if (found == steps.end()) return {};
    return std::holds_alternative<Range>(kind) ? value.text : std::to_string(found - steps.begin() + 1);
  };
  if (!median || name(median->low).empty() || name(median->high).empty()) return {};
  return median->low == median->high ? name(median->low) : name(median->low) + "–" + name(median->high);
}

ResultScale result_scale(const Said& said, const Question& question, const Results& results,
                         const Bars& bars) {
  ResultScale scale;
  scale.label = label_in(said.answers(), question.label);
  std::uint64_t told = 0;
  for (const auto& bar : bars.bars) told += bar.people;
  const std::uint64_t whole = said.is_over() ? told : bars.people;
  const auto steps = offered(said.answers(), question.kind);
  for (const auto& [value, label] : steps) {
    const std::uint64_t people = bar_of(bars, value).people;
    scale.parts.push_back({said.is_over() && people > 0 ? std::to_string(people) : std::string(),
                           whole == 0 ? 0 : static_cast<int>(people * kWhole / whole)});
  }
  if (said.is_over()) scale.median = median_text(results, question.kind, steps);
  return scale;
}

std::string counted_text(const Said& said, std::uint64_t people) {
  const Catalogue& words = said.answers().words;
  const std::vector<std::pair<std::string_view, std::string>> numbers = {
      {"count", std::to_string(people)}, {"least", std::to_string(said.answers().threshold.k())}};
  if (said.is_over())
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
  const Catalogue& words = said.answers().words;
  const bool has_blocks =
      std::any_of(results.begin(), results.end(), [](const Results& each) { return each.took_part > 0; });
  if (said.has_not_counted(shown)) return words.text("The answers are not shown yet.");
  if (!has_blocks)
    return said.is_over() ? words.text("Too few people answered at one kiosk to show it.")
                          : words.text("Not enough people have answered at one kiosk yet.");
  // One question, and one answer that more than half are known to have given.
  if (results.size() == 1 && results.front().at_least.size() == 1 && counting_of(shown) != Counting::kEach) {
    const auto& [value, share] = *results.front().at_least.begin();
    if (2 * share.count > results.front().took_part)
      for (const auto& [given, label] : offered(said.answers(), shown.kind()))
        if (given == value)
          // translators: in place of numbers, where nearly all people gave the same answer, {answer}
          return fill(words.text("Most people, or all, gave one answer: {answer}"), {{"answer", label}});
  }
  return words.text("Too few answers to show, or too much alike.");
}

void show_scales(ResultsView& view, const Said& said, const Showable& shown,
                 const std::vector<Results>& results, const std::vector<Bars>& bars) {
  for (std::size_t i = 0; i < shown.rows.size(); ++i)
    view.scales.push_back(result_scale(said, *shown.rows[i], results[i], bars[i]));
  if (shown.rows.size() == 1) view.scales.front().label.clear();
  const auto steps = offered(said.answers(), shown.kind());
  view.low = steps.front().second;
  view.high = steps.back().second;
  const bool has_median = std::any_of(view.scales.begin(), view.scales.end(),
                                      [](const ResultScale& scale) { return !scale.median.empty(); });
  // translators: over a column of numbers: half of the people said this or less, half this or more
  if (has_median) view.median = said.answers().words.text("median");
}

}  // namespace

void show_answers(ResultsView& view, const ShownAnswers& answers) {
  const ShownNow& now = answers.room.shown().value;
  const auto shown = showable_named(answers.forms, now.item);
  if (!shown) {
    view.note = answers.words.text("The visit has no such question any more.");
    return;
  }
  view.question = label_in(answers, shown->title());
  if (!now.revealed) {
    view.note = answers.words.text("The answers are not shown yet.");
    return;
  }
  const Said said(answers, *shown->form);
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
  view.note = answers.words.text("Each answer counts once. Nobody can see who said what.");
  if (is_scale(shown->kind()))
    show_scales(view, said, *shown, results, bars);
  else
    show_bars(view, said, *shown, bars.front());
}

}  // namespace tertulia
