// SPDX-License-Identifier: Apache-2.0
// The command `tertulia export-agenda`: the plan that this device shows and what really ran, for other
// programs.
#pragma once

#include <filesystem>
#include <string>

namespace tertulia {

struct ExportAgendaOptions {
  std::filesystem::path folder;
  std::filesystem::path config;   // empty: built-in defaults
  std::filesystem::path pack;     // instead of the configured one
  std::string format = "all";     // ics, xml, json, csv or all
  bool closed_programme = false;  // closed sessions whole, for the people of the programme only
};

// Writes agenda.ics, schedule.xml, schedule.json and agenda.csv into the folder, and says so. What really ran
// is known as long as the device holds the events of its timers (the grace period, firmware/docs/trust.md).
// Returns the exit code.
[[nodiscard]] int export_agenda(const ExportAgendaOptions& options);

}  // namespace tertulia
