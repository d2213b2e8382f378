// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "firmware/formats/pack/agenda_builder.h"
#include "firmware/formats/pack/agenda_merger.h"
#include "firmware/formats/pack/pack_files.h"
#include "firmware/formats/schedule/agenda_file.h"
#include "firmware/formats/schedule/foreign_documents.h"
#include "firmware/formats/text/grouped_findings.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostNamedFiles = 5;  // files that one finding names

// Files of a pack that are never an agenda.
bool is_something_else(const std::string& name, const VisitFile& visit) {
  return name == visit.name || name == visit.logo_file || name.starts_with("forms/") || is_lock_file(name);
}

// Every file lies in the folder without a name, the pack itself.
bool lies_in(const std::string& folder, const std::string& file) {
  const std::string plain = plain_name(folder);
  return folder.empty() || plain_name(file).starts_with(plain.ends_with('/') ? plain : plain + "/");
}

struct Chosen {
  std::vector<SourceFile> calendars;
  std::vector<SourceFile> others;
  std::vector<SourceFile> documents;  // that no reader knows
  std::vector<std::string> beside;    // perhaps agendas, beside the one that visit.toml names
  Named named = Named::kNo;
};

void sort_in(const SourceFile& source, Chosen& chosen) {
  const auto kind = agenda_kind(source);
  if (kind == AgendaKind::kCalendar)
    chosen.calendars.push_back(source);
  else if (kind || chosen.named == Named::kYes)
    chosen.others.push_back(source);
  else if (cure_of_document(source))
    chosen.documents.push_back(source);
}

Chosen choose(const FileMap& files, const VisitFile& visit) {
  Chosen chosen;
  if (const auto* named = find_file(files, visit.agenda_file)) {
    chosen.named = Named::kYes;
    sort_in({named->first, named->second}, chosen);
    for (const auto& [name, bytes] : files)
      if (name != named->first && !is_something_else(name, visit) && agenda_kind({name, bytes}))
        chosen.beside.push_back(name);
    return chosen;
  }
  for (const auto& [name, bytes] : files)
    if (lies_in(visit.agenda_file, name) && !is_something_else(name, visit)) sort_in({name, bytes}, chosen);
  return chosen;
}

// "Sala Magna / Sala Verde" becomes one entry for each of these rooms.
std::vector<CalendarEntry> in_each_room(std::vector<CalendarEntry> entries, const VisitFile& visit) {
  const RoomFinder rooms_of_visit(visit);
  std::vector<CalendarEntry> all;
  for (CalendarEntry& entry : entries) {
    std::set<std::string> rooms;
    std::string part;
    bool all_known = rooms_of_visit.at(entry.location).match == PlaceMatch::kNone;
    for (const char c : entry.location + ";") {
      if (std::string_view(",;/+&|").find(c) == std::string_view::npos) {
        part += c;
        continue;
      }
      const PlacedRoom room = rooms_of_visit.at(part);
      all_known = all_known && room.match == PlaceMatch::kExact;
      rooms.insert(room.room);
      part.clear();
    }
    if (!all_known || rooms.size() < 2) {
      all.push_back(std::move(entry));
      continue;
    }
    for (const std::string& room : rooms) {
      CalendarEntry copy = entry;
      copy.location = room;
      copy.id += "/" + room;
      all.push_back(std::move(copy));
    }
  }
  return all;
}

std::string names_of(const std::vector<std::string>& files) {
  if (files.empty()) return "";
  return files.front() +
         (files.size() > 1 ? " and " + counted(files.size() - 1, "more file", "more files") : "");
}

// A file that cannot be read costs itself, as long as there is another one.
void say(const std::vector<Findings>& unread, bool others_have_entries, Findings& findings) {
  for (const Findings& own : unread)
    for (Finding finding : own.all()) {
      if (others_have_entries && finding.severity == Severity::kWrong) {
        finding.severity = Severity::kSkipped;
        finding.message += " The agenda is used without this file.";
      }
      findings.add(std::move(finding));
    }
}

// Takes the contents of one file after the other, and says what was found in each.
class Collector {
 public:
  explicit Collector(Findings& findings) : findings_(findings), merger_(findings) {}

  void take_calendars(const std::vector<SourceFile>& sources, const CalendarDays& days) {
    CalendarsReading reading = read_icalendars(sources, days);
    std::map<std::string, std::size_t> counts;
    for (const CalendarEntry& entry : reading.contents.entries) ++counts[entry.extras.place.file];
    for (std::size_t file = 0; file < sources.size(); ++file) {
      const std::string& name = sources[file].name;
      if (reading.findings[file].any_wrong())
        unread_.push_back(std::move(reading.findings[file]));
      else
        say_read(name, counts[name], reading.findings[file]);
    }
    keep(std::move(reading.contents));
  }

  void take(const std::string& name, std::optional<CalendarContents> contents, Findings own) {
    if (!contents) {
      unread_.push_back(std::move(own));
      return;
    }
    say_read(name, contents->entries.size(), own);
    keep(std::move(*contents));
  }

  PackAgenda finish() {
    PackAgenda agenda{merger_.finish(), std::move(left_out_), names_of(read_)};
    say(unread_, !agenda.entries.empty(), findings_);
    return agenda;
  }

 private:
  void say_read(const std::string& name, std::size_t entries, const Findings& own) {
    findings_.add(own);
    findings_.read({name, ""}, counted(entries, "agenda entry", "agenda entries") + ".");
    read_.push_back(name);
  }

  void keep(CalendarContents contents) {
    merger_.take(std::move(contents.entries));
    left_out_.insert(left_out_.end(), contents.left_out.begin(), contents.left_out.end());
  }

  Findings& findings_;
  AgendaMerger merger_;
  std::vector<std::string> read_;
  std::vector<LeftOutEntry> left_out_;
  std::vector<Findings> unread_;
};

// Somebody may take them for the agenda: those of one cure are said once.
void say_unread(const std::vector<SourceFile>& documents, Findings& findings) {
  std::map<std::string_view, std::vector<std::string>> by_cure;
  for (const SourceFile& document : documents)
    by_cure[cure_of_document(document).value_or("")].push_back(document.name);
  for (const auto& [cure, names] : by_cure) {
    std::string message = "Not read. If it is an agenda, " + std::string(cure) + ".";
    if (names.size() > 1)
      message +=
          " The same is true of " + quoted_list({names.begin() + 1, names.end()}, kMostNamedFiles) + ".";
    findings.skipped({names.front(), ""}, message);
  }
}

// A second file that somebody has put there is meant to be shown.
void say_beside(const std::vector<std::string>& names, const VisitFile& visit, Findings& findings) {
  GroupedFindings grouped(visit.name, "file", "files");
  for (const std::string& name : names)
    grouped.add(
        Severity::kSkipped,
        "Not read: [agenda] in " + visit.name + " names " + in_quotes(visit.agenda_file) +
            " alone. If it is an agenda, too, delete that line: then every agenda of the pack is read.",
        {in_quotes(name), "[agenda]"});
  grouped.write_to(findings);
}

// Why nothing was read of what the visit names.
std::string missing(const FileMap& files, const std::string& name) {
  const bool is_folder =
      std::any_of(files.begin(), files.end(), [&](const auto& file) { return lies_in(name, file.first); });
  if (is_folder) return "The folder " + in_quotes(name) + " has no agenda; put one into it.";
  if (is_safe_path(name) && is_left_out(name))  // "./plan.ics" is no hidden file
    return "The file " + in_quotes(name) +
           " is hidden, and hidden files are left out; give it a name without a dot at its beginning.";
  return "The pack has no file of the name " + in_quotes(name) +
         "; put it beside visit.toml, as a file and no link or folder, or correct its name here.";
}

}  // namespace

PackAgenda read_agenda_files(const FileMap& files, const VisitFile& visit, Findings& findings) {
  const Visit& facts = visit.visit;
  const CalendarDays days{facts.zone, facts.first_day, facts.last_day, facts.default_language()};
  const Chosen chosen = choose(files, visit);
  Collector collector(findings);
  collector.take_calendars(chosen.calendars, days);
  for (const SourceFile& source : chosen.others) {
    Findings own;
    auto contents = read_agenda_file(source, chosen.named, days, own);
    collector.take(source.name, std::move(contents), own);
  }
  PackAgenda agenda = collector.finish();
  agenda.entries = in_each_room(std::move(agenda.entries), visit);
  say_unread(chosen.documents, findings);
  say_beside(chosen.beside, visit, findings);
  if (agenda.files.empty() && !findings.any_wrong()) {
    findings.wrong({visit.name, "[agenda]"},
                   visit.agenda_file.empty()
                       ? "The pack has no agenda that can be read; add a calendar (agenda.ics), a table or a "
                         "schedule."
                       : missing(files, visit.agenda_file));
  }
  return agenda;
}

}  // namespace tertulia::formats
