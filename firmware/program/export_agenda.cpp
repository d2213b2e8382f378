// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/export_agenda.h"

#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "drivers/sqlite/inspection.h"
#include "firmware/app/status/pack_problem.h"
#include "firmware/domain/actual_times.h"
#include "firmware/files/replace_file.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/formats/schedule_export/agenda_export.h"
#include "firmware/program/console.h"
#include "firmware/program/last_good_pack.h"
#include "firmware/program/packs.h"
#include "firmware/program/settings.h"
#include "firmware/wire/envelope.h"

namespace tertulia {
namespace {

struct ExportFormat {
  std::string_view name;
  const char* file;
  std::string (*write)(const formats::AgendaExport&);
};
constexpr std::array kFormats = {ExportFormat{"ics", "agenda.ics", formats::to_icalendar},
                                 ExportFormat{"xml", "schedule.xml", formats::to_schedule_xml},
                                 ExportFormat{"json", "schedule.json", formats::to_schedule_json},
                                 ExportFormat{"csv", "agenda.csv", formats::to_agenda_csv}};

// What the timers of this device reported; none of an event that cannot be read.
Result<std::map<std::string, ActualTimes>> what_ran(const std::filesystem::path& store) {
  std::error_code ignored;
  if (!std::filesystem::exists(store, ignored)) return std::map<std::string, ActualTimes>{};
  TRY(auto inspection, sqlite::Inspection::open(store.string()));
  std::vector<TimerReport> reports;
  TRY_DONE(inspection.each_held([&](const sqlite::HeldEvent& held) {
    const auto envelope = wire::from_stored(held.body);
    const auto event = envelope.ok() ? wire::to_event(envelope.value()) : Result<Event>(envelope.error());
    if (!event.ok()) return Outcome(Done{});
    const auto time = wall_from_rfc3339(envelope.value().time);
    const auto* change = std::get_if<event::TimerChanged>(&event.value());
    if (change && time.ok()) reports.push_back({time.value(), *change});
    return Outcome(Done{});
  }));
  return actual_times(std::move(reports));
}

Outcome export_to(const ExportAgendaOptions& options) {
  TRY(const auto configuration, formats::read_configuration(options.config));
  const std::filesystem::path& store = configuration.store.path;
  // Another pack than the device's own has nothing to fall back to.
  const bool is_own = options.pack.empty();
  const LoadedPack loaded =
      load_pack(is_own ? configuration.visit.pack : options.pack,
                is_own ? last_good_of(configuration.store) : std::filesystem::path(), {}, Keeps::kNothing);
  if (!loaded.pack) return Error{place_and_problem(*loaded.problem)};
  std::error_code exists;
  std::filesystem::create_directories(options.folder, exists);  // what is wrong with it is said below
  std::map<std::string, ActualTimes> actual;
  if (is_own || !options.config.empty()) {
    TRY(actual, what_ran(store));
  }
  const auto now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
  const formats::AgendaExport agenda{*loaded.pack, actual, now,
                                     options.closed_programme
                                         ? formats::ClosedSessions::kWhole
                                         : formats::ClosedSessions::kAsThePublicSeesThem};
  bool is_known = false;
  for (const ExportFormat& format : kFormats) {
    if (options.format != "all" && options.format != format.name) continue;
    is_known = true;
    const auto file = options.folder / format.file;
    TRY_DONE(replace_file(file, format.write(agenda), Readers::kEverybody));
    print(file.string() + '\n');
  }
  if (!is_known) return Error{"--format " + options.format + ": write ics, xml, json, csv or all"};
  print(std::to_string(loaded.pack->agenda.sessions.size()) + " sessions; of " +
        std::to_string(actual.size()) + " it is known when they ran.\n");
  return Done{};
}

}  // namespace

int export_agenda(const ExportAgendaOptions& options) {
  const Outcome outcome = export_to(options);
  if (outcome.ok()) return 0;
  print_error(outcome.error().message);
  return 1;
}

}  // namespace tertulia
