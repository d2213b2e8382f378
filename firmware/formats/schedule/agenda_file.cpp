// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/agenda_file.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/calendar/visit_days.h"
#include "firmware/formats/calendar/zone_names.h"
#include "firmware/formats/containers/table_file.h"
#include "firmware/formats/schedule/agenda_table.h"
#include "firmware/formats/schedule/foreign_documents.h"
#include "firmware/formats/schedule/schedule_json.h"
#include "firmware/formats/schedule/schedule_xml.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// The element of an XML document that is not a comment or a declaration begins a schedule.
bool is_schedule_xml(std::string_view text) {
  constexpr std::size_t kWithin = 4096;
  const std::string_view start = text.substr(0, kWithin);
  return start.starts_with('<') && (start.find("<schedule") != std::string_view::npos ||
                                    start.find("<conference") != std::string_view::npos);
}

bool is_named_like_an_agenda(const std::string& name) {
  const std::string lower = plain_typed(name);
  const auto has = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
  return has("agenda") || has("program") || has("schedule") || has("horaire") || has("horario") ||
         has("ajenda") || has("ratiba");
}

// Adds the entries of the drafts that lie within the visit's days. The others are named.
void add_entries(const std::vector<DraftEntry>& drafts, const DraftContext& context,
                 CalendarContents& contents) {
  const auto span = span_of(context.days);
  for (const DraftEntry& draft : drafts) {
    auto entry = entry_of(draft, context);
    if (entry && span.ok() && !span.value().touches(entry->start, entry->end)) {
      const auto local = to_local(entry->start, context.days.zone);
      context.findings.add(Severity::kSkipped, outside_of(context.days),
                           subject_of(draft, local.ok() ? day_and_time(local.value(), false) : ""));
      entry.reset();
    }
    if (entry)
      contents.entries.push_back(std::move(*entry));
    else
      contents.left_out.push_back({clean_text(draft.id), draft.title});
  }
}

// The zone of the schedule's times, by any name that calendar programs give it; else the visit's.
std::string zone_of_times(const DraftSchedule& schedule, const CalendarDays& days,
                          GroupedFindings& findings) {
  if (schedule.zone.empty()) return days.zone;
  if (const auto named = zone_of(schedule.zone); named && !named->iana.empty()) return named->iana;
  findings.add(Severity::kGuessed,
               "The time zone " + in_quotes(schedule.zone) +
                   " of the schedule is unknown; times without a zone are read as " + days.zone + ".",
               {});
  return days.zone;
}

CalendarContents contents_of(const DraftSchedule& schedule, const std::string& file, const CalendarDays& days,
                             Findings& findings) {
  GroupedFindings grouped(file);
  const std::string zone = zone_of_times(schedule, days, grouped);
  const Minutes day_change = typed_time(schedule.day_change).value_or(Minutes(0));
  if (schedule.is_cut)
    grouped.add(Severity::kSkipped,
                "The schedule has more than " + std::to_string(DraftSchedule::kMost) +
                    " entries; the rest is not read. Export the days of the visit only.",
                {});
  CalendarContents contents;
  add_entries(schedule.drafts, {days, zone, day_change, grouped}, contents);
  grouped.write_to(findings);
  return contents;
}

// Of each sheet that is an agenda; none when no sheet is.
std::optional<CalendarContents> contents_of(const Workbook& book, const SourceFile& source, Named named,
                                            const CalendarDays& days, Findings& findings) {
  const bool may_guess = named == Named::kYes || is_named_like_an_agenda(source.name);
  GroupedFindings grouped(source.name);
  std::optional<CalendarContents> contents;
  for (const Sheet& sheet : book.sheets) {
    const auto layout = layout_of(sheet, days);
    if (!layout || (!layout->is_certain && !may_guess)) continue;
    findings.guessed({source.name, sheet.name}, words_of(*layout));
    if (!contents) contents.emplace();
    const DraftContext context{days, days.zone, Minutes(0), grouped, layout->date_order};
    add_entries(read_agenda_table(sheet, *layout, source.name, context), context, *contents);
  }
  grouped.write_to(findings);
  return contents;
}

struct AgendaRead {
  std::optional<CalendarContents> contents;
  bool is_damaged = false;  // it is a table that cannot be read
};

AgendaRead read_table(const SourceFile& source, Named named, const CalendarDays& days, Findings& findings) {
  const auto book = read_table_file(source, TableUse::kAgenda, findings);
  if (!book) return {std::nullopt, true};
  auto contents =
      book->find("survey") == nullptr ? contents_of(*book, source, named, days, findings) : std::nullopt;
  if (!contents)
    findings.wrong(
        {source.name, ""},
        "The file has no agenda: it needs a row with \"title\" and \"start\" above their columns.");
  return {std::move(contents)};
}

std::optional<CalendarContents> read_schedule(const SourceFile& source, AgendaKind kind,
                                              const CalendarDays& days, Findings& findings) {
  const DraftSchedule schedule = kind == AgendaKind::kScheduleXml
                                     ? read_schedule_xml(source, days.language, findings)
                                     : read_schedule_json(source, days.language, findings);
  if (schedule.drafts.empty()) return std::nullopt;
  return contents_of(schedule, source.name, days, findings);
}

AgendaRead read_as(AgendaKind kind, const SourceFile& source, Named named, const CalendarDays& days,
                   Findings& findings) {
  if (kind == AgendaKind::kCalendar) return {read_icalendar(source, days, findings)};
  const bool is_schedule = kind == AgendaKind::kScheduleXml || kind == AgendaKind::kScheduleJson;
  if (is_schedule) return {read_schedule(source, kind, days, findings)};
  return read_table(source, named, days, findings);
}

void say_damaged(const Findings& own, Findings& findings) {
  for (const Finding& each : own.all())
    if (each.severity == Severity::kWrong)
      findings.skipped(each.place, "Not read, whether it is an agenda or not. " + each.message);
}

// Whatever its name and whether or not it can be read, this is meant as an agenda.
bool is_agenda_by_kind(AgendaKind kind) {
  return kind == AgendaKind::kCalendar || kind == AgendaKind::kScheduleXml;
}

}  // namespace

std::optional<AgendaKind> agenda_kind(const SourceFile& source) {
  std::string_view text = trim(without_bom(source.bytes.substr(0, 65536)));
  const std::string lower = lower_ascii(text.substr(0, 64));
  if (lower.starts_with("begin:vcalendar")) return AgendaKind::kCalendar;
  const FileKind kind = kind_of(source.bytes);
  if (kind != FileKind::kText && is_table(kind)) return AgendaKind::kTable;
  const bool is_named_table = is_named_like_a_table(source.name);
  if (source.bytes.starts_with("PK\x03\x04") || (source.bytes.empty() && is_named_table)) return std::nullopt;
  if (is_schedule_xml(text)) return AgendaKind::kScheduleXml;
  const bool is_rich_text = lower.starts_with("{\\rtf");
  if (!is_rich_text && (text.starts_with('{') || text.starts_with('['))) return AgendaKind::kScheduleJson;
  const std::string name = lower_ascii(source.name);
  if (name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".txt") ||
      (kind == FileKind::kText && is_named_table))
    return AgendaKind::kTable;
  if (name.ends_with(".ics") || name.ends_with(".vcs"))
    return AgendaKind::kCalendar;  // its reader says what is wrong
  return std::nullopt;
}

std::optional<CalendarContents> read_agenda_file(const SourceFile& source, Named named,
                                                 const CalendarDays& days, Findings& findings) {
  const auto kind = agenda_kind(source);
  if (!kind) {
    const auto cure = cure_of_document(source);
    if (named == Named::kYes)
      findings.wrong({source.name, ""},
                     "The file is no agenda that can be read; " +
                         std::string(cure.value_or("save it as .ics, .xlsx, CSV, or as a frab schedule")) +
                         ".");
    return std::nullopt;
  }
  Findings own;
  auto [contents, is_damaged] = read_as(*kind, source, named, days, own);
  const bool is_meant =
      named == Named::kYes || is_agenda_by_kind(*kind) || is_named_like_an_agenda(source.name);
  if (contents || is_meant)
    findings.add(own);
  else if (is_damaged)  // a table without an agenda may be anything, one that cannot be read may be the
                        // agenda
    say_damaged(own, findings);
  return std::move(contents);
}

}  // namespace tertulia::formats
