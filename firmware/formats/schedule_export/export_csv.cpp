// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/csv_text.h"
#include "firmware/formats/schedule_export/agenda_export.h"

namespace tertulia::formats {
namespace {

class Row {
 public:
  void add(std::string_view text) { line_ += (line_.empty() ? "" : ",") + csv_text(text); }
  void add(const LocalizedText& texts, const std::vector<Language>& languages) {
    for (const Language& language : languages) add(texts.has(language) ? texts.in(language) : "");
  }
  [[nodiscard]] std::string text() const { return line_ + "\r\n"; }

 private:
  std::string line_;
};

std::string header(const std::vector<Language>& languages) {
  Row row;
  for (const char* name :
       {"id", "day", "start", "end", "minutes", "room", "kind", "access", "format", "asks"})
    row.add(name);
  for (const char* name : {"title", "speakers", "expected outcomes"})
    for (const Language& language : languages) row.add(std::string(name) + "::" + language);
  for (const char* name : {"actual start", "actual end", "added minutes"}) row.add(name);
  return row.text();
}

std::string clock_in(WallTime time, const std::string& zone) {
  const auto local = to_local(time, zone);
  return local.ok() ? clock_text(local.value()) : "";
}

}  // namespace

std::string to_agenda_csv(const AgendaExport& agenda) {
  const Visit& visit = agenda.pack.visit;
  std::string csv = std::string(kByteOrderMark) + header(visit.languages);
  for (const ExportedSession& session : exported(agenda)) {
    const bool ends_that_day = to_iso_day(session.local_start) == to_iso_day(session.local_end);
    Row row;
    row.add(session.id);
    row.add(to_iso_day(session.local_start));
    row.add(clock_text(session.local_start));
    row.add(ends_that_day ? clock_text(session.local_end) : "");
    row.add(minutes_text(session.end - session.start));
    row.add(session.room);
    row.add(session.is_break ? "break" : "");
    row.add(session.is_closed ? "closed" : "open");
    row.add(session.format);
    row.add(session.form);
    row.add(session.title, visit.languages);
    row.add(session.speakers, visit.languages);
    row.add(session.expected_outcomes, visit.languages);
    row.add(session.actual ? clock_in(session.actual->start, visit.zone) : "");
    row.add(session.actual && session.actual->end ? clock_in(*session.actual->end, visit.zone) : "");
    row.add(session.actual ? minutes_text(session.actual->added) : "");
    csv += row.text();
  }
  return csv;
}

}  // namespace tertulia::formats
