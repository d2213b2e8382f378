// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "firmware/domain/digest.h"
#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool has_title(const LocalizedText& texts, const std::string& title) {
  return std::any_of(texts.all().begin(), texts.all().end(),
                     [&](const auto& text) { return folded(text.second) == title; });
}

std::string minutes_text(Milliseconds length) {
  return counted(static_cast<std::size_t>(std::chrono::duration_cast<Minutes>(length).count()), "minute");
}

// One calendar entry becomes one session.
class SessionBuilder {
 public:
  SessionBuilder(const AgendaSource& source, const CalendarEntry& entry, Findings& findings)
      : source_(source), entry_(entry), findings_(findings) {}

  Session build(const SessionDetails* details) {
    session_.id = entry_.id;
    session_.title = entry_.title;
    session_.all_day = entry_.all_day;
    session_.is_break = entry_.is_break;
    session_.access = entry_.is_private ? Access::kClosed : Access::kOpen;
    session_.end = entry_.end;
    session_.rundown.start = entry_.start;
    read_outcomes();
    place();
    if (details != nullptr) add(*details);
    if (session_.title.empty()) {
      session_.title.set("en", "Session");
      findings_.guessed(here(), "The entry has no SUMMARY; it is shown as 'Session'.");
    }
    if (session_.rundown.segments.empty()) session_.rundown.segments.push_back(whole_session());
    if (details != nullptr && !details->segments.empty()) check_length(*details);
    return std::move(session_);
  }

 private:
  Place here() const { return at_line(source_.calendar, entry_.line); }

  void read_outcomes() {
    for (const auto& [language, description] : entry_.description.all())
      session_.expected_outcomes.set(language, expected_outcomes_in(description));
    if (!session_.expected_outcomes.empty())
      findings_.guessed(here(), "The expected outcomes are taken from the description.");
  }

  // A link is no place: it may admit strangers, so no screen shows it.
  void place() {
    const bool is_link = entry_.location.find("://") != std::string::npos;
    const PlacedRoom found = is_link ? PlacedRoom{} : room_at(source_.visit, entry_.location);
    session_.room = found.room;
    session_.place = is_link ? std::string() : entry_.location;
    if (found.match == PlaceMatch::kGuessed)
      findings_.guessed(here(), "The location " + in_quotes(entry_.location) + " is taken for room " +
                                    in_quotes(found.room) +
                                    "; add it to the room's aliases if that is right.");
    else if (found.match == PlaceMatch::kNone && !session_.place.empty())
      findings_.guessed(here(), "The location " + in_quotes(entry_.location) +
                                    " is no room of the visit; the session is shown as elsewhere. If it is a "
                                    "room, add the spelling to its aliases.");
    choose_presence(is_link);
  }

  void choose_presence(bool is_link) {
    const bool has_place = !session_.place.empty();
    const bool is_online = is_link || entry_.has_conference || (entry_.has_url && !has_place);
    if (!is_online) return;
    session_.presence = has_place ? Presence::kHybrid : Presence::kOnline;
    findings_.guessed(here(), has_place ? "The entry has a conference link and a place: taken as hybrid."
                                        : "The entry has a link and no place: taken as online.");
  }

  void add(const SessionDetails& details) {
    for (const auto& [language, text] : details.title.all()) session_.title.set(language, text);
    for (const auto& [language, text] : details.expected_outcomes.all())
      session_.expected_outcomes.set(language, text);
    session_.access = details.access.value_or(session_.access);
    session_.presence = details.presence.value_or(session_.presence);
    session_.is_break = details.is_break.value_or(session_.is_break);
    session_.format = details.format;
    session_.form = details.form;
    for (const SegmentDetails& segment : details.segments)
      session_.rundown.segments.push_back(placed(segment, details));
  }

  Segment placed(const SegmentDetails& details, const SessionDetails& session) const {
    Segment segment = details.segment;
    const std::string& zone = source_.visit.visit.zone;
    const auto local = to_local(entry_.start, zone);
    if (!details.start || !local.ok()) return segment;
    LocalTime start = local.value();
    start.hour = static_cast<int>(details.start->count() / 60);
    start.minute = static_cast<int>(details.start->count() % 60);
    start.second = 0;
    const auto wall = to_wall(start, zone);
    if (wall.ok() && wall.value() >= entry_.start && wall.value() < entry_.end)
      segment.planned_start = wall.value();
    else
      findings_.guessed(at_line(source_.visit.name, session.line),
                        "The start of segment " + in_quotes(segment.id) +
                            " is outside of the session; it follows the segment before it instead.");
    return segment;
  }

  Segment whole_session() const {
    Segment segment;
    segment.id = "session";
    segment.title = session_.title;
    segment.kind = session_.is_break ? SegmentKind::kBreak : SegmentKind::kOther;
    segment.length = entry_.end - entry_.start;
    return segment;
  }

  void check_length(const SessionDetails& details) const {
    const Milliseconds late = planned_end(session_.rundown) - entry_.end;
    if (late <= Milliseconds::zero()) return;
    findings_.guessed(at_line(source_.visit.name, details.line),
                      "The segments end " + minutes_text(late) +
                          " after the session; make one shorter or the calendar entry longer.");
  }

  const AgendaSource& source_;
  const CalendarEntry& entry_;
  Findings& findings_;
  Session session_;
};

// The details of an entry: by UID, else by title.
const SessionDetails* details_of(const VisitFile& visit, const CalendarEntry& entry) {
  for (const SessionDetails& details : visit.sessions)
    if (!details.uid.empty() && details.uid == entry.uid) return &details;
  for (const SessionDetails& details : visit.sessions)
    if (details.uid.empty() && has_title(entry.title, folded(details.calendar_title))) return &details;
  return nullptr;
}

std::string base_slug(const Session& session, const Language& language) {
  if (session.access == Access::kClosed) return opaque_slug(session.id);
  return slug_of(session.title.in("en", language)).value_or(opaque_slug(session.id));
}

}  // namespace

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

Agenda build_agenda(const AgendaSource& source, Findings& findings) {
  Agenda agenda;
  std::set<const SessionDetails*> used;
  for (const CalendarEntry& entry : source.entries) {
    const SessionDetails* details = details_of(source.visit, entry);
    used.insert(details);
    agenda.sessions.push_back(SessionBuilder(source, entry, findings).build(details));
  }
  for (const SessionDetails& details : source.visit.sessions)
    if (!used.contains(&details))
      findings.skipped(at_line(source.visit.name, details.line),
                       "No calendar entry has the " +
                           (details.uid.empty() ? "title " + in_quotes(details.calendar_title)
                                                : "uid " + in_quotes(details.uid)) +
                           "; these session details are not used.");
  sort_sessions(agenda);
  name_sessions(agenda, source.visit.visit.default_language());
  return agenda;
}

}  // namespace tertulia::formats
