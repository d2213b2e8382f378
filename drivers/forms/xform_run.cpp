// SPDX-License-Identifier: Apache-2.0
#include "drivers/forms/xform_run.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "firmware/formats/expressions/answer_text.h"

namespace tertulia {
namespace {

using formats::kRootNode;

formats::EvaluationContext context_of(CompiledForm* form, const Respondent& respondent,
                                      formats::CalendarWords words) {
  formats::EvaluationContext context;
  context.now = respondent.time;
  context.zone = respondent.zone;
  context.words = std::move(words);
  context.seed = respondent.seed;
  context.choice_label = [form, language = respondent.language](std::string_view list,
                                                                std::string_view name) {
    return form->choice_label(std::string(list), std::string(name), language);
  };
  return context;
}

}  // namespace

XFormRun::XFormRun(std::shared_ptr<CompiledForm> form, const Respondent& respondent,
                   formats::CalendarWords words)
    : form_(std::move(form)),
      logic_(std::make_unique<formats::FormLogic>(form_->rules(),
                                                  context_of(form_.get(), respondent, std::move(words)))),
      time_(respondent.time) {
  lay_out();
  settle();
}

// Those that have another value than at the last take(), in the order of their names.
std::vector<std::string> XFormRun::differing(const Answers& answers) const {
  std::vector<std::string> names;
  auto known = known_.begin();
  for (const auto& [name, answer] : answers) {
    for (; known != known_.end() && known->first < name; ++known) names.push_back(known->first);
    const bool is_known = known != known_.end() && known->first == name;
    if (!is_known || known->second != answer) names.push_back(name);
    if (is_known) ++known;
  }
  for (; known != known_.end(); ++known) names.push_back(known->first);
  return names;
}

// An answer may make the repetition in which another one stands: then that one has its turn after it. One
// whose repetition is not there yet stays unknown, until it is.
const FormNow& XFormRun::take(const Answers& answers, WallTime time) {
  now_.given.clear();
  std::vector<std::string> left = differing(answers);  // before the clock gives new ones
  if (time != std::exchange(time_, time)) apply(logic_->refresh(time));
  const auto is_here = [&](const std::string& name) { return by_name_.contains(name); };
  for (auto absent = left.begin();; left.erase(left.begin(), absent)) {
    absent = std::stable_partition(left.begin(), left.end(), is_here);
    if (absent == left.begin()) break;
    std::sort(left.begin(), absent, [&](const std::string& one, const std::string& other) {
      return by_name_.at(one) < by_name_.at(other);
    });
    for (auto name = left.begin(); name != absent; ++name) set(*name, answers);
  }
  settle();
  return now_;
}

void XFormRun::set(const std::string& name, const Answers& answers) {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return;  // an answer before it took its repetition away
  const auto answer = answers.find(name);
  std::string text;
  if (answer == answers.end()) {
    known_.erase(name);
  } else {
    known_[name] = answer->second;
    text = formats::form_text_of(answer->second);
  }
  now_.given.erase(name);
  Place& place = places_[found->second];
  if (place.row->question == nullptr || place.row->node == kRootNode || place.text == text) return;
  place.text = text;
  // Refused is only what no kiosk takes: a text of 100,000 bytes, or with a zero byte.
  if (const auto changed = logic_->set(place.path, std::move(text))) apply(changed.value());
}

void XFormRun::apply(const formats::ChangedPaths& changed) {
  bool is_question_only = true;
  for (const std::string& path : changed) {
    const auto found = by_path_.find(path);
    if (found != by_path_.end())
      look_at(places_[found->second]);
    else
      is_question_only = false;
  }
  const auto has_other_count = [&](const Repetitions& each) {
    return logic_->repetitions(each.path) != each.count;
  };
  if (!is_question_only && std::any_of(repeats_.begin(), repeats_.end(), has_other_count)) lay_out();
}

void XFormRun::look_at(Place& place) {
  if (place.row->node == kRootNode) return;  // the rules know nothing of it
  const auto state = logic_->state(place.path);
  if (!state) return;  // of a repetition that goes
  const Question* question = place.row->question;
  if (question != nullptr) {
    QuestionNow& now = now_.questions[place.shown];
    const auto& choices = form_->rules().node(place.row->node).choices;
    const bool is_filtered = choices && choices->filter;
    now.is_relevant = state->is_relevant;
    now.is_required = state->is_required || (state->is_relevant && place.row->is_required);
    // Nobody can choose where nothing is offered.
    if (now.is_required && is_filtered) now.is_required = !this->choices(place.name).empty();
    now.is_read_only = state->is_read_only;
    now.is_valid = state->is_valid;
    if (!state->is_relevant) return;  // its answer is kept
    if (is_filtered && !place.text.empty()) filtered_.push_back(place.path);
  }
  if (state->value == place.text) return;
  place.text = state->value;
  give(place.name,
       question != nullptr
           ? formats::answer_from(place.text, *question)
           : formats::value_from(place.text, form_->rules().node(place.row->node).type, form_->room()));
}

// The answer without what is not offered.
AnswerValue XFormRun::offered_part(const Place& place, const AnswerValue& answer) const {
  const std::vector<Choice>& all = *choices_of(place.row->question->kind);
  const std::vector<std::size_t> offered = choices(place.name);
  const auto is_offered = [&](const std::string& name) {
    return std::any_of(offered.begin(), offered.end(), [&](std::size_t at) { return all[at].name == name; });
  };
  if (const auto* one = std::get_if<std::string>(&answer)) return is_offered(*one) ? answer : AnswerValue();
  std::vector<std::string> kept;
  if (const auto* several = std::get_if<std::vector<std::string>>(&answer))
    std::copy_if(several->begin(), several->end(), std::back_inserter(kept), is_offered);
  return kept.empty() ? AnswerValue() : AnswerValue(std::move(kept));
}

// What goes may take away others in turn. Answers only get shorter, so this ends.
void XFormRun::drop_stale() {
  for (std::size_t at = 0; at < filtered_.size(); ++at) {
    const auto found = by_path_.find(filtered_[at]);
    if (found == by_path_.end()) continue;
    Place& place = places_[found->second];
    const auto known = known_.find(place.name);
    if (known == known_.end()) continue;
    AnswerValue kept = offered_part(place, known->second);
    if (kept == known->second) continue;
    place.text = formats::form_text_of(kept);
    give(place.name, std::move(kept));
    if (const auto changed = logic_->set(place.path, place.text)) apply(changed.value());
  }
  filtered_.clear();
}

void XFormRun::settle() {
  drop_stale();
  look_at_repeats();
}

void XFormRun::give(const std::string& name, AnswerValue answer) {
  const auto known = known_.find(name);
  const bool is_none = std::holds_alternative<std::monostate>(answer);
  if (known == known_.end() ? is_none : known->second == answer) return;
  if (is_none)
    known_.erase(known);
  else
    known_[name] = answer;
  now_.given[name] = std::move(answer);
}

const XFormRun::Place* XFormRun::place_of(std::string_view name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return nullptr;
  const Place& place = places_[found->second];
  return place.row->node == kRootNode ? nullptr : &place;
}

std::string XFormRun::filled(std::string_view text, std::string_view question) const {
  const Place* place = place_of(question);
  const formats::TextTemplate* compiled = form_->text(text, place == nullptr ? kRootNode : place->row->node);
  if (compiled == nullptr) return std::string(text);
  return logic_->text(*compiled, place == nullptr ? form_->outline().inner_path : place->path);
}

std::vector<std::size_t> XFormRun::choices(std::string_view question) const {
  const auto found = by_name_.find(question);
  const OutlineRow* row = found == by_name_.end() ? nullptr : places_[found->second].row;
  const auto* offered =
      row == nullptr || row->question == nullptr ? nullptr : choices_of(row->question->kind);
  if (offered == nullptr) return {};
  if (row->node != kRootNode && form_->rules().node(row->node).choices)
    if (const auto rows = logic_->choices(places_[found->second].path))
      return form_->positions(*row, rows.value());
  std::vector<std::size_t> all(offered->size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

}  // namespace tertulia
