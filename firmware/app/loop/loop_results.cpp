// SPDX-License-Identifier: Apache-2.0
// What the kiosks of this device count for their rooms. Two kiosks of one device are one part of the people.
#include <algorithm>
#include <utility>

#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/kiosk/kiosk_results.h"
#include "firmware/app/loop/loop.h"
#include "firmware/app/room/public_room.h"

namespace tertulia {
namespace {

constexpr BootTime kCountAgain = std::chrono::seconds(20);  // where the store refused

}  // namespace

// A kiosk counts what the moderator reveals: again with each answer, and when nobody is asked any more.
void Loop::look_at_results(const Now& now) {
  for (const Panel& panel : panels_) {
    const std::string& room = panel.settings.room;
    const std::string about = revealed_session(device_state_, room);
    if (panel.settings.role != Role::kKiosk || about.empty()) continue;
    const bool is_asked = std::any_of(panels_.begin(), panels_.end(), [&](const Panel& each) {
      return each.settings.role == Role::kKiosk &&
             asks_about(each.kiosk, to_ask(device_state_, each.settings, now), about);
    });
    const auto running = public_session_in(device_state_, room, now);
    CountedLast last{device_state_.rooms.at(room).shown().rank,
                     device_state_.counts.submitted,
                     is_asked,
                     running && running->slug().text() == about,
                     device_state_.link == Link::kOnline,
                     device_state_.pack.version};
    Counted& counted = counted_[room];
    if (counted.last == last && (!counted.again || now.boot < *counted.again)) continue;
    if (auto what = results_to_count(device_state_, room, is_asked, now)) {
      for (const Panel& each : panels_)
        if (const auto watch = each.watches.find(about); watch != each.watches.end())
          what->hasty += watch->second.counts();
      // No time finer than that of the session goes with what names answers.
      const EventTime time{now, what->begin};
      if (!boxes_.keeper.put(to_keeper::CountResults{room, *std::move(what), time})) continue;
    }
    counted = {std::move(last), std::nullopt};
  }
}

// Notes how fast the form came that this panel has just sent.
void Loop::watch_hasty(Panel& panel, const SubmissionId& sent) {
  const auto* closing = std::get_if<kiosk::Closing>(&panel.kiosk);
  if (!closing || closing->asking.submission.id != sent) return;
  const kiosk::Asking& asking = closing->asking;
  const auto length = std::chrono::floor<Milliseconds>(asking.last_touch - asking.begun);
  panel.watches[asking.submission.session].sent(asking.last_touch, length, asking.submission.answers.size());
}

void Loop::take(const to_main::ResultsCounted& counted, const Now& now) {
  if (!counted.is_whole) counted_[counted.room].again = now.boot + kCountAgain;
  if (!counted.share) return;
  const RoomState& state = device_state_.rooms[counted.room];
  const auto held = state.open.results.find(device_state_.device);
  if (held != state.open.results.end() && held->second.value == *counted.share) return;
  say({counted.room, tertulia::say(state, *counted.share, device_state_.device)}, now);
}

}  // namespace tertulia
