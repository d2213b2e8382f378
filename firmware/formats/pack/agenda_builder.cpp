// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "firmware/domain/digest.h"
#include "firmware/formats/calendar/breaks.h"
#include "firmware/formats/calendar/closed_titles.h"
#include "firmware/formats/pack/agenda_checks.h"
#include "firmware/formats/pack/expected_outcomes.h"
#include "firmware/formats/text/grouped_findings.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

template <class Predicate>
bool any_text(const LocalizedText& texts, Predicate is_so) {
  return std::any_of(texts.all().begin(), texts.all().end(),
                     [&](const auto& text) { return is_so(text.second); });
}

std::string minutes_text(Milliseconds length) {
  return counted(static_cast<std::size_t>(std::chrono::duration_cast<Minutes>(length).count()), "minute");
}

// What all entries of an agenda share while their sessions are built.
struct Shared {
  RoomFinder rooms;
  GroupedFindings grouped;
  std::map<std::string, std::string> places;  // that are no rooms: the line where each stood first
  Findings& all;
};

// One calendar entry becomes one session.
class SessionBuilder {
 public:
  SessionBuilder(const AgendaSource& source, const CalendarEntry& entry, Shared& shared)
      : source_(source), entry_(entry), shared_(shared) {}

  Session build(const SessionDetails* details) {
    session_.id = entry_.id;
    session_.title = entry_.title;
    session_.all_day = entry_.all_day;
    session_.access = entry_.is_private ? Access::kClosed : Access::kOpen;
    session_.access = entry_.extras.access.value_or(session_.access);
    if (details != nullptr) session_.access = details->access.value_or(session_.access);
    session_.end = entry_.end;
    session_.rundown.start = entry_.start;
    read_outcomes();
    take_extras();
    place();
    read_break(details);
    if (details != nullptr) add(*details);
    if (entry_.location.empty() && session_.presence != Presence::kOnline && !entry_.all_day) choose_room();
    check_access(details);
    if (session_.title.empty()) {
      session_.title.set("en", "Session");
      guessed("It has no title (SUMMARY); shown as 'Session'.");
    }
    if (session_.rundown.segments.empty()) session_.rundown.segments.push_back(whole_session());
    if (details != nullptr && details->holds)
      session_.rundown.segments.front().policy = ReflowPolicy::kPinned;
    if (details != nullptr && !details->segments.empty()) {
      check_length(*details);
      check_policies(*details);
    }
    return std::move(session_);
  }

 private:
  void take_extras() {
    const EntryExtras& extras = entry_.extras;
    for (const auto& [language, text] : extras.expected_outcomes.all())
      session_.expected_outcomes.set(language, text);
    session_.format = extras.format;
    session_.form = extras.form;
    session_.rundown.segments = extras.segments;
  }

  // Of a closed session the title is not told.
  [[nodiscard]] FindingSubject subject() const {
    const bool is_closed = session_.access == Access::kClosed;
    const std::string name = is_closed              ? std::string("a closed session")
                             : entry_.title.empty() ? std::string("an entry without a title")
                                                    : in_quotes(entry_.title.in(""));
    return {name + ", " + local_start(entry_.start, source_.visit.visit.zone), here()};
  }
  [[nodiscard]] std::string here() const {
    const Place& place = entry_.extras.place;
    if (place.file.empty()) return "line " + std::to_string(entry_.line);
    return place.file == source_.calendar ? place.where : place.file + ", " + place.where;
  }
  void guessed(const std::string& sentence) { shared_.grouped.add(Severity::kGuessed, sentence, subject()); }

  // By category or title. A whole day is no break, whatever its title says: it would hide the sessions of it.
  void read_break(const SessionDetails* details) {
    const bool by_title = any_text(entry_.title, [&](const std::string& title) {
      return is_break_title(title, entry_.end - entry_.start);
    });
    const bool is_decided = details != nullptr && details->is_break;
    session_.is_break = (entry_.is_break || by_title) && !entry_.all_day;
    if (is_decided) return;
    if (entry_.is_break && entry_.all_day)
      guessed(
          "Marked as a break and lasts the whole day; taken as no break. If it is one, write break = true in "
          "visit.toml.");
    else if (by_title && !entry_.is_break && !entry_.all_day)
      guessed("Taken for a break by its title and length; write break = false in visit.toml if it is none.");
  }

  // Shown as open, the title would betray what it wants to hide.
  void check_access(const SessionDetails* details) {
    const bool is_decided = session_.access == Access::kClosed || entry_.extras.access.has_value() ||
                            (details != nullptr && details->access);
    if (is_decided || !any_text(session_.title, [](const std::string& title) { return says_closed(title); }))
      return;
    shared_.grouped.add(Severity::kWrong,
                        "Its title says that it is closed, and nothing marks it so. Mark it private in the "
                        "calendar, or write access = \"closed\" (or \"open\") for it in visit.toml.",
                        subject());
  }

  void read_outcomes() {
    for (const auto& [language, description] : entry_.description.all())
      session_.expected_outcomes.set(language, expected_outcomes_in(description));
    if (!session_.expected_outcomes.empty()) guessed("The expected outcomes are taken from the description.");
  }

  // A link is no place: it may admit strangers, so no screen shows it.
  void place() {
    const bool is_link = entry_.location.find("://") != std::string::npos;
    const PlacedRoom found = is_link ? PlacedRoom{} : shared_.rooms.at(entry_.location);
    session_.room = found.room;
    session_.place = is_link ? std::string() : entry_.location;
    // Named by the place, not by the entry: a room that is spelt differently is one mistake, not forty.
    if (found.match == PlaceMatch::kGuessed)
      shared_.grouped.add(Severity::kGuessed,
                          "The location " + in_quotes(entry_.location) + " is taken for room " +
                              in_quotes(found.room) + "; add it to the room's aliases if that is right.",
                          {"", here()});
    else if (found.match == PlaceMatch::kNone && !session_.place.empty())
      shared_.grouped.add(
          Severity::kGuessed,
          "The location is no room of the visit; shown as elsewhere. If it is a room, add the "
          "spelling to its "
          "aliases.",
          {in_quotes(entry_.location), shared_.places.try_emplace(entry_.location, here()).first->second});
    choose_presence(is_link);
  }

  // No screen of a room shows what has no room, and nobody would know why.
  void choose_room() {
    const auto& rooms = source_.visit.visit.rooms;
    if (rooms.size() != 1)
      return guessed(
          "It names no room: only the programme of the day shows it, and no screen of a room. If it is in a "
          "room, write that room as its place (in a calendar: LOCATION).");
    session_.room = rooms.front().id;
    guessed("It names no room; taken for the only one of the visit.");
  }

  void choose_presence(bool is_link) {
    const bool has_place = !session_.place.empty();
    const bool is_online = is_link || entry_.has_conference || (entry_.has_url && !has_place);
    if (!is_online) return;
    session_.presence = has_place ? Presence::kHybrid : Presence::kOnline;
    guessed(has_place ? "Has a conference link and a place: taken as hybrid."
                      : "Has a link and no place: taken as online.");
  }

  void add(const SessionDetails& details) {
    for (const auto& [language, text] : details.title.all()) session_.title.set(language, text);
    for (const auto& [language, text] : details.expected_outcomes.all())
      session_.expected_outcomes.set(language, text);
    session_.presence = details.presence.value_or(session_.presence);
    session_.is_break = details.is_break.value_or(session_.is_break);
    if (!details.format.empty()) session_.format = details.format;
    if (!details.form.empty()) session_.form = details.form;
    if (!details.segments.empty()) session_.rundown.segments.clear();
    for (const SegmentDetails& segment : details.segments)
      session_.rundown.segments.push_back(placed(segment, details));
  }

  Segment placed(const SegmentDetails& details, const SessionDetails& session) const {
    Segment segment = details.segment;
    const std::string& zone = source_.visit.visit.zone;
    const auto local = to_local(entry_.start, zone);
    if (!details.start || !local.ok()) return segment;
    const auto wall = to_wall(local.value(), *details.start, zone);
    if (wall.ok() && wall.value() >= entry_.start && wall.value() < entry_.end)
      segment.planned_start = wall.value();
    else
      shared_.all.guessed(at_line(source_.visit.name, session.line),
                          "The start of segment " + in_quotes(segment.id) +
                              " is outside of the session; it follows the segment before it instead.");
    return segment;
  }

  Segment whole_session() const {
    Segment segment;
    segment.id = "session";
    segment.title = session_.title;
    segment.speaker = entry_.extras.speakers;
    segment.kind = session_.is_break ? SegmentKind::kBreak : SegmentKind::kOther;
    segment.length = entry_.end - entry_.start;
    return segment;
  }

  void check_length(const SessionDetails& details) const {
    const Milliseconds late = planned_end(session_.rundown) - entry_.end;
    if (late <= Milliseconds::zero()) return;
    shared_.all.guessed(at_line(source_.visit.name, details.line),
                        "The segments end " + minutes_text(late) +
                            " after the session; make one shorter or the calendar entry longer.");
  }

  // What a proposal for a session that runs late would have to guess.
  void check_policies(const SessionDetails& details) const {
    const Place place = at_line(source_.visit.name, details.line);
    const std::vector<WallTime> starts = planned_starts(session_.rundown);
    for (std::size_t at = 0; at < starts.size(); ++at) {
      const Segment& segment = session_.rundown.segments[at];
      if (segment.policy == ReflowPolicy::kShrink && !segment.minimum)
        shared_.all.guessed(place, "Segment " + in_quotes(segment.id) +
                                       " may shrink and names no minimum_minutes; half of it is kept.");
      if (at == 0) continue;
      const Milliseconds overlap = starts[at - 1] + session_.rundown.segments[at - 1].length - starts[at];
      if (overlap > Milliseconds::zero())
        shared_.all.guessed(place, "Segment " + in_quotes(segment.id) + " starts " + minutes_text(overlap) +
                                       " before the one before it ends; make that one shorter.");
    }
  }

  const AgendaSource& source_;
  const CalendarEntry& entry_;
  Shared& shared_;
  Session session_;
};

std::string base_slug(const Session& session, const Language& language) {
  if (session.access == Access::kClosed) return opaque_slug(session.id);
  return slug_of(session.title.in("en", language)).value_or(opaque_slug(session.id));
}

// Unique slugs: of the title for open sessions, opaque for closed ones and titles in other scripts, so that
// no topic betrays a closed session. Sessions of the same title get a piece of their id's hash, which stays
// the same when the calendar changes around them.
void name_sessions(Agenda& agenda, const Language& language) {
  std::map<std::string, int> uses;
  for (const Session& session : agenda.sessions) ++uses[base_slug(session, language)];
  std::set<std::string> taken;
  for (Session& session : agenda.sessions) {
    const std::string base = base_slug(session, language);
    session.slug = uses[base] == 1 ? base : with_suffix(base, sha256_hex(session.id).substr(0, 4));
    for (int number = 2; !taken.insert(session.slug).second; ++number)
      session.slug = with_suffix(base, std::to_string(number));
  }
}

}  // namespace

Agenda build_agenda(const AgendaSource& source, Findings& findings) {
  Agenda agenda;
  Shared shared{RoomFinder(source.visit), GroupedFindings(source.calendar), {}, findings};
  std::set<const SessionDetails*> used;
  const DetailsIndex details_of(source.visit);
  for (const CalendarEntry& entry : source.entries) {
    const SessionDetails* details = details_of(entry.uid, entry.title);
    used.insert(details);
    agenda.sessions.push_back(SessionBuilder(source, entry, shared).build(details));
  }
  shared.grouped.write_to(findings);
  check_unused_details(source, used, findings);
  sort_sessions(agenda);
  check_overlaps(agenda, source, findings);
  name_sessions(agenda, source.visit.visit.default_language());
  return agenda;
}

}  // namespace tertulia::formats
