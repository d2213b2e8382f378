// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/clock_page.h"

#include <algorithm>
#include <utility>

#include "firmware/app/desk/lock.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"
#include "firmware/domain/typed_time.h"

namespace tertulia {
namespace {

constexpr int kDaysShown = 5;

// A set clock is hardly ever wrong by days. One that is not set says nothing: the visit knows better.
LocalTime first_day(const ClockDraft& draft, const PageAt& at) {
  const auto today = to_local(at.now.wall, at.zone());
  const bool knows_today = is_set(at.now) && today.ok();
  const LocalTime from = knows_today ? days_after(today.value(), -1).value_or(today.value())
                                     : at.device_state.pack.visit.first_day;
  return days_after(from, draft.pages * kDaysShown).value_or(from);
}

// A day that nobody chose is one of which there is no doubt.
std::optional<LocalTime> chosen_day(const ClockDraft& draft, const PageAt& at) {
  if (draft.day) return draft.day;
  const Visit& visit = at.device_state.pack.visit;
  const auto today = to_local(at.now.wall, at.zone());
  if (is_set(at.now)) return today.ok() ? std::optional(today.value()) : std::nullopt;
  return days_between(visit.first_day, visit.last_day) == 0 ? std::optional(visit.first_day) : std::nullopt;
}

std::vector<ChoiceButton> day_choices(const ClockDraft& draft, const PageAt& at) {
  // translators: a button: days before those that are shown
  std::vector<ChoiceButton> days{{"earlier", at.words.in_context("days", "Earlier"), false}};
  const auto chosen = chosen_day(draft, at);
  const LocalTime first = first_day(draft, at);
  for (int i = 0; i < kDaysShown; ++i)
    if (const auto day = days_after(first, i))
      days.push_back(
          {to_iso_day(*day), day_text(at.words, *day), chosen && days_between(*chosen, *day) == 0});
  // translators: a button: days after those that are shown
  days.push_back({"later", at.words.in_context("days", "Later"), false});
  return days;
}

// "14" alone is a number of minutes to typed_time(), and a person who is not done yet.
std::optional<Milliseconds> time_of_day(const std::string& typed) {
  const auto time = typed_time(typed);
  if (!time.ok() || typed.size() < 3 || time.value() >= std::chrono::hours(24)) return std::nullopt;
  return time.value();
}

}  // namespace

std::optional<DeskNews> clock_news(const PageAt& at) {
  if (is_set(at.now)) return std::nullopt;
  // translators: a line to touch on the moderator’s screen
  return DeskNews{at.words.text("The clock is not set. Touch here to set it."), Tone::kAmber,
                  Control::kSetting};
}

Moderator touch_clock(Moderator state, const intent::ChooseOption& chosen, const PageAt& at) {
  constexpr int kMostPages = 100;
  ClockDraft& draft = state.clock;
  draft.is_sure = false;
  if (chosen.option == "earlier") draft.pages = std::max(draft.pages - 1, -kMostPages);
  if (chosen.option == "later") draft.pages = std::min(draft.pages + 1, kMostPages);
  const LocalTime first = first_day(draft, at);
  for (int i = 0; i < kDaysShown; ++i)
    if (const auto day = days_after(first, i); day && to_iso_day(*day) == chosen.option) draft.day = day;
  return state;
}

Result<WallTime> clock_said(const Moderator& state, const PageAt& at) {
  const auto day = chosen_day(state.clock, at);
  if (!day) return Error{refusal("Touch the day that it is today.")};
  const auto time = time_of_day(state.typed);
  if (!time) return Error{refusal("Write the time of day, like 14:30")};
  return to_wall(*day, *time, at.zone());
}

bool ends_what_runs(WallTime said, const PageAt& at) {
  Now then = at.now;
  then.wall = said;
  then.quality = ClockQuality::kOperator;
  return at.room.timer && over_since(*at.room.session, *at.room.timer, then, at.zone());
}

TimeView clock_view(const Moderator& state, const PageAt& at) {
  const Catalogue& words = at.words;
  TimeView view;
  view.tongue = tongue_of(words.language());
  view.strip = page_strip(at);
  view.headline = words.text("What day and time is it?");
  view.days = day_choices(state.clock, at);
  view.typed = state.typed;
  view.pad = time_pad();
  const auto said = clock_said(state, at);
  view.meaning = said.ok() ? moment_text(words, said.value(), at.zone()) : words.text(said.error().message);
  if (!state.problem.empty()) {
    view.meaning = words.text(state.problem);
    view.tone = Tone::kRed;
  }
  view.controls = {{Control::kClose, words.in_context("desk", "Close")},
                   // translators: a button: this is the day and the time
                   {Control::kSetClock, words.text("Set the clock")}};
  return view;
}

View clock_beside_status(const Moderator& state, const DeviceState& device_state,
                         const RoleSettings& settings, const Now& now) {
  const PageAt at = page_at(device_state, settings, now);
  if (seated(state.lock, settings)) return clock_view(state, at);
  PinView view = pin_view(state.lock, device_state, settings, now);
  std::erase_if(view.roles, [](const DeskRoleButton& each) { return each.role != DeskRole::kModerator; });
  view.close = ControlButton{Control::kClose, at.words.in_context("desk", "Close")};
  return view;
}

}  // namespace tertulia
