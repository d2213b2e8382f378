// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_results.h"

#include <chrono>
#include <memory>
#include <utility>

#include "firmware/app/results/showable.h"
#include "firmware/app/room/public_room.h"

namespace tertulia {
namespace {

const kiosk::Asking* asking_of(const Kiosk& kiosk) {
  if (const auto* asking = std::get_if<kiosk::Asking>(&kiosk)) return asking;
  if (const auto* closing = std::get_if<kiosk::Closing>(&kiosk)) return &closing->asking;
  const auto* still = std::get_if<kiosk::StillThere>(&kiosk);
  return still ? std::get_if<kiosk::Asking>(&still->left) : nullptr;
}

struct About {
  std::optional<PublicSession> session;
  bool runs = false;
  bool hub_waits = false;  // it makes no numbers of the session yet
};
// The session with that slug, if it goes on or ended last. Displays show no results of any other.
About session_with(const DeviceState& device_state, const std::string& room, const std::string& slug,
                   const Now& now) {
  constexpr auto kToday = std::chrono::hours(24);
  const auto running = public_session_in(device_state, room, now);
  if (running && running->slug().text() == slug)
    return {running, true, now.wall < running->start() + numbers::kSharedAfterBegin};
  const auto ended = public_session_ended_in(device_state, room, kToday, now);
  if (!ended || ended->slug().text() != slug) return {};
  const auto lately = public_session_ended_in(device_state, room, numbers::kSharedAfterEnd, now);
  return {ended, false, lately.has_value()};
}

}  // namespace

bool asks_about(const Kiosk& kiosk, const ToAsk& asked, std::string_view session) {
  const kiosk::Asking* asking = asking_of(kiosk);
  return (asked.form && asked.session && asked.session->slug().text() == session) ||
         (asking && asking->submission.session == session);
}

std::string revealed_session(const DeviceState& device_state, const std::string& room) {
  const auto state = device_state.rooms.find(room);
  if (state == device_state.rooms.end()) return {};
  const Register<ShownNow>& shown = state->second.shown();
  const bool is_open = &shown == &state->second.open.shown;
  const bool is_revealed = shown.value.kind == ShownKind::kResults && shown.value.revealed;
  return is_open && is_revealed ? shown.session : std::string();
}

std::optional<ResultsToCount> results_to_count(const DeviceState& device_state, const std::string& room,
                                               bool is_asked, const Now& now) {
  const std::string slug = revealed_session(device_state, room);
  if (slug.empty()) return std::nullopt;
  const About about = session_with(device_state, room, slug, now);
  if (!about.session || !about.session->open()) return std::nullopt;
  const auto shown =
      showable_named(device_state.pack.questionnaires, device_state.rooms.at(room).shown().value.item);
  if (!shown) return std::nullopt;
  CountedQuestions questions;
  for (const Question* row : shown->rows) questions.push_back({*row, shown->in_repeat()});
  const bool is_over = !is_asked && !about.runs;
  return ResultsToCount{about.session->slug(),
                        about.session->start(),
                        shown->form->id,
                        shown->form->hash,
                        std::make_shared<const CountedQuestions>(std::move(questions)),
                        numbers::Threshold(device_state.pack.visit.privacy),
                        {.revealed = true, .closed = is_over, .complete = is_over},
                        about.hub_waits && device_state.link == Link::kOnline,
                        {}};
}

}  // namespace tertulia
