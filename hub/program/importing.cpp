// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "drivers/linux/clock.h"
#include "firmware/domain/terminal_text.h"
#include "hub/collect/import.h"
#include "hub/program/choices.h"
#include "hub/program/options.h"

namespace tertulia::hub {
namespace {

struct Importing {
  std::string database;
  std::vector<std::string> files;
  ImportTrust trust;
};

Outcome run(const Importing& line) {
  TRY(const SystemClock clock, SystemClock::open());
  TRY(auto database, Database::open(line.database));
  bool is_all_taken = true;
  bool is_altered = false;
  for (const std::string& file : line.files) {
    const auto imported = import_file(file, database, clock, log_line, line.trust);
    if (!imported.ok()) {  // the others may be good
      log_line(imported.error().message);
      is_all_taken = false;
      continue;
    }
    const ImportCounts& counts = imported.value();
    print(terminal_text(file) + (counts.is_signed ? ", signed: " : ", not signed: ") +
          std::to_string(counts.fresh) + " new, " + std::to_string(counts.held) + " already there, " +
          std::to_string(counts.set_aside) + " in the quarantine, " + std::to_string(counts.refused) +
          " refused\n");
    is_all_taken = is_all_taken && counts.set_aside + counts.refused == 0;
    is_altered = is_altered || counts.is_altered;
  }
  if (!is_all_taken) return Error{"something was not taken; the messages above say why"};
  if (is_altered) return Error{"a file is not what its .sha256 says; the messages above say which"};
  return Done{};
}

}  // namespace

Choices importing(CLI::App& app) {
  auto line = std::make_shared<Importing>();
  CLI::App* command = app.add_subcommand(
      "import",
      "Import what `tertulia export` wrote on a device. It may be repeated, and `collect` may be running");
  command->add_option("files", line->files, "the .jsonl files")->required();
  command->add_option(
      "--authority", line->trust.authority,
      "folder that `tertulia-hub authority` made: it tells whether an enrolled device signed the file");
  command->add_flag(
      "--unsigned", line->trust.takes_unsigned,
      "take files that no enrolled device has signed, on your word: they fill gaps and replace nothing");
  add_database_option(*command, line->database);
  return {{command, [line] { return run(*line); }}};
}

}  // namespace tertulia::hub
