// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "drivers/linux/clock.h"
#include "hub/collect/import.h"
#include "hub/program/choices.h"
#include "hub/program/options.h"

namespace tertulia::hub {
namespace {

struct Importing {
  std::string database;
  std::vector<std::string> files;
};

Outcome run(const Importing& line) {
  TRY(const SystemClock clock, SystemClock::open());
  TRY(auto database, Database::open(line.database));
  bool is_all_well = true;
  for (const std::string& file : line.files) {
    TRY(const ImportCounts counts, import_file(file, database, clock, log_line));
    std::cout << file << ": " << counts.fresh << " new, " << counts.held << " already there, "
              << counts.set_aside << " in the quarantine, " << counts.refused << " refused\n";
    is_all_well = is_all_well && counts.set_aside + counts.refused == 0 && !counts.is_altered;
  }
  return is_all_well ? Outcome(Done{})
                     : Outcome(Error{"some lines were not taken; the messages above say why"});
}

}  // namespace

Choices importing(CLI::App& app) {
  auto line = std::make_shared<Importing>();
  CLI::App* command = app.add_subcommand(
      "import",
      "Import what `tertulia export` wrote on a device. It may be repeated, and `collect` may be running");
  command->add_option("files", line->files, "the .jsonl files")->required();
  add_database_option(*command, line->database);
  return {{command, [line] { return run(*line); }}};
}

}  // namespace tertulia::hub
