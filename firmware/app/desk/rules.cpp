// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/rules.h"

#include <algorithm>
#include <string>
#include <utility>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/shown.h"

namespace tertulia {
namespace {

constexpr Milliseconds kStep = std::chrono::seconds(30);

// The sign stays before its number in right-to-left languages too (U+2066 ... U+2069).
std::vector<ChoiceButton> steps() { return {{"less", "\u2066–00:30\u2069"}, {"more", "\u2066+00:30\u2069"}}; }

OptionGroup mark(std::string id, std::string label, Milliseconds before) {
  OptionGroup group;
  group.id = std::move(id);
  group.label = std::move(label);
  group.value = countdown_text(before);
  group.options = steps();
  return group;
}

// The marks of the part that runs, as this touch makes them. The warning never comes after the last moments.
void move_mark(PlanChange& change, const Segment& part, const intent::ChooseOption& chosen) {
  const Milliseconds by = chosen.option == "more" ? kStep : -kStep;
  const auto within = [&](Milliseconds time) { return std::clamp(time, Milliseconds(0), part.length); };
  if (chosen.group == "amber") {
    change.amber_before = within(part.amber() + by);
    change.red_before = std::min(part.red(), *change.amber_before);
  } else {
    change.red_before = within(part.red() + by);
    change.amber_before = std::max(part.amber(), *change.red_before);
  }
}

}  // namespace

RoomSaying count_to(const PageAt& at, Control control) {
  ShownNow shown = shown_now(at);
  shown.counts_to_end = control == Control::kCountToEnd;
  return say_shown(at, std::move(shown));
}

OptionsView rules_view(const Moderator& state, const PageAt& at) {
  const Catalogue& words = at.words;
  // translators: the heading of the page where the moderator sets how the clock of a part behaves
  OptionsView view = options_page(at, state, words.text("How the clock behaves"));
  const Segment* part = at.room.segment();
  if (!part) {
    view.empty = words.text("Nothing is planned in this room: choose a session first.");
    return view;
  }
  const bool holds = at.room.timer->hold;
  // translators: above a choice: what starts the next part of a session
  view.groups.push_back({"starts", words.text("What starts a part"), "", Tone::kCalm, {}});
  // translators: a button: the clock starts nothing by itself, only a person does
  view.groups.back().options = {{"hold", words.text("Wait for me at each part"), holds},
                                // translators: a button: the clock starts each part by itself when it is due
                                {"roll", words.text("Let the clock start each part"), !holds}};
  const bool to_end = shown_now(at).counts_to_end;
  // translators: above a choice: what the large countdown on the displays counts
  view.groups.push_back({"counts", words.text("What the displays count"), "", Tone::kCalm, {}});
  // translators: a button: the displays count each part of the session down
  view.groups.back().options = {{"count-to-part", words.text("Each part"), !to_end},
                                // translators: a button: the displays count to the end of the session
                                {"count-to-end", words.text("To the end of the session"), to_end}};
  // translators: how long before the end of a part the displays turn amber
  view.groups.push_back(mark("amber", words.text("“Wrap up” before the end"), part->amber()));
  // translators: how long before the end of a part the displays turn red
  view.groups.push_back(mark("red", words.text("“Last moments” before the end"), part->red()));
  return view;
}

PageTouch touch_rules(Moderator state, const intent::ChooseOption& chosen, const PageAt& at) {
  if (chosen.option == "count-to-end") return {std::move(state), {count_to(at, Control::kCountToEnd)}};
  if (chosen.option == "count-to-part") return {std::move(state), {count_to(at, Control::kCountToPart)}};
  const Segment* part = at.room.segment();
  if (!part || (chosen.group != "amber" && chosen.group != "red")) return {std::move(state)};
  const Session* session = at.device_state.pack.agenda.find(at.room.session->id);
  const auto index = session ? session->rundown.find(part->id) : std::nullopt;
  if (!index) return {std::move(state)};
  const PublicSession shown = for_public(*session);
  const RoomState& words = room_words(at.device_state, at.settings.room);
  Plan plan = words.plan().value;
  move_mark(change_of(plan, shown.slug(), shown.segment(*index)), *part, chosen);
  return {std::move(state), {{at.settings.room, say(words, std::move(plan), at.device_state.device)}}};
}

}  // namespace tertulia
