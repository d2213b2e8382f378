// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/questions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/shown.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

struct Floor {
  std::optional<PublicSession> session;  // that goes on, or that went on last
  const RoomState& words;
  std::vector<FloorItem> items;
};

Floor floor_at(const PageAt& at) {
  Floor floor{{}, room_words(at.device_state, at.settings.room), {}};
  if (const Session* session = noted_session(at.device_state, at.settings.room, at.now)) {
    floor.session = for_public(*session);
    floor.items = floor.words.floor(floor.session->slug().text());
  }
  return floor;
}

RoomSaying say_verdicts(const Floor& floor, Verdicts verdicts, const PageAt& at) {
  return {at.settings.room, say(floor.words, std::move(verdicts), at.device_state.device,
                                floor.session ? &*floor.session : nullptr)};
}

// All stand in the order of now, and this one a place further up or down.
std::optional<Verdicts> moved(const Floor& floor, const std::string& id, int by) {
  Verdicts verdicts = floor.words.verdicts().value;
  verdicts.order.clear();
  for (const FloorItem& each : floor.items) verdicts.order.push_back(each.id);
  const auto at = std::find(verdicts.order.begin(), verdicts.order.end(), id);
  const auto place = at - verdicts.order.begin();
  const bool has_room =
      at != verdicts.order.end() && place + by >= 0 && place + by < std::ssize(verdicts.order);
  if (!has_room) return std::nullopt;
  std::iter_swap(at, at + by);
  return verdicts;
}

std::vector<RoomSaying> judged(const Floor& floor, const std::string& id, FloorVerdict verdict,
                               const PageAt& at) {
  Verdicts verdicts = floor.words.verdicts().value;
  verdicts.of[id] = verdict;
  std::vector<RoomSaying> sayings{say_verdicts(floor, std::move(verdicts), at)};
  // What is on the display leaves it.
  const ShownNow shown = shown_now(at);
  if (shown.kind == ShownKind::kQuestion && shown.item == id)
    sayings.push_back(say_shown(at, shown_instead(at, ShownKind::kPlan)));
  return sayings;
}

std::string state_text(const Catalogue& words, FloorVerdict verdict) {
  switch (verdict) {
    case FloorVerdict::kPicked:
      // translators: of a question: it is on the room display now
      return words.in_context("question", "shown");
    case FloorVerdict::kAnswered:
      // translators: of a question: somebody has answered it
      return words.in_context("question", "answered");
    case FloorVerdict::kHidden:
      // translators: of a question: people at the kiosk do not see it
      return words.in_context("question", "hidden");
    case FloorVerdict::kOpen:
      break;
  }
  return {};
}

std::vector<ChoiceButton> options_of(const Catalogue& words, FloorVerdict verdict) {
  std::vector<ChoiceButton> options;
  // translators: a button: puts a question on the room display
  if (verdict == FloorVerdict::kOpen) options.push_back({"pick", words.in_context("question", "Show")});
  // translators: a button: a question has been answered
  if (verdict == FloorVerdict::kOpen || verdict == FloorVerdict::kPicked)
    options.push_back({"answered", words.in_context("question", "Answered")});
  // translators: a button: an answered or hidden question waits for an answer again
  else
    options.push_back({"open", words.in_context("question", "Open again")});
  options.push_back({"up", words.in_context("note", "Up")});
  options.push_back({"down", words.in_context("note", "Down")});
  // translators: a button: people at the kiosk no longer see a question
  if (verdict != FloorVerdict::kHidden) options.push_back({"hide", words.in_context("question", "Hide")});
  return options;
}

}  // namespace

OptionsView questions_view(const Moderator& state, const PageAt& at) {
  OptionsView view = options_page(at, state, at.words.text("Questions from the floor"));
  view.empty = at.words.text("Nobody has asked anything yet.");
  for (const FloorItem& each : floor_at(at).items) {
    OptionGroup group;
    group.id = each.id;
    group.label = each.question.text;
    group.value = std::to_string(each.supports);
    if (each.verdict != FloorVerdict::kOpen) {
      group.value = joined(state_text(at.words, each.verdict), group.value);
      group.tone = each.verdict == FloorVerdict::kPicked ? Tone::kCalm : Tone::kMuted;
    }
    group.opens = true;
    group.chosen = each.id == state.question;
    if (group.chosen) group.options = options_of(at.words, each.verdict);
    view.groups.push_back(std::move(group));
  }
  return view;
}

PageTouch touch_questions(Moderator state, const intent::ChooseOption& chosen, const PageAt& at) {
  const std::string& id = chosen.group;
  if (chosen.option.empty()) {
    state.question = state.question == id ? std::string() : id;
    return {std::move(state)};
  }
  const Floor floor = floor_at(at);
  const auto known = std::find_if(floor.items.begin(), floor.items.end(),
                                  [&](const FloorItem& each) { return each.id == id; });
  if (known == floor.items.end()) return {std::move(state)};
  if (chosen.option == "pick") return {std::move(state), pick(id, at)};
  if (chosen.option == "answered") return {std::move(state), judged(floor, id, FloorVerdict::kAnswered, at)};
  if (chosen.option == "hide") return {std::move(state), judged(floor, id, FloorVerdict::kHidden, at)};
  if (chosen.option == "open") return {std::move(state), judged(floor, id, FloorVerdict::kOpen, at)};
  const bool is_move = chosen.option == "up" || chosen.option == "down";
  if (auto verdicts = is_move ? moved(floor, id, chosen.option == "up" ? -1 : 1) : std::nullopt)
    return {std::move(state), {say_verdicts(floor, *std::move(verdicts), at)}};
  return {std::move(state)};
}

std::vector<RoomSaying> pick(const std::string& question, const PageAt& at) {
  const Floor floor = floor_at(at);
  if (!floor.session) return {};
  Verdicts verdicts = floor.words.verdicts().value;
  const auto known = verdicts.of.find(question);
  const bool is_picked = known != verdicts.of.end() && known->second == FloorVerdict::kPicked;
  // One question is shown at a time: the one before has been answered.
  for (auto& [id, verdict] : verdicts.of)
    if (verdict == FloorVerdict::kPicked) verdict = FloorVerdict::kAnswered;
  if (!is_picked) verdicts.of[question] = FloorVerdict::kPicked;
  ShownNow shown =
      is_picked ? shown_instead(at, ShownKind::kPlan) : shown_instead(at, ShownKind::kQuestion, question);
  return {say_verdicts(floor, std::move(verdicts), at), say_shown(at, std::move(shown))};
}

}  // namespace tertulia
