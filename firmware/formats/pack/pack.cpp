// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/pack.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/logo/logo.h"
#include "firmware/formats/pack/agenda_builder.h"
#include "firmware/formats/pack/pack_files.h"
#include "firmware/formats/pack/visit_toml.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kVisitFile = "visit.toml";

class PackParser {
 public:
  explicit PackParser(const FileMap& files) : files_(files) {}

  PackReading read() {
    VisitPack pack;
    if (const auto visit = read_visit()) {
      pack.visit = visit->visit;
      pack.visit.branding.logo = read_logo_of(*visit);
      read_forms(pack);
      read_agenda(*visit, pack);
      check_forms(*visit, pack);
      pack.version = version_of(files_);
      if (!findings_.any_wrong()) reading_.pack = std::move(pack);
    }
    reading_.findings = std::move(findings_);
    return std::move(reading_);
  }

 private:
  std::optional<VisitFile> read_visit() {
    const auto found = files_.find(std::string(kVisitFile));
    if (found == files_.end()) {
      findings_.wrong({std::string(kVisitFile), ""}, "The pack has no visit.toml; it must lie at its top.");
      return std::nullopt;
    }
    auto visit = read_visit_toml({found->first, found->second}, findings_);
    if (visit)
      findings_.read({visit->name, ""}, counted(visit->visit.rooms.size(), "room") + ", details of " +
                                            counted(visit->sessions.size(), "session") + ".");
    return visit;
  }

  std::optional<Logo> read_logo_of(const VisitFile& visit) {
    if (visit.logo_file.empty()) return std::nullopt;
    const auto found = files_.find(visit.logo_file);
    if (found != files_.end()) return read_logo({found->first, found->second}, findings_);
    findings_.wrong(visit.logo_place, "The logo " + in_quotes(visit.logo_file) +
                                          " is not in the pack; put it beside visit.toml.");
    return std::nullopt;
  }

  // The named calendar, else the only one; empty after a finding.
  std::string agenda_name(const VisitFile& visit) {
    if (!visit.agenda_file.empty()) {
      if (files_.contains(visit.agenda_file)) return visit.agenda_file;
      findings_.wrong({visit.name, "[agenda]"}, "The file " + in_quotes(visit.agenda_file) +
                                                    " is not in the pack; put it beside visit.toml.");
      return {};
    }
    std::vector<std::string> calendars;
    for (const auto& [name, bytes] : files_)
      if (lower_ascii(name).ends_with(".ics")) calendars.push_back(name);
    if (calendars.size() == 1) return calendars.front();
    findings_.wrong({visit.name, "[agenda]"},
                    calendars.empty() ? "The pack has no calendar; add an agenda.ics."
                                      : "The pack has several calendars; name one as file = \"...\".");
    return {};
  }

  void read_agenda(const VisitFile& visit, VisitPack& pack) {
    const std::string name = agenda_name(visit);
    if (name.empty()) return;
    const Visit& facts = visit.visit;
    const CalendarDays days{facts.zone, facts.first_day, facts.last_day, facts.default_language()};
    if (!is_known_zone(facts.zone) || facts.last_day < facts.first_day || facts.first_day.year == 0) return;
    const auto entries = read_icalendar({name, files_.at(name)}, days, findings_);
    if (!entries) return;
    findings_.read({name, ""}, counted(entries->size(), "calendar entry", "calendar entries") + ".");
    pack.agenda = build_agenda({visit, name, *entries}, findings_);
    if (pack.agenda.sessions.empty())
      findings_.wrong({name, ""}, "The calendar has no session; export it again with its entries.");
  }

  void read_forms(VisitPack& pack) {
    for (const auto& [name, bytes] : files_) {
      if (!name.starts_with("forms/")) continue;
      const std::string lower = lower_ascii(name);
      if (lower.ends_with(".csv") || lower.ends_with(".xlsx"))
        add_form(name, pack);
      else
        findings_.skipped({name, ""}, lower.ends_with(".xls")
                                          ? "Old .xls files are not read; save it as .xlsx."
                                          : "This is no XLSForm; a form is a .csv or .xlsx file.");
    }
  }

  void add_form(const std::string& name, VisitPack& pack) {
    auto form = read_form({name, files_.at(name)}, pack.visit.default_language(), findings_);
    if (!form) return;
    findings_.read({name, ""}, "Form " + form->id + ", " + counted(form->pages.size(), "page") + ".");
    for (const Language& language : pack.visit.languages)
      if (std::find(form->languages.begin(), form->languages.end(), language) == form->languages.end())
        findings_.guessed({name, ""}, "The form has no texts in '" + language +
                                          "', a language of the visit; '" + form->default_language +
                                          "' is shown instead. Add its columns.");
    if (pack.questionnaire(form->id) != nullptr)
      findings_.wrong({name, "settings"},
                      "The form_id " + in_quotes(form->id) + " names two forms; rename one.");
    else
      pack.questionnaires.push_back(std::move(*form));
  }

  void check_form(const std::string& id, const Place& place, const VisitPack& pack) {
    if (id.empty() || pack.questionnaire(id) != nullptr) return;
    std::string known;
    for (const Questionnaire& form : pack.questionnaires) known += (known.empty() ? "" : ", ") + form.id;
    findings_.wrong(place, "The form " + in_quotes(id) +
                               " is not in the pack; there are: " + (known.empty() ? "none" : known) + ".");
  }

  // A form that could not be read has been reported already; these would only repeat it.
  void check_forms(const VisitFile& visit, const VisitPack& pack) {
    if (findings_.any_wrong()) return;
    check_form(visit.visit.default_form, {visit.name, "[visit] default_form"}, pack);
    for (const SessionDetails& details : visit.sessions)
      check_form(details.form, at_line(visit.name, details.line), pack);
  }

  const FileMap& files_;
  Findings findings_;
  PackReading reading_;
};

}  // namespace

PackReading read_pack_from(const FileMap& files) { return PackParser(files).read(); }

PackReading read_pack(const std::string& path) {
  const auto files = read_pack_files(path);
  if (files.ok()) return read_pack_from(files.value());
  PackReading reading;
  reading.findings.wrong({path, ""}, files.error().message);
  return reading;
}

}  // namespace tertulia::formats
