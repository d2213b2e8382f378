// SPDX-License-Identifier: Apache-2.0
// open-answers: the way back from `tertulia export-answers --sealed`.
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
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

// "pulse.csv" of "/stick/pulse.csv.sealed". A file under another name keeps that.
std::string opened_name(const std::filesystem::path& sealed) {
  std::string name = sealed.filename().string();
  if (name.ends_with(kSealedEnding)) name.resize(name.size() - kSealedEnding.size());
  return name;
}

// What can be opened is opened; what cannot is said at the end.
Outcome open_answers(const OpenAnswers& line) {
  TRY(const OpeningKey key, read_key(line.key));
  std::string problems;
  for (const std::string& sealed : line.files) {
    const auto opened =
        open_sealed_file(key, sealed, std::filesystem::path(line.folder) / opened_name(sealed));
    if (opened.ok())
      std::cout << opened.value().path.string() << "\n";
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
  open->add_option("--to", line->folder, "folder to write to, mode 0600 each")
      ->required()
      ->check(CLI::ExistingDirectory);
  return {{open, [line] { return open_answers(*line); }}};
}

}  // namespace tertulia::hub
