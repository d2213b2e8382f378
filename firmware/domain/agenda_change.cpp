// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/agenda_change.h"

#include <algorithm>
#include <map>
#include <utility>

#include "firmware/domain/public.h"

namespace tertulia {
namespace {

// Indexes into both agendas of sessions that are the same one.
using Pairs = std::vector<std::pair<const Session*, const Session*>>;

std::vector<const Session*> pointers(const Agenda& agenda) {
  std::vector<const Session*> all;
  for (const Session& session : agenda.sessions) all.push_back(&session);
  return all;
}

// Pairs those that have the same key and takes them out of both lists.
template <class Key>
void pair_by(std::vector<const Session*>& before, std::vector<const Session*>& after, Key key_of,
             Pairs& pairs) {
  std::multimap<decltype(key_of(**before.begin())), const Session*> known;
  for (const Session* session : before) known.emplace(key_of(*session), session);
  std::vector<const Session*> unpaired;
  for (const Session* session : after) {
    const auto found = known.find(key_of(*session));
    if (found == known.end()) {
      unpaired.push_back(session);
      continue;
    }
    pairs.emplace_back(found->second, session);
    known.erase(found);
  }
  after = std::move(unpaired);
  std::erase_if(before, [&](const Session* session) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == session; });
  });
}

std::vector<std::pair<Language, std::string>> title_key(const Session& session) {
  auto titles = session.title.all();
  std::sort(titles.begin(), titles.end());
  return titles;
}

struct Paired {
  Pairs pairs;
  std::vector<const Session*> cancelled;
  std::vector<const Session*> added;
};

Paired paired(const Agenda& running, const Agenda& updated) {
  Paired result{{}, pointers(running), pointers(updated)};
  pair_by(
      result.cancelled, result.added, [](const Session& each) { return each.id; }, result.pairs);
  pair_by(result.cancelled, result.added, title_key, result.pairs);
  pair_by(
      result.cancelled, result.added, [](const Session& each) { return std::pair(each.room, each.start()); },
      result.pairs);
  return result;
}

WallTime time_of(const SessionChange& change) {
  return change.after ? change.after->start() : change.before->start();
}

bool is_noticed(const SessionChange& change) {
  return change.is_moved() || change.is_renamed() || change.is_in_another_room() ||
         change.is_opened_or_closed() || change.has_other_parts();
}

// On another day: what runs is not it. On the same day it is late, and goes on until its new end.
bool is_elsewhere(const Session& before, const Session& after) {
  constexpr std::chrono::hours kNight{8};
  return after.start() >= before.end + kNight || after.end + kNight <= before.start();
}

// Beside the one that runs: it can have neither its id nor its slug, nor those of another session.
Session moved_away(Session after, const Agenda& updated, const Agenda& so_far) {
  const std::string id = after.id + " (moved)";
  const std::string slug = after.slug.substr(0, 28) + "-m";
  const auto is_taken = [&](const Agenda& agenda) {
    return std::any_of(agenda.sessions.begin(), agenda.sessions.end(),
                       [&](const Session& each) { return each.id == after.id || each.slug == after.slug; });
  };
  after.id = id;
  after.slug = slug;
  for (int number = 2; is_taken(updated) || is_taken(so_far); ++number) {
    after.id = id + " " + std::to_string(number);
    after.slug = slug + std::to_string(number);
  }
  return after;
}

// What runs keeps what timers and screens know it by. One that is closed stays so: its timer is known by
// names that tell nothing, and a session is not opened while people speak in it.
Session going_on(const Session& before, Session after) {
  after.id = before.id;
  after.slug = before.slug;
  if (for_public(before).open() == nullptr) {
    Session closed = before;
    closed.title = after.title;
    closed.expected_outcomes = after.expected_outcomes;
    closed.form = after.form;
    closed.rundown = after.rundown;
    closed.end = after.end;
    after = std::move(closed);
  }
  after.room = before.room;
  after.place = before.place;
  after.rundown.start = before.rundown.start;
  after.end = std::max(after.end, before.rundown.start + Minutes(1));
  return after;
}

}  // namespace

bool SessionChange::is_moved() const {
  return before && after && (before->start() != after->start() || before->end != after->end);
}
bool SessionChange::is_renamed() const { return before && after && title_key(*before) != title_key(*after); }
bool SessionChange::is_in_another_room() const {
  return before && after &&
         (before->room != after->room || (after->room.empty() && before->place != after->place));
}
bool SessionChange::is_opened_or_closed() const {
  if (!before || !after) return false;
  return (for_public(*before).open() == nullptr) != (for_public(*after).open() == nullptr);
}
bool SessionChange::has_other_parts() const {
  if (!before || !after) return false;
  const auto& old_parts = before->rundown.segments;
  const auto& new_parts = after->rundown.segments;
  if (old_parts.size() == 1 && new_parts.size() == 1)
    return false;  // the whole session, which is_moved() tells
  return old_parts != new_parts;
}

std::vector<SessionChange> difference(const Agenda& running, const Agenda& updated) {
  const Paired sessions = paired(running, updated);
  std::vector<SessionChange> changes;
  for (const Session* session : sessions.cancelled) changes.push_back({*session, std::nullopt});
  for (const Session* session : sessions.added) changes.push_back({std::nullopt, *session});
  for (const auto& [before, after] : sessions.pairs)
    if (SessionChange change{*before, *after}; is_noticed(change)) changes.push_back(std::move(change));
  std::stable_sort(changes.begin(), changes.end(),
                   [](const SessionChange& a, const SessionChange& b) { return time_of(a) < time_of(b); });
  return changes;
}

Agenda applied(const Agenda& running, const Agenda& updated, const std::vector<std::string>& in_progress) {
  const auto runs = [&](const Session& session) {
    return std::find(in_progress.begin(), in_progress.end(), session.id) != in_progress.end();
  };
  Agenda agenda;
  const Paired sessions = paired(running, updated);
  for (const Session* session : sessions.added) agenda.sessions.push_back(*session);
  for (const auto& [before, after] : sessions.pairs) {
    const bool splits = runs(*before) && is_elsewhere(*before, *after);
    if (splits) agenda.sessions.push_back(moved_away(*after, updated, agenda));
    agenda.sessions.push_back(splits ? *before : runs(*before) ? going_on(*before, *after) : *after);
  }
  for (const Session* session : sessions.cancelled)
    if (runs(*session)) agenda.sessions.push_back(*session);
  sort_sessions(agenda);
  return agenda;
}

}  // namespace tertulia
