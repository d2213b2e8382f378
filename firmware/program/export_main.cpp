// SPDX-License-Identifier: Apache-2.0
// tertulia-export, the writer of answers for other programs: what `tertulia export-answers` starts. A program
// of its own, so that the appliance carries nothing that writes workbooks and archives.
#include <exception>
#include <string>

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include "firmware/app/status/pack_problem.h"
#include "firmware/program/console.h"
#include "firmware/program/export_answers.h"
#include "firmware/program/last_good_pack.h"
#include "firmware/program/packs.h"

namespace tertulia {
namespace {

// A pack that cannot be read costs the labels, and no answer.
std::vector<VisitPack> packs_of(const ExportAnswersOptions& options,
                                const formats::Configuration& configuration) {
  std::vector<VisitPack> packs;
  const auto add = [&](const std::filesystem::path& path, const std::filesystem::path& last_good) {
    LoadedPack loaded = load_pack(path, last_good, {}, Keeps::kNothing);
    if (loaded.problem) print_error(place_and_problem(*loaded.problem));
    if (loaded.pack) packs.push_back(std::move(*loaded.pack));
  };
  if (options.packs.empty()) add(configuration.visit.pack, last_good_of(configuration.store));
  for (const auto& path : options.packs) add(path, {});
  return packs;
}

Result<std::string> exported(const ExportAnswersOptions& options) {
  TRY(const auto configuration, formats::read_configuration(options.config));
  return export_answers(options, configuration, rules_of(packs_of(options, configuration), configuration));
}

int command_line(int argc, char** argv) {
  CLI::App program{"Write the answers that this device holds, as KoboToolbox and ODK read them",
                   "tertulia export-answers"};
  ExportAnswersOptions options;
  program.add_option("folder", options.folder, "Folder to write to, for example a USB stick")->required();
  program.add_option("--config", options.config, "Configuration file (see config/tertulia.toml)");
  program.add_option("--pack", options.packs,
                     "Visit pack, instead of the configured one; several for several versions of a form, the "
                     "oldest first");
  program.add_option("--format", options.format,
                     "csv, xlsx, jsonl, odk, codebook with commas between, or all");
  auto* labels = program.add_flag("--labels", options.labels, "Tables with the texts that people read");
  bool names = false;  // what it would be anyway
  program.add_flag("--names", names, "Tables with the names of questions and choices (as without --labels)")
      ->excludes(labels);
  program.add_option("--language", options.language, "Language of the labels, like fr")->needs(labels);
  auto* split = program.add_flag("--split", options.split,
                                 "Of select_multiple only a column with 1 and 0 for each choice; else both");
  program.add_flag("--joined", options.joined, "Of select_multiple only one column; else both")
      ->excludes(split);
  program.add_flag("--bom", options.mark, "CSV files with a byte order mark, for Excel");
  program.add_flag(
      "--sealed", options.sealed,
      "Only the programme can read the files, with `tertulia-hub open-answers`: for a stick that "
      "anybody may find");
  CLI11_PARSE(program, argc, argv);
  const auto words = exported(options);
  if (words.ok())
    print(words.value());
  else
    print_error(words.error().message);
  return words.ok() ? 0 : 1;
}

}  // namespace
}  // namespace tertulia

int main(int argc, char** argv) {
  try {
    tertulia::log_to_standard_error("tertulia-export");
    spdlog::set_level(spdlog::level::warn);  // the words on standard output say what went well
    return tertulia::command_line(argc, argv);
  } catch (const std::exception& problem) {
    tertulia::print_error(std::string("tertulia-export ended: ") + problem.what());
    return 70;
  }
}
