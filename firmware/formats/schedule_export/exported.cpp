// SPDX-License-Identifier: Apache-2.0
// What an export may say of each session.
#include <cmath>

#include <fmt/format.h>

#include "firmware/domain/public.h"
#include "firmware/formats/schedule_export/agenda_export.h"

namespace tertulia::formats {
namespace {

LocalizedText speakers_of(const Session& session) {
  LocalizedText all;
  for (const Segment& segment : session.rundown.segments)
    for (const auto& [language, speaker] : segment.speaker.all()) {
      std::string names = all.has(language) ? all.in(language) : "";
      if (names.find(speaker) != std::string::npos) continue;
      if (!names.empty()) names += ", ";
      all.set(language, names += speaker);
    }
  return all;
}

// In the languages of the session's title.
LocalizedText segments_of(const Session& session, const Visit& visit) {
  LocalizedText all;
  if (session.rundown.segments.size() < 2) return all;
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  for (const auto& [language, title] : session.title.all()) {
    std::string lines;
    for (std::size_t index = 0; index < starts.size(); ++index) {
      const Segment& segment = session.rundown.segments[index];
      const auto local = to_local(starts[index], visit.zone);
      if (!local.ok()) continue;
      const std::string& speaker = segment.speaker.in(language, visit.default_language());
      lines += clock_text(local.value()) + " " + segment.title.in(language, visit.default_language()) +
               (speaker.empty() ? "" : " (" + speaker + ")") + "\n";
    }
    all.set(language, lines);
  }
  return all;
}

std::string room_of(const Session& session, const Visit& visit) {
  const Room* room = visit.room(session.room);
  return room ? room->name.in(visit.default_language()) : session.place;
}

void add_open(const Session& session, const Visit& visit, ExportedSession& line) {
  line.id = session.id;
  line.title = session.title;
  line.expected_outcomes = session.expected_outcomes;
  line.speakers = speakers_of(session);
  line.segments = segments_of(session, visit);
  line.room = room_of(session, visit);
  line.format = session.format;
  line.form = session.form;
  line.is_break = session.is_break;
}

}  // namespace

std::vector<ExportedSession> exported(const AgendaExport& agenda) {
  const Visit& visit = agenda.pack.visit;
  std::vector<ExportedSession> lines;
  for (const Session& session : agenda.pack.agenda.sessions) {
    const PublicSession shown = for_public(session);
    ExportedSession line;
    line.is_closed = shown.open() == nullptr;
    if (!line.is_closed || agenda.closed == ClosedSessions::kWhole) {
      add_open(session, visit, line);
    } else {
      line.id = shown.slug().text();
      line.title.set("en", "Closed session");
    }
    line.start = shown.start();
    line.end = shown.end();
    line.local_start =
        to_local(line.start, visit.zone).ok() ? to_local(line.start, visit.zone).value() : LocalTime{};
    line.local_end =
        to_local(line.end, visit.zone).ok() ? to_local(line.end, visit.zone).value() : LocalTime{};
    if (const auto ran = agenda.actual.find(session.slug); ran != agenda.actual.end())
      line.actual = &ran->second;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string clock_text(const LocalTime& local) {
  return fmt::format("{:02}:{:02}", local.hour, local.minute);
}

std::string length_text(Milliseconds length) {
  const auto minutes = std::chrono::duration_cast<Minutes>(length).count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string minutes_text(Milliseconds length) {
  return std::to_string(std::lround(static_cast<double>(length.count()) / 60'000));
}

std::string moment_text(WallTime time, std::string_view zone) {
  const auto local = to_local(time, zone);
  const auto as_utc = local.ok() ? to_wall(local.value(), "UTC") : Result<WallTime>(Error{});
  if (!as_utc.ok()) return to_rfc3339(time);
  const auto offset = std::chrono::duration_cast<Minutes>(as_utc.value() - time).count();
  const LocalTime& at = local.value();
  return fmt::format("{}T{}:{:02}{}{:02}:{:02}", to_iso_day(at), clock_text(at), at.second,
                     offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

}  // namespace tertulia::formats
