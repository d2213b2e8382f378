// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/room_words.h"

#include <algorithm>

#include "firmware/app/room/room_now.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostOnCard = 20;  // on the card

bool is_waiting(const FloorItem& item) {
  return item.verdict == FloorVerdict::kOpen || item.verdict == FloorVerdict::kPicked;
}

}  // namespace

const RoomState& room_words(const DeviceState& device_state, const std::string& room) {
  static const RoomState kNothing;
  const auto found = device_state.rooms.find(room);
  return found == device_state.rooms.end() ? kNothing : found->second;
}

std::vector<RoomSaying> give_floor_to(const std::string& group, const DeviceState& device_state,
                                      const std::string& room, const Now& now) {
  const Session* session = room_now(device_state, room, now).session;
  if (!session) return {};
  const PublicSession shown = for_public(*session);
  const RoomState& state = room_words(device_state, room);
  // What another session has spoken does not count here.
  const bool is_of_this = state.balance().session == shown.slug().text();
  const Balance before = is_of_this ? state.balance().value : Balance{};
  return {{room, say(state, give_floor(before, group, now), device_state.device, &shown)}};
}

std::optional<SpeakingCard> speaking_card(const DeviceState& device_state, const RoleSettings& settings,
                                          const Now& now) {
  const Visit& visit = device_state.pack.visit;
  const Session* session = room_now(device_state, settings.room, now).session;
  if (visit.groups.empty() || !session) return std::nullopt;
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const RoomState& state = room_words(device_state, settings.room);
  const auto& held = state.balance();
  const Balance balance = held.session == for_public(*session).slug().text() ? held.value : Balance{};
  const auto shares = shares_at(balance, now);
  int most = 1;
  for (const auto& [group, share] : shares) most = std::max(most, share);
  SpeakingCard card;
  // translators: how long each group has spoken, never a person
  card.title = words.text("Who has spoken");
  card.hint = words.text("Touch a group when it takes the floor");
  for (const Group& group : visit.groups) {
    const auto share = shares.find(group.id);
    const int percent = share == shares.end() ? 0 : share->second;
    card.rows.push_back({group.id, group.name.in(words.language(), visit.default_language()),
                         percent * 900 / std::max(most, 45), std::to_string(percent) + "%",
                         balance.floor == group.id});
  }
  return card;
}

std::optional<FloorCard> floor_card(const DeviceState& device_state, const RoleSettings& settings,
                                    const Now& now) {
  const Session* session = noted_session(device_state, settings.room, now);
  if (!session) return std::nullopt;
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  FloorCard card;
  // translators: questions that people have asked at a kiosk, for the speakers
  card.title = words.text("Questions from the floor");
  card.empty = words.text("Nobody has asked anything yet.");
  // translators: a button: write down what the session has taught
  card.note = {Control::kNotes, words.text("Note a key learning point")};
  std::size_t waiting = 0;
  for (const FloorItem& item :
       room_words(device_state, settings.room).floor(for_public(*session).slug().text())) {
    if (!is_waiting(item)) continue;
    ++waiting;
    if (card.rows.size() < kMostOnCard)
      card.rows.push_back({item.id, item.question.text, std::to_string(item.supports),
                           item.verdict == FloorVerdict::kPicked});
  }
  card.count = std::to_string(waiting);
  return card;
}

}  // namespace tertulia
