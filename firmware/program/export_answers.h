// SPDX-License-Identifier: Apache-2.0
// The program tertulia-export, which `tertulia export-answers` starts: the answers that this device holds, in
// the shapes that KoboToolbox and ODK read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/sealing_key.h"
#include "firmware/domain/visit.h"
#include "firmware/formats/answers_export/form_export.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/program/draft_folder.h"

namespace tertulia {

struct ExportAnswersOptions {
  std::filesystem::path folder;
  std::filesystem::path config;              // empty: built-in defaults
  std::vector<std::filesystem::path> packs;  // instead of the configured one, the oldest first
  std::string format = "all";                // csv, xlsx, jsonl, odk, codebook with commas between, or all
  bool labels = false;                       // texts that people read, instead of names
  Language language;                         // of the labels; empty: the default one of the visit
  bool split = false;                        // of select_multiple only a column for each choice
  bool joined = false;                       // of select_multiple only one column
  bool mark = false;                         // a byte order mark in CSV files
  bool sealed = false;                       // to the programme's key: for a stick that anybody may find
  std::filesystem::path drafts = DraftFolder::kMemory;  // of sealed files
};

// What is known of the forms and decides what may be said.
struct ExportRules {
  std::vector<VisitPack> packs;  // the oldest first
  bool keeps_abandoned = false;
  std::optional<SealingKey> key = {};  // of the programme; none: nothing can be sealed
};
[[nodiscard]] ExportRules rules_of(std::vector<VisitPack> packs, const formats::Configuration& configuration);

// Writes the files and their digests; returns in words what was written and what was not. Each file is
// replaced as a whole, and readable for its owner alone. A folder belongs to one device: export_folder.h.
// Sealed files end with ".sealed"; what they are made of lies in memory meanwhile, on no disk. Errors: no
// store; disk; memory; an option; a folder with files of others; sealed, and there is no key; a format that
// cannot hold a form, when all else is written.
[[nodiscard]] Result<std::string> export_answers(const ExportAnswersOptions& options,
                                                 const formats::Configuration& configuration,
                                                 const ExportRules& rules);

}  // namespace tertulia
