// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/clocks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "firmware/app/desk/shown.h"
#include "firmware/app/room/side_times.h"
#include "firmware/domain/room/side_clocks.h"

namespace tertulia {
namespace {

constexpr std::array<int, 5> kInterventions{30, 60, 120, 180, 300};  // seconds
constexpr std::array<int, 5> kGroupWork{300, 600, 900, 1200, 1800};

const std::array<int, 5>& lengths_of(std::string_view label) {
  return label == kIntervention ? kInterventions : kGroupWork;
}

// A number of seconds that a button offers; zero: it is none of them.
Milliseconds length_of(std::string_view label, const std::string& option) {
  int seconds = 0;
  const auto [end, problem] = std::from_chars(option.data(), option.data() + option.size(), seconds);
  const auto& lengths = lengths_of(label);
  const bool is_offered = problem == std::errc() && end == option.data() + option.size() &&
                          std::find(lengths.begin(), lengths.end(), seconds) != lengths.end();
  return std::chrono::seconds(is_offered ? seconds : 0);
}

std::vector<ChoiceButton> options_of(const Catalogue& words, const SideClock* clock, std::string_view label) {
  std::vector<ChoiceButton> options;
  if (clock) {
    options.push_back(is_counting(*clock) ? ChoiceButton{"pause", words.text("Pause")}
                                          : ChoiceButton{"resume", words.text("Resume")});
    // translators: a button: the clock beside that of the part is no longer needed
    options.push_back({"stop", words.in_context("clock", "End")});
    return options;
  }
  for (const int seconds : lengths_of(label))
    options.push_back({std::to_string(seconds), countdown_text(std::chrono::seconds(seconds))});
  return options;
}

}  // namespace

OptionsView clocks_view(const Moderator& state, const PageAt& at) {
  OptionsView view = options_page(at, state, at.words.text("Clocks"));
  const ShownNow shown = shown_now(at);
  for (const std::string_view label : kSideClocks) {
    const SideClock* clock = find_clock(shown, label);
    OptionGroup group;
    group.id = "clock-" + std::string(label == kIntervention ? "0" : label);
    group.label = side_label(at.words, label);
    group.options = options_of(at.words, clock, label);
    if (clock) {
      const SideTime time = side_time(at.words, *clock, at.now);
      group.value = time.countdown;
      group.tone = time.tone;
    }
    view.groups.push_back(std::move(group));
  }
  return view;
}

PageTouch touch_clocks(Moderator state, const intent::ChooseOption& chosen, const PageAt& at) {
  ShownNow shown = shown_now(at);
  const ShownNow before = shown;
  for (const std::string_view label : kSideClocks) {
    if (chosen.group != "clock-" + std::string(label == kIntervention ? "0" : label)) continue;
    const Milliseconds length = length_of(label, chosen.option);
    if (length > Milliseconds(0)) shown = with_clock(std::move(shown), label, length, at.now);
    if (chosen.option == "pause") shown = with_clock_paused(std::move(shown), label, at.now);
    if (chosen.option == "resume") shown = with_clock_going_on(std::move(shown), label, at.now);
    if (chosen.option == "stop") shown = without_clock(std::move(shown), label);
    // Who speaks now is what the moderator looks at next.
    if (label == kIntervention && length > Milliseconds(0)) state.page = DeskPage::kDesk;
  }
  if (shown == before) return {std::move(state)};
  return {std::move(state), {say_shown(at, std::move(shown))}};
}

}  // namespace tertulia
