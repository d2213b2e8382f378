// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/pack.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "firmware/domain/limits.h"
#include "firmware/formats/containers/file_kind.h"
#include "firmware/formats/pack/agenda_builder.h"
#include "firmware/formats/pack/agenda_files.h"
#include "firmware/formats/pack/form_alone.h"
#include "firmware/formats/pack/pack_files.h"
#include "firmware/formats/pack/visit_toml.h"
#include "firmware/formats/pictures/logo.h"
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
    report_lock_files();
    if (const auto visit = read_visit()) {
      pack.visit = visit->visit;
      pack.visit.branding.logo = read_logo_of(*visit);
      read_agenda(*visit, pack);
      read_forms(pack);
      say_misplaced_forms();
      drop_unknown_forms(*visit, pack);
      say_unasked_forms(*visit, pack);
      pack.version = version_of(files_);
      if (!findings_.any_wrong()) reading_.pack = std::move(pack);
    }
    reading_.findings = std::move(findings_);
    reading_.findings.add(of_parts_);
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

  void report_lock_files() {
    for (const auto& [name, bytes] : files_)
      if (is_lock_file(name))
        of_parts_.skipped({name, ""},
                          "This is no file of the visit: an office program makes it while it has the file "
                          "beside it open. Close the program before you copy the pack.");
  }

  // Nothing but a picture: what is wrong with it is said, and the screens go without.
  std::optional<Picture> read_logo_of(const VisitFile& visit) {
    if (visit.logo_file.empty()) return std::nullopt;
    const auto* found = find_file(files_, visit.logo_file);
    if (found == nullptr) {
      of_parts_.skipped(visit.logo_place,
                        "The logo " + in_quotes(visit.logo_file) +
                            " is not in the pack, so none is shown; put it beside visit.toml.");
      return std::nullopt;
    }
    Findings own;
    auto logo = read_logo({found->first, found->second}, own);
    for (Finding finding : own.all()) {
      if (finding.severity == Severity::kWrong) {
        finding.severity = Severity::kSkipped;
        finding.message += " The visit is shown without a logo.";
      }
      of_parts_.add(std::move(finding));
    }
    return logo;
  }

  void read_agenda(const VisitFile& visit, VisitPack& pack) {
    const Visit& facts = visit.visit;
    if (!is_known_zone(facts.zone) || facts.last_day < facts.first_day || facts.first_day.year == 0) return;
    const PackAgenda agenda = read_agenda_files(files_, visit, findings_);
    if (agenda.files.empty()) return;
    pack.agenda = build_agenda({visit, agenda.files, agenda.entries, agenda.left_out}, findings_);
    if (pack.agenda.sessions.empty())
      findings_.wrong(
          {agenda.files, ""},
          "The agenda has no session within the visit's days that can be shown. See which entries were "
          "skipped; correct them, or first_day and last_day of visit.toml.");
  }

  void say_misplaced_forms() {
    for (const auto& [name, bytes] : files_)
      if (!name.starts_with("forms/") && !is_lock_file(name) && has_survey({name, bytes}))
        of_parts_.skipped(
            {name, ""},
            "This is a form, and nobody is asked it: forms are read from the folder forms/ of the "
            "pack alone. Move it there.");
  }

  // Kiosks ask a form after a session that names it.
  void say_unasked_forms(const VisitFile& visit, const VisitPack& pack) {
    const auto asks = [](const Session& session) { return !session.form.empty(); };
    const auto& sessions = pack.agenda.sessions;
    if (pack.questionnaires.empty() || !pack.visit.default_form.empty() ||
        std::any_of(sessions.begin(), sessions.end(), asks))
      return;
    of_parts_.guessed({visit.name, "[visit] default_form"},
                      "No session names a form, so kiosks ask none after a session and only offer them in "
                      "their menu. Name one here: default_form = " +
                          in_quotes(pack.questionnaires.front().id) + ".");
  }

  // A table that a form reads is no form that misses something.
  void read_forms(VisitPack& pack) {
    std::map<std::string, Findings> by_file;
    std::set<std::string> forms;
    for (const auto& [name, bytes] : files_) {
      if (!name.starts_with("forms/")) continue;
      if (is_lock_file(name)) continue;
      const SourceFile source{name, bytes};
      Findings& own = by_file[name];
      if (!is_meant_as_form(source))
        own.skipped(
            {name, ""},
            "This is no form: a form is an XLSForm (.xlsx, .xls, .ods, .csv) or an ODK XForm (.xml). " +
                cure_of(kind_of(bytes)));
      else if (add_form(name, pack, own))
        forms.insert(name);
    }
    for (const auto& [name, own] : by_file) {
      const bool is_beside = beside_forms_.contains(name) && !forms.contains(name);
      if (!is_beside || is_surely_form({name, files_.at(name)})) of_parts_.add(own);
    }
  }

  std::optional<SourceFile> file_beside(const std::string& form, const std::string& name) {
    for (const std::string& path : paths_beside(form, name)) {
      const auto found = files_.find(path);
      if (found == files_.end()) continue;
      beside_forms_.insert(path);
      return SourceFile{found->first, found->second};
    }
    return std::nullopt;
  }

  // False: the file makes no form.
  bool add_form(const std::string& name, VisitPack& pack, Findings& findings) {
    auto form = read_form({name, files_.at(name)}, pack.visit.default_language(), findings,
                          [&](const std::string& file) { return file_beside(name, file); });
    if (!form) return false;
    findings.read({name, ""}, "Form " + form->id + ", " + counted(form->pages.size(), "page") + ".");
    for (const Language& language : pack.visit.languages)
      if (std::find(form->languages.begin(), form->languages.end(), language) == form->languages.end())
        findings.guessed({name, ""}, "The form has no texts in '" + language +
                                         "', a language of the visit; '" + form->default_language +
                                         "' is shown instead. Add its columns.");
    take_pictures(name, *form, findings);
    form_bytes_ += bytes_of_texts(*form);
    if (form_bytes_ > kMostFormBytes)
      findings.wrong({name, ""}, "The texts of the forms up to this one take up more than " +
                                     std::to_string(kMostFormBytes >> 20U) +
                                     " MiB; this one is left out. Shorten its lists.");
    else if (pack.questionnaire(form->id) != nullptr)
      findings.wrong({name, "settings"},
                     "The form_id " + in_quotes(form->id) + " names two forms; rename one.");
    else
      pack.questionnaires.push_back(std::move(*form));
    return true;
  }

  // A form whose pictures have no room beside those of the others is asked without.
  void take_pictures(const std::string& name, Questionnaire& form, Findings& findings) {
    const std::size_t bytes = bytes_of_pictures(form);
    if (picture_bytes_ + bytes <= kMostPictureBytes) {
      picture_bytes_ += bytes;
      return;
    }
    findings.skipped({name, ""}, "The pictures of the forms up to this one take up more than " +
                                     std::to_string(kMostPictureBytes >> 20U) +
                                     " MiB; this one is asked without its pictures. Make pictures smaller, "
                                     "or use drawings in place of photographs.");
    form.pictures.clear();
  }

  // The id, or an empty one after a finding when no form has it.
  std::string known_form(const std::string& id, const Place& place, const VisitPack& pack) {
    if (id.empty() || pack.questionnaire(id) != nullptr) return id;
    std::string known;
    for (const Questionnaire& form : pack.questionnaires) known += (known.empty() ? "" : ", ") + form.id;
    of_parts_.wrong(place, "The form " + in_quotes(id) +
                               " is not in the pack, or cannot be read; there are: " +
                               (known.empty() ? "none" : known) + ". Nothing is asked in its place.");
    return {};
  }

  // Of each form that is not there, once; the sessions that ask it ask nothing.
  void drop_unknown_forms(const VisitFile& visit, VisitPack& pack) {
    pack.visit.default_form =
        known_form(visit.visit.default_form, {visit.name, "[visit] default_form"}, pack);
    std::set<std::string> said;
    for (const SessionDetails& details : visit.sessions)
      if (said.insert(details.form).second)
        static_cast<void>(known_form(details.form, at_line(visit.name, details.line), pack));
    for (Session& session : pack.agenda.sessions) {
      const bool is_new = said.insert(session.form).second;
      if (is_new) session.form = known_form(session.form, {"agenda", session.slug}, pack);
      if (pack.questionnaire(session.form) == nullptr) session.form.clear();
    }
  }

  const FileMap& files_;
  Findings findings_;  // of visit and agenda: without these there is nothing to show
  std::size_t form_bytes_ = 0;
  std::size_t picture_bytes_ = 0;
  std::set<std::string> beside_forms_;  // files that forms read
  Findings of_parts_;                   // of what the visit can be shown without
  PackReading reading_;
};

}  // namespace

PackReading read_pack_from(const FileMap& files) { return PackParser(files).read(); }

PackReading read_pack(const std::string& path) {
  if (auto form = read_form_alone(path)) return *std::move(form);
  const auto pack = read_pack_files(path);
  PackReading reading;
  if (pack.ok()) {
    reading = read_pack_from(pack.value().files);
    reading.findings.add(pack.value().left_out);
    return reading;
  }
  reading.findings.wrong({path, ""}, pack.error().message);
  return reading;
}

}  // namespace tertulia::formats
