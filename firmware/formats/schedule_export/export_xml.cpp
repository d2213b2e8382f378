// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "firmware/formats/schedule_export/agenda_export.h"
#include "firmware/formats/text/xml_text.h"

namespace tertulia::formats {
namespace {

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_text(text) + "</" + std::string(name) + ">\n";
}

// The element in the visit's default language as everybody reads it, others with their language.
std::string elements(std::string_view name, const LocalizedText& texts, const Language& first) {
  std::string all;
  for (const auto& [language, text] : texts.all())
    all += language == first ? element(name, text)
                             : "<" + std::string(name) + " xml:lang=\"" + xml_text(language) + "\">" +
                                   xml_text(text) + "</" + std::string(name) + ">\n";
  return all;
}

std::string event_element(const ExportedSession& session, const Visit& visit) {
  const Language& language = visit.default_language();
  std::string xml = "<event guid=\"" + xml_text(session.id) + "\">\n";
  xml += element("date", moment_text(session.start, visit.zone));
  xml += element("start", clock_text(session.local_start));
  xml += element("duration", length_text(session.end - session.start));
  xml += element("room", session.room);
  xml += elements("title", session.title, language);
  xml += element("type", session.is_break ? "break" : session.format);
  xml += element("language", language);
  xml += elements("abstract", session.segments, language);
  xml += "<persons>\n" + elements("person", session.speakers, language) + "</persons>\n";
  xml += element("access", session.is_closed ? "closed" : "open");
  xml += element("format", session.format);
  xml += element("form", session.form);
  xml += elements("outcome", session.expected_outcomes, language);
  if (session.actual) {
    xml += element("actual_start", moment_text(session.actual->start, visit.zone));
    if (session.actual->end) xml += element("actual_end", moment_text(*session.actual->end, visit.zone));
    xml += element("added_minutes", minutes_text(session.actual->added));
  }
  return xml + "</event>\n";
}

}  // namespace

std::string to_schedule_xml(const AgendaExport& agenda) {
  const Visit& visit = agenda.pack.visit;
  std::map<std::string, std::map<std::string, std::string>> days;  // day, room, events
  for (const ExportedSession& session : exported(agenda))
    days[to_iso_day(session.local_start)][session.room] += event_element(session, visit);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n<generator name=\"tertulia\"/>\n";
  xml += element("version", agenda.pack.version.substr(0, 8)) + "<conference>\n" +
         element("acronym", visit.id) + element("title", visit.title.in(visit.default_language())) +
         element("start", to_iso_day(visit.first_day)) + element("end", to_iso_day(visit.last_day)) +
         element("days", std::to_string(days.size())) + element("time_zone_name", visit.zone) +
         "</conference>\n";
  std::size_t index = 0;
  for (const auto& [day, rooms] : days) {
    xml += "<day index=\"" + std::to_string(++index) + "\" date=\"" + day + "\">\n";
    for (const auto& [room, events] : rooms)
      xml += "<room name=\"" + xml_text(room) + "\">\n" + events + "</room>\n";
    xml += "</day>\n";
  }
  return xml + "</schedule>\n";
}

}  // namespace tertulia::formats
