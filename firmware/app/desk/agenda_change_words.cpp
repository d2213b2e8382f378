// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/agenda_change_words.h"

#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

class ChangeWords {
 public:
  ChangeWords(const Visit& visit, const Catalogue& words) : visit_(visit), words_(words) {}

  AgendaChangeLine line(const SessionChange& change) const {
    const Session& session = change.after ? *change.after : *change.before;
    return {label(change), say(session.title), detail(change, session)};
  }

 private:
  const std::string& say(const LocalizedText& text) const {
    return text.in(words_.language(), visit_.default_language());
  }

  // Each kind of change that it is.
  std::string label(const SessionChange& change) const {
    // translators: label of a session that was not in the programme before
    if (change.is_new()) return words_.text("New");
    // translators: label of a session that is no longer in the programme
    if (change.is_cancelled()) return words_.text("Cancelled");
    std::string all;
    const auto add = [&](bool holds, const std::string& word) {
      if (holds) all = joined(all, word);
    };
    // translators: label of a session that has another time
    add(change.is_moved(), words_.text("Moved"));
    // translators: label of a session that is held in another room
    add(change.is_in_another_room(), words_.text("Another room"));
    // translators: label of a session that has another title
    add(change.is_renamed(), words_.text("Renamed"));
    // translators: label of a session that is open now and was not, or the other way round
    add(change.is_opened_or_closed(), words_.text("Open or closed"));
    // translators: label of a session whose parts (talks, discussion, break) are others
    add(change.has_other_parts(), words_.text("Other parts"));
    return all;
  }

  std::string when(WallTime time) const { return moment_text(words_, time, visit_.zone); }

  std::string room(const Session& session) const {
    return session.room.empty() ? session.place : room_name(visit_, session.room, words_.language());
  }

  std::string from_to(const std::string& before, const std::string& after) const {
    // translators: what something was and what it is now: two times, two titles or two rooms
    return fill(words_.text("from {before} to {after}"), {{"before", before}, {"after", after}});
  }

  std::string detail(const SessionChange& change, const Session& session) const {
    if (change.is_new() || change.is_cancelled()) return joined(when(session.start()), room(session));
    std::string all;
    if (change.before->start() != change.after->start())
      all = from_to(when(change.before->start()), when(change.after->start()));
    else if (change.is_moved())  // another end alone
      all = fill(words_.text("Ends {time}"), {{"time", clock_text(change.after->end, visit_.zone)}});
    if (change.is_in_another_room()) all = joined(all, from_to(room(*change.before), room(*change.after)));
    if (change.is_renamed()) all = joined(all, from_to(say(change.before->title), say(change.after->title)));
    return all.empty() ? when(session.start()) : all;
  }

  const Visit& visit_;
  const Catalogue& words_;
};

}  // namespace

std::vector<AgendaChangeLine> change_lines(const std::vector<SessionChange>& changes, const Visit& visit,
                                           const Catalogue& words) {
  const ChangeWords speaker(visit, words);
  std::vector<AgendaChangeLine> lines;
  for (const SessionChange& change : changes) lines.push_back(speaker.line(change));
  return lines;
}

}  // namespace tertulia
