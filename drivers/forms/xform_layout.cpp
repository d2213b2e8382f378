// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "drivers/forms/xform_run.h"

namespace tertulia {
namespace {

std::string in_brackets(std::size_t number) { return '[' + std::to_string(number) + ']'; }

}  // namespace

// What was there before stays as it was last looked at.
void XFormRun::lay_out() {
  Before before{std::exchange(places_, {}), std::exchange(now_.questions, {}), std::exchange(by_name_, {})};
  repeats_.clear();
  by_path_.clear();
  lay_out(form_->outline(), form_->outline().inner_path, "", before);
  for (std::size_t at = 0; at < places_.size(); ++at) {
    if (places_[at].row->node != formats::kRootNode) by_path_.emplace(places_[at].path, at);
    by_name_.emplace(places_[at].name, at);
  }
  for (Place& place : places_)
    if (!before.by_name.contains(place.name)) look_at(place);
  for (const Place& gone : before.places) {
    if (by_name_.contains(gone.name)) continue;
    if (gone.row->question == nullptr)
      give(gone.name, {});
    else
      known_.erase(gone.name);  // it counts again when its repetition is back
  }
}

void XFormRun::lay_out(const Outline& outline, const std::string& path, const std::string& numbers,
                       Before& before) {
  for (const Outline::Part& part : outline.parts) {
    if (part.is_repeat) {
      const Outline& repeat = outline.repeats[part.at];
      lay_out_repeat(repeat, path + repeat.inner_path, numbers, before);
      continue;
    }
    const OutlineRow& row = outline.rows[part.at];
    lay_out_row(row, {&row, *row.name + numbers, path + row.inner_path}, before);
  }
}

void XFormRun::lay_out_row(const OutlineRow& row, Place place, Before& before) {
  const auto known = before.by_name.find(place.name);
  Place* old = known == before.by_name.end() ? nullptr : &before.places[known->second];
  if (old != nullptr) place.text = std::move(old->text);
  if (row.question != nullptr) {
    place.shown = now_.questions.size();
    now_.questions.push_back(old != nullptr ? before.questions[old->shown]
                                            : QuestionNow{row.page, row.number, place.name});
    if (row.node == formats::kRootNode) now_.questions.back().is_required = row.is_required;
  }
  places_.push_back(std::move(place));
}

void XFormRun::lay_out_repeat(const Outline& repeat, const std::string& path, const std::string& numbers,
                              Before& before) {
  const std::size_t count = logic_->repetitions(path);
  for (std::size_t number = 1; number <= std::min(count, repeat.at_most); ++number)
    lay_out(repeat, path + in_brackets(number), numbers + in_brackets(number), before);
  repeats_.push_back({&repeat, path, count, now_.questions.size()});
  if (!repeat.is_open) return;
  QuestionNow more{repeat.last_page, 0, ""};
  more.more_of = path;
  now_.questions.push_back(std::move(more));
}

void XFormRun::look_at_repeats() {
  for (const Repetitions& each : repeats_)
    if (each.repeat->is_open)
      now_.questions[each.shown].is_relevant =
          each.count < each.repeat->at_most && logic_->is_next_relevant(each.path);
}

Result<const XFormRun::Repetitions*> XFormRun::open_repeat(std::string_view more_of) const {
  const auto found = std::find_if(repeats_.begin(), repeats_.end(),
                                  [&](const Repetitions& each) { return each.path == more_of; });
  if (found == repeats_.end() || !found->repeat->is_open)
    return Error{"The form has no repeat that the respondent continues at " + std::string(more_of) + "."};
  return &*found;
}

Outcome XFormRun::add_repetition(std::string_view more_of) {
  TRY(const Repetitions* repeat, open_repeat(more_of));
  if (!now_.questions[repeat->shown].is_relevant)
    return Error{"The form takes no more of " + std::string(more_of) + "."};
  now_.given.clear();
  TRY(const formats::ChangedPaths changed, logic_->add_repetition(more_of));
  apply(changed);
  settle();
  return Done{};
}

Outcome XFormRun::remove_repetition(std::string_view more_of) {
  TRY(const Repetitions* repeat, open_repeat(more_of));
  now_.given.clear();
  const std::string last = repeat->path + in_brackets(repeat->count);
  std::vector<std::string> gone;
  for (const Place& place : places_)
    if (place.path.starts_with(last + "/") && known_.contains(place.name)) gone.push_back(place.name);
  TRY(const formats::ChangedPaths changed, logic_->remove_repetition(last));
  apply(changed);
  for (const std::string& name : gone) now_.given[name] = {};
  settle();
  return Done{};
}

}  // namespace tertulia
