// SPDX-License-Identifier: Apache-2.0
// open-answers: the way back from `tertulia export-answers --sealed`.
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>

#include "drivers/sealing/open_sealed_file.h"
#include "drivers/sealing/sealed_file.h"
#include "hub/program/choices.h"
#include "hub/program/opening_key_file.h"

namespace tertulia::hub {
namespace {

struct OpenAnswers {
  KeyFile key;
  std::vector<std::string> files;
  std::string folder;
};

// "pulse.csv" of "/stick/pulse.csv.sealed".
Result<std::string> opened_name(const std::filesystem::path& sealed) {
  std::string name = sealed.filename().string();
  if (!name.ends_with(kSealedEnding) || name.size() == kSealedEnding.size())
    return Error{sealed.string() + " is not opened: give files whose names are like pulse.csv" +
                 std::string(kSealedEnding)};
  name.resize(name.size() - kSealedEnding.size());
  return name;
}

// Nothing is replaced: the files of all devices have the same names.
Result<WrittenFile> open_into(const OpeningKey& key, const std::filesystem::path& sealed,
                              const std::filesystem::path& folder) {
  TRY(const std::string name, opened_name(sealed));
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(folder / name, ignored)))
    return Error{sealed.string() + " is not opened, because " + (folder / name).string() +
                 " is there already: give --to another folder for the files of each device"};
  return open_sealed_file(key, sealed, folder / name);
}

// What can be opened is opened; what cannot is said at the end.
Outcome open_answers(const OpenAnswers& line) {
  TRY(const OpeningKey key, read_key(line.key));
  std::string problems;
  for (const std::string& sealed : line.files) {
    const auto opened = open_into(key, sealed, line.folder);
    if (opened.ok())
      print(opened.value().path.string() + "\n");
    else
      problems += (problems.empty() ? "" : "\n") + opened.error().message;
  }
  if (!problems.empty()) return Error{problems};
  return Done{};
}

}  // namespace

Choices opening(CLI::App& app) {
  auto line = std::make_shared<OpenAnswers>();
  CLI::App* open =
      app.add_subcommand("open-answers", "Open the files that `tertulia export-answers --sealed` wrote");
  open->add_option("files", line->files, "files that end with .sealed")->required();
  open->add_option("--key", line->key.path, "file that `tertulia-hub make-contact-key` made")->required();
  add_passphrase_option(*open, line->key);
  open->add_option("--to", line->folder, "folder to write to, mode 0600 each; nothing in it is replaced")
      ->required()
      ->check(CLI::ExistingDirectory);
  return {{open, [line] { return open_answers(*line); }}};
}

}  // namespace tertulia::hub
