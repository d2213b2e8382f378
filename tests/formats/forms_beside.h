// SPDX-License-Identifier: Apache-2.0
// Forms with files beside them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/formats/corpus.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {

using Files = std::map<std::string, std::string>;

// They must outlive it.
inline FilesBeside beside_as(const Files& files) {
  return [&files](const std::string& name) -> std::optional<SourceFile> {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return SourceFile{found->first, found->second};
  };
}

// Of the form "folder/towns.csv" those in "folder/towns-media".
inline Files media_of(std::filesystem::path form) {
  const std::filesystem::path folder = form.replace_extension().concat("-media");
  Files files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    files.emplace(file.path().filename().string(), bytes_of(file.path()));
  return files;
}

inline FormReading read_with(const std::string& text, const Files& files,
                             std::vector<std::string>* wanted = nullptr) {
  FormReading reading;
  const FilesBeside beside = beside_as(files);
  const FilesBeside noted = [&](const std::string& name) {
    if (wanted != nullptr) wanted->push_back(name);
    return beside(name);
  };
  reading.form = read_form({"forms/pulse.csv", text}, "en", reading.findings, noted);
  return reading;
}

inline FormReading read_beside(const std::string& rows, const Files& files,
                               std::vector<std::string>* wanted = nullptr) {
  return read_with("survey\n,type,name,label,choice_filter,parameters,calculation\n" + rows, files, wanted);
}

inline std::vector<std::string> labels_of(const Question& question) {
  std::vector<std::string> labels;
  for (const Choice& choice : *choices_of(question.kind))
    labels.push_back(choice.name + " " + choice.label.in("en"));
  return labels;
}

}  // namespace tertulia::formats
