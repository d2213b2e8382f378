// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "firmware/formats/schedule_export/agenda_export.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLongestLine = 75;  // bytes, without the line end (RFC 5545, section 3.1)

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    result += c;
  }
  return result;
}

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// A content line, folded between characters.
void add_line(std::string& calendar, std::string line) {
  std::size_t most = kLongestLine;
  while (line.size() > most) {
    std::size_t cut = most;
    while (cut > 1 && continues_a_character(line[cut])) --cut;
    calendar += line.substr(0, cut) + "\r\n ";
    line.erase(0, cut);
    most = kLongestLine - 1;  // behind the space
  }
  calendar += line + "\r\n";
}

void add_texts(std::string& calendar, const std::string& name, const LocalizedText& texts) {
  for (const auto& [language, text] : texts.all()) {
    std::string line = name;
    line.append(";LANGUAGE=").append(language).append(":").append(escaped(text));
    add_line(calendar, std::move(line));
  }
}

std::string utc_text(WallTime time) {
  std::string text = to_rfc3339(time).substr(0, 19) + "Z";
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

LocalizedText descriptions_of(const ExportedSession& session) {
  LocalizedText texts;
  for (const auto& [language, outcomes] : session.expected_outcomes.all())
    texts.set(language, "Expected outcomes: " + outcomes);
  for (const auto& [language, segments] : session.segments.all())
    texts.set(language, (texts.has(language) ? texts.in(language) + "\n\n" : "") + segments);
  return texts;
}

void add_event(std::string& calendar, const ExportedSession& session, WallTime written) {
  add_line(calendar, "BEGIN:VEVENT");
  add_line(calendar, "UID:" + escaped(session.id));
  add_line(calendar, "DTSTAMP:" + utc_text(written));
  add_line(calendar, "DTSTART:" + utc_text(session.start));
  add_line(calendar, "DTEND:" + utc_text(session.end));
  add_texts(calendar, "SUMMARY", session.title);
  add_texts(calendar, "DESCRIPTION", descriptions_of(session));
  if (!session.room.empty()) add_line(calendar, "LOCATION:" + escaped(session.room));
  if (session.is_closed) add_line(calendar, "CLASS:PRIVATE");
  if (session.is_break) add_line(calendar, "CATEGORIES:BREAK");
  if (session.actual) {
    add_line(calendar, "X-ACTUAL-START:" + utc_text(session.actual->start));
    if (session.actual->end) add_line(calendar, "X-ACTUAL-END:" + utc_text(*session.actual->end));
    add_line(calendar, "X-ADDED-MINUTES:" + minutes_text(session.actual->added));
  }
  add_line(calendar, "END:VEVENT");
}

}  // namespace

std::string to_icalendar(const AgendaExport& agenda) {
  const Visit& visit = agenda.pack.visit;
  std::string calendar;
  add_line(calendar, "BEGIN:VCALENDAR");
  add_line(calendar, "VERSION:2.0");
  add_line(calendar, "PRODID:-//Tertulia//Agenda//EN");
  add_line(calendar, "X-WR-CALNAME:" + escaped(visit.title.in(visit.default_language())));
  for (const ExportedSession& session : exported(agenda)) add_event(calendar, session, agenda.written);
  add_line(calendar, "END:VCALENDAR");
  return calendar;
}

}  // namespace tertulia::formats
