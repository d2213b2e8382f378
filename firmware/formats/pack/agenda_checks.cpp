// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_checks.h"

#include <algorithm>
#include <vector>

#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/text/grouped_findings.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// How many letters to add, drop or replace (Levenshtein). Of bytes: good enough to suggest a title.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t column = 0; column <= other.size(); ++column) row[column] = column;
  for (std::size_t at = 0; at < one.size(); ++at) {
    std::size_t diagonal = row[0]++;
    for (std::size_t column = 0; column < other.size(); ++column) {
      const std::size_t replaced = diagonal + (one[at] == other[column] ? 0 : 1);
      diagonal = row[column + 1];
      row[column + 1] = std::min({row[column] + 1, row[column + 1] + 1, replaced});
    }
  }
  return row.back();
}

// The title of an entry that differs in a few letters; empty when there is none.
std::string similar_title(const AgendaSource& source, const std::string& title) {
  constexpr std::size_t kLongestCompared = 200;
  const std::string wanted = folded(title).substr(0, kLongestCompared);
  std::size_t least = std::max<std::size_t>(2, wanted.size() / 4) + 1;
  std::string similar;
  for (const CalendarEntry& entry : source.entries)
    for (const auto& [language, text] : entry.title.all()) {
      const std::string known = folded(text).substr(0, kLongestCompared);
      if (std::max(known.size(), wanted.size()) - std::min(known.size(), wanted.size()) >= least) continue;
      const std::size_t apart = distance(known, wanted);
      if (apart >= least) continue;
      least = apart;
      similar = text;
    }
  return similar;
}

bool was_left_out(const AgendaSource& source, const SessionDetails& details) {
  const std::string wanted = folded(details.calendar_title);
  return std::any_of(source.left_out.begin(), source.left_out.end(), [&](const LeftOutEntry& entry) {
    if (!details.uid.empty()) return entry.uid == details.uid;
    return std::any_of(entry.title.all().begin(), entry.title.all().end(),
                       [&](const auto& text) { return folded(text.second) == wanted; });
  });
}

std::string no_entry_for(const AgendaSource& source, const SessionDetails& details) {
  if (!details.uid.empty()) return "No calendar entry has the uid " + in_quotes(details.uid);
  const std::string similar = similar_title(source, details.calendar_title);
  return "No calendar entry has the title " + in_quotes(details.calendar_title) +
         (similar.empty() ? "" : " (there is " + in_quotes(similar) + ")");
}

// What was copied from another visit has dozens of them: they are said together, but for those that close a
// session.
void check_unused(const AgendaSource& source, const SessionDetails& details, GroupedFindings& grouped,
                  Findings& findings) {
  if (details.uid.empty() && details.calendar_title.empty()) return;  // said where it was read
  const Place place = at_line(source.visit.name, details.line);
  const bool is_secret = details.access == Access::kClosed;
  const std::string name =
      is_secret ? "a closed session" : in_quotes(details.uid.empty() ? details.calendar_title : details.uid);
  if (was_left_out(source, details))
    grouped.add(Severity::kSkipped, "Not used: the calendar entry was left out.", {name, place.where});
  else if (is_secret)
    findings.wrong(place,
                   no_entry_for(source, details) +
                       ", so the session that these details close would be shown as open. Write it as the "
                       "calendar does, or delete the details.");
  else if (!details.uid.empty())
    grouped.add(Severity::kSkipped, "Not used: no calendar entry has this uid.", {name, place.where});
  else
    grouped.add(Severity::kSkipped, "Not used: no calendar entry has this title.", {name, place.where});
}

std::string name_of(const Session& session) {
  return session.access == Access::kClosed ? std::string("a closed session")
                                           : in_quotes(session.title.in(""));
}

}  // namespace

DetailsIndex::DetailsIndex(const VisitFile& visit) {
  for (const SessionDetails& details : visit.sessions) {
    if (!details.uid.empty())
      by_uid_.try_emplace(details.uid, &details);
    else
      by_title_.try_emplace(folded(details.calendar_title), &details);
  }
}

const SessionDetails* DetailsIndex::operator()(const std::string& uid, const LocalizedText& title) const {
  if (const auto found = by_uid_.find(uid); found != by_uid_.end()) return found->second;
  for (const auto& [language, text] : title.all())
    if (const auto found = by_title_.find(folded(text)); found != by_title_.end()) return found->second;
  return nullptr;
}

void check_unused_details(const AgendaSource& source, const std::set<const SessionDetails*>& used,
                          Findings& findings) {
  GroupedFindings grouped(source.visit.name, "[[sessions]]", "[[sessions]]");
  for (const SessionDetails& details : source.visit.sessions)
    if (!used.contains(&details)) check_unused(source, details, grouped, findings);
  grouped.write_to(findings);
}

void check_overlaps(const Agenda& agenda, const AgendaSource& source, Findings& findings) {
  GroupedFindings grouped(source.calendar, "pair of sessions", "pairs of sessions");
  std::map<std::string, const Session*> last;  // of each room: the one that ends last so far
  for (const Session& session : agenda.sessions) {
    const std::string room = session.room.empty() ? folded(session.place) : session.room;
    if (session.all_day || room.empty()) continue;
    const Session*& before = last.try_emplace(room, nullptr).first->second;
    if (before != nullptr && session.start() < before->end)
      grouped.add(Severity::kGuessed,
                  "At the same time in one room; its screens show the one that started last. Correct a time "
                  "or a room.",
                  {name_of(*before) + " and " + name_of(session) + ", " +
                       local_start(session.start(), source.visit.visit.zone) + ", in " + in_quotes(room),
                   ""});
    if (before == nullptr || session.end > before->end) before = &session;
  }
  grouped.write_to(findings);
}

std::string local_start(WallTime start, const std::string& zone) {
  const auto local = to_local(start, zone);
  return local.ok() ? day_and_time(local.value(), false) : to_rfc3339(start);
}

}  // namespace tertulia::formats
