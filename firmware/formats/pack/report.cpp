// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/report.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "firmware/domain/terminal_text.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::string visit_lines(const Visit& visit) {
  std::string lines =
      "Visit " + terminal_text(visit.id + ": " + visit.title.in("en", visit.default_language())) + "\n";
  lines += "  " + day_and_time(visit.first_day, true) + " to " + day_and_time(visit.last_day, true) +
           ", time zone " + terminal_text(visit.zone) + ", " + counted(visit.rooms.size(), "room") +
           ", languages";
  for (const Language& language : visit.languages) lines += " " + terminal_text(language);
  return lines + "\n";
}

std::string agenda_lines(const VisitPack& pack) {
  std::set<std::string> rooms;
  std::set<LocalTime> days;
  std::size_t closed = 0;
  std::size_t breaks = 0;
  std::size_t with_segments = 0;
  std::size_t with_outcomes = 0;
  for (const Session& session : pack.agenda.sessions) {
    if (!session.room.empty()) rooms.insert(session.room);
    if (const auto local = to_local(session.start(), pack.visit.zone); local.ok())
      days.insert({local.value().year, local.value().month, local.value().day, 0, 0, 0});
    if (session.access == Access::kClosed) ++closed;
    if (session.is_break) ++breaks;
    if (session.rundown.segments.size() > 1) ++with_segments;
    if (!session.expected_outcomes.empty()) ++with_outcomes;
  }
  const std::size_t all = pack.agenda.sessions.size();
  return "Agenda: " + counted(all, "session") + " in " + counted(rooms.size(), "room") + " over " +
         counted(days.size(), "day") + "\n  " + std::to_string(all - closed) + " open, " +
         std::to_string(closed) + " closed; " + counted(breaks, "break") + "; " +
         std::to_string(with_segments) + " with segments, " + std::to_string(with_outcomes) +
         " with expected outcomes\n";
}

// Every text of a form that people read.
std::vector<const LocalizedText*> texts_of(const Questionnaire& form) {
  std::vector<const LocalizedText*> texts;
  for (const Page& page : form.pages)
    for (const Question& question : page.questions) {
      texts.push_back(&question.label);
      if (!question.hint.empty()) texts.push_back(&question.hint);
      if (const auto* choices = choices_of(question.kind))
        for (const Choice& choice : *choices) texts.push_back(&choice.label);
    }
  return texts;
}

std::string coverage_of(const Questionnaire& form) {
  const auto texts = texts_of(form);
  std::string line = "  languages:";
  for (const Language& language : form.languages) {
    const auto have = static_cast<std::size_t>(std::count_if(
        texts.begin(), texts.end(), [&](const LocalizedText* text) { return text->has(language); }));
    line += " " + terminal_text(language);
    if (have < texts.size())
      line += " (" + std::to_string(have) + " of " + std::to_string(texts.size()) + ")";
  }
  return line + "\n";
}

std::string form_lines(const Questionnaire& form) {
  std::size_t asked = 0;
  for (const Page& page : form.pages)
    for (const Question& question : page.questions)
      if (asks(question.kind)) ++asked;
  return "Form " + terminal_text(form.id) + ": " + counted(asked, "question") + " on " +
         counted(form.pages.size(), "page") + "\n" + coverage_of(form);
}

std::string finding_line(const Finding& finding) {
  const auto& [file, where] = finding.place;
  return "  " + terminal_text(file + (where.empty() ? "" : ", " + where) + ": " + finding.message) + "\n";
}

std::string findings_of(const Findings& findings, Severity severity, std::string_view heading) {
  std::string lines;
  std::size_t count = findings.more(severity);
  for (const Finding& finding : findings.all()) {
    if (finding.severity != severity) continue;
    lines += finding_line(finding);
    ++count;
  }
  if (findings.more(severity) > 0) lines += "  and " + std::to_string(findings.more(severity)) + " more\n";
  return count == 0 ? "" : std::string(heading) + " (" + std::to_string(count) + ")\n" + lines;
}

// See read_pack().
bool is_form_alone(const VisitPack& pack) { return pack.visit.id.empty(); }

std::string verdict_of(const PackReading& reading) {
  if (!reading.pack) return "It cannot be used until what is wrong is corrected.\n";
  if (!reading.findings.any_wrong())
    return is_form_alone(*reading.pack) ? "The form can be used.\n" : "The pack can be used.\n";
  return "A device shows the pack without what is wrong, and keeps the last good pack of this visit if it "
         "has one.\n";
}

}  // namespace

std::string check_report(const PackReading& reading) {
  std::string report;
  if (reading.pack) {
    if (!is_form_alone(*reading.pack))
      report += visit_lines(reading.pack->visit) + agenda_lines(*reading.pack);
    for (const Questionnaire& form : reading.pack->questionnaires) report += form_lines(form);
  }
  report += findings_of(reading.findings, Severity::kRead, "Read");
  report += findings_of(reading.findings, Severity::kGuessed, "Guessed");
  report += findings_of(reading.findings, Severity::kSkipped, "Skipped");
  report += findings_of(reading.findings, Severity::kWrong, "Wrong");
  return report + verdict_of(reading);
}

int check_exit_code(const PackReading& reading) {
  return reading.pack && !reading.findings.any_wrong() ? 0 : 2;
}

}  // namespace tertulia::formats
