// SPDX-License-Identifier: Apache-2.0
// A folder of files with a text beside each that says what it is read as: comments first, then lines.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Names of all files but the texts beside them, sorted. Folders are none: what is beside a form lies there.
inline std::vector<std::string> corpus_names(const std::filesystem::path& folder) {
  std::vector<std::string> all;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.is_regular_file() && file.path().extension() != ".txt")
      all.push_back(file.path().filename().string());
  std::sort(all.begin(), all.end());
  return all;
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The comments at the start of the expected text.
inline std::string comments_of(const std::string& expected) {
  std::string comments;
  std::istringstream lines(expected);
  for (std::string line; std::getline(lines, line) && line.starts_with('#');) comments += line + "\n";
  return comments;
}

// "guessed line 4: ..."
inline std::string line_of(const Finding& finding) {
  const std::string where = finding.place.where.empty() ? "" : " " + finding.place.where;
  return std::string(to_text(finding.severity)) + where + ": " + finding.message + "\n";
}

}  // namespace tertulia::formats
