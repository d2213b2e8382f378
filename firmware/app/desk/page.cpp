// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/page.h"

#include <type_traits>
#include <utility>
#include <variant>

#include "firmware/app/desk/strip.h"
#include "firmware/app/desk/undo.h"
#include "firmware/app/text/labels.h"

namespace tertulia {

const std::string& PageAt::say(const LocalizedText& text) const {
  return text.in(words.language(), device_state.pack.visit.default_language());
}

std::string PageAt::clock(WallTime time) const { return clock_text(time, device_state.pack.visit.zone); }

PageAt page_at(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  return {device_state, settings, now, device_state.catalogues.of(language_of(device_state, settings)),
          room_now(device_state, settings.room, now)};
}

std::optional<SignView> sign_of(View screen) {
  return std::visit(
      [](auto& any) -> std::optional<SignView> {
        if constexpr (std::is_constructible_v<SignView, decltype(any)>) return SignView(std::move(any));
        return std::nullopt;
      },
      screen);
}

DeskStrip page_strip(const PageAt& at) {
  DeskStrip strip = desk_strip(at.device_state, at.settings, at.words.text("Moderator"), at.now);
  if (at.room.timer) strip.status = {{countdown_text(remaining_at(*at.room.timer, at.now)), Tone::kMuted}};
  return strip;
}

WritingView writing_page(const PageAt& at, const Moderator& state, std::string title) {
  WritingView view;
  view.tongue = tongue_of(at.words.language());
  view.strip = desk_strip(at.device_state, at.settings, at.words.text("Moderator"), at.now);
  view.title = std::move(title);
  if (!state.problem.empty()) view.problem = at.words.text(state.problem);
  view.close = ControlButton{Control::kClose, at.words.in_context("desk", "Close")};
  return view;
}

OptionsView options_page(const PageAt& at, const Moderator& state, std::string headline) {
  OptionsView view;
  view.tongue = tongue_of(at.words.language());
  view.strip = page_strip(at);
  view.headline = state.problem.empty() ? std::move(headline) : at.words.text(state.problem);
  view.tone = state.problem.empty() ? Tone::kCalm : Tone::kRed;
  if (can_undo(state, at.device_state, at.settings, at.now))
    view.controls.push_back({Control::kUndo, at.words.in_context("desk", "Undo")});
  view.controls.push_back({Control::kClose, at.words.in_context("desk", "Close")});
  return view;
}

}  // namespace tertulia
