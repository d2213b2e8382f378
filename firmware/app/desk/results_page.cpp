// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/results_page.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/shown.h"
#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/results/showable.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/room_screen.h"

namespace tertulia {
namespace {

// Of the questionnaire that kiosks ask about the session that goes on, or went on last. None of a closed
// session: nobody is asked about it.
std::vector<Showable> questions_at(const PageAt& at) {
  const Session* session = noted_session(at.device_state, at.settings.room, at.now);
  if (!session || !for_public(*session).open()) return {};
  const Questionnaire* form = form_about(at.device_state, for_public(*session));
  return form ? showable_in(*form) : std::vector<Showable>{};
}

std::vector<ChoiceButton> options_of_results(const Catalogue& words, bool is_shown, bool is_revealed) {
  std::vector<ChoiceButton> options;
  // translators: a button: puts a question on the room display, still without what people answered
  if (!is_shown || is_revealed) options.push_back({"ask", words.in_context("results", "Only the question")});
  // translators: a button: the room display shows what people answered
  if (!is_revealed) options.push_back({"reveal", words.in_context("results", "Show the answers")});
  // translators: a button: takes a question and its answers off the room display
  if (is_shown) options.push_back({"off", words.text("Take it off")});
  return options;
}

// Signs that answers may not be what people think, as kiosks of the room tell them at the end.
std::vector<OptionGroup> remarks(const PageAt& at) {
  const Session* session = noted_session(at.device_state, at.settings.room, at.now);
  numbers::Watch::Counts all;
  if (!session) return {};
  for (const auto& [device, share] : room_words(at.device_state, at.settings.room).open.results)
    if (share.value.session.text() == session->slug) all += share.value.hasty;
  std::vector<OptionGroup> groups;
  const auto add = [&](const char* id, const std::string& text, std::uint64_t count) {
    OptionGroup group;
    group.id = id;
    group.label = fill(text, {{"count", std::to_string(count)}});
    group.tone = Tone::kAmber;
    if (count > 0) groups.push_back(std::move(group));
  };
  const Catalogue& say = at.words;
  const std::uint64_t fast = all.too_fast;
  const std::uint64_t rush = all.in_bursts;
  add("too-fast",
      // translators: to the moderator, after the session: a sign that answers may not be what people think
      say.plural("At least {count} form was answered faster than anybody reads.",
                 "At least {count} forms were answered faster than anybody reads.", fast),
      fast);
  add("in-bursts",
      // translators: to the moderator, after the session: a sign that one person answered again and again
      say.plural("At least {count} form came right after others at the same kiosk.",
                 "At least {count} forms came right after others at the same kiosk.", rush),
      rush);
  return groups;
}

ShownNow shown_as(const PageAt& at, const std::string& option, const std::string& question) {
  if (option == "off") return shown_instead(at, ShownKind::kPlan);
  ShownNow shown = shown_instead(at, ShownKind::kResults, question);
  shown.revealed = option == "reveal";
  return shown;
}

}  // namespace

OptionsView results_view(const Moderator& state, const PageAt& at) {
  OptionsView view = options_page(at, state, at.words.text("What the room thinks"));
  // translators: to the moderator, in place of the questions whose answers can be shown to the room
  view.empty = at.words.text("No question of this session has answers that can be shown.");
  const ShownNow now = shown_now(at);
  for (const Showable& each : questions_at(at)) {
    OptionGroup group;
    group.id = each.name();
    group.label =
        label_for_all(each.title(), at.words.language(), at.device_state.pack.visit.default_language());
    const bool is_shown = now.kind == ShownKind::kResults && now.item == group.id;
    if (is_shown)
      // translators: of a question: the room display shows it, with or without its answers
      group.value = now.revealed ? at.words.in_context("results", "answers shown")
                                 : at.words.in_context("results", "question shown");
    group.opens = true;
    group.chosen = group.id == state.question;
    if (group.chosen) group.options = options_of_results(at.words, is_shown, is_shown && now.revealed);
    view.groups.push_back(std::move(group));
  }
  for (OptionGroup& each : remarks(at)) view.groups.push_back(std::move(each));
  view.display = sign_of(room_screen(at.device_state, at.settings, at.now));
  return view;
}

PageTouch touch_results(Moderator state, const intent::ChooseOption& chosen, const PageAt& at) {
  if (chosen.option.empty()) {
    state.question = state.question == chosen.group ? std::string() : chosen.group;
    return {std::move(state)};
  }
  const auto questions = questions_at(at);
  const bool is_known = std::any_of(questions.begin(), questions.end(),
                                    [&](const Showable& each) { return each.name() == chosen.group; });
  if (!is_known) return {std::move(state)};
  return {std::move(state), {say_of_noted(at, shown_as(at, chosen.option, chosen.group))}};
}

}  // namespace tertulia
