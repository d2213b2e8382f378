// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/room_screen.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

constexpr Milliseconds kCountsSeconds = std::chrono::minutes(10);
constexpr Milliseconds kCountsMinutes = std::chrono::hours(12);

std::string kicker(const PublicRoom& room) {
  const std::string host = room.say(room.visit.host.name);
  if (host.empty()) return room.say(room.visit.title);
  // translators: who receives the visitors; {host} is a country or an institution, as in “Portugal receives”
  return joined(room.say(room.visit.title), fill(room.words.text("{host} receives"), {{"host", host}}));
}

std::string visitors(const PublicRoom& room) {
  std::vector<std::string> names;
  for (const Peer& visitor : room.visit.visitors) names.push_back(room.say(visitor.name));
  std::erase(names, "");
  return names.empty() ? room.say(room.visit.title) : list_text(room.words, names, Conjunction::kAnd);
}

// How long it is until then; nothing where the clock cannot be trusted.
std::string wait(const PublicRoom& room, const PublicBeginning& next) {
  const Milliseconds left = next.session.start() - room.now.wall;
  if (!is_set(room.now) || left > kCountsMinutes) return {};
  if (left <= kCountsSeconds) return countdown_text(left);
  return length_text(room.words, std::chrono::ceil<Minutes>(left));
}

// In every language of the visit, the screen's own first.
std::vector<Greeting> greetings(const DeviceState& device_state, const PublicRoom& room) {
  std::vector<Greeting> all;
  const auto add = [&](const Language& language) {
    // translators: to the visitors, on a large screen; to several people
    const std::string welcome = device_state.catalogues.of(language).text("Welcome");
    all.push_back({welcome, tongue_of(language)});
  };
  add(room.words.language());
  for (const Language& language : room.visit.languages)
    if (language != room.words.language()) add(language);
  return all;
}

}  // namespace

WelcomeView welcome_view(const DeviceState& device_state, const PublicRoom& room, const PublicDay& day) {
  WelcomeView view;
  view.tongue = tongue_of(room.words.language());
  view.header = sign_header(room);
  if (const std::string& venue = room.say(room.visit.venue); !venue.empty()) view.header.name = venue;
  if (const auto today = to_local(room.now.wall, room.visit.zone); today.ok() && is_set(room.now))
    view.header.detail = day_text(room.words, today.value());
  view.kicker = kicker(room);
  view.headline = visitors(room);
  const auto next = next_beginning(device_state, room.room, room.words, room.now);
  if (!next) {
    view.kicker = room.say(room.visit.title);
    view.headline = room.words.text("Thank you");
    view.begins = room.words.text("The visit is over. Thank you for coming, and have a safe journey home.");
    return view;
  }
  if (day.has_begun(room.now.wall))
    view.kicker = room.words.text("Nothing more today");
  else
    view.greetings = greetings(device_state, room);
  view.begins = begins_text(*next, room.words, room.visit, room.now);
  view.title = title_of(next->session, room.words, room.visit);
  view.wait = wait(room, *next);
  if (const auto& code = device_state.day_code) view.code = *code;
  return view;
}

}  // namespace tertulia
