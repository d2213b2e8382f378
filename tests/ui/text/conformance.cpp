// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/text/conformance.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tertulia::ui {
namespace {

constexpr std::string_view kFolder = "/usr/share/unicode";
constexpr std::string_view kMeasuredWith = "-15.0.0.txt";  // ends the first line of each file
constexpr double kOtherVersion = 2;                        // points
constexpr std::size_t kFailuresShown = 3;

std::vector<std::string> lines_of(std::string_view file) {
  std::ifstream stream(std::filesystem::path(kFolder) / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);)
    if (!line.empty() && line.front() != '#') lines.push_back(line.substr(0, line.find('#')));
  return lines;
}

std::uint32_t from_hex(const std::string& text) {
  return static_cast<std::uint32_t>(std::strtoul(text.c_str(), nullptr, 16));
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

void append(std::string& utf8, std::uint32_t code_point) {
  const auto put = [&utf8](std::uint32_t byte) { utf8.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) return put(0xC0U | code_point >> 6U), put(0x80U | (code_point & 0x3FU));
  if (code_point < 0x10000)
    put(0xE0U | code_point >> 12U);
  else
    put(0xF0U | code_point >> 18U), put(0x80U | (code_point >> 12U & 0x3FU));
  put(0x80U | (code_point >> 6U & 0x3FU));
  put(0x80U | (code_point & 0x3FU));
}

}  // namespace

std::vector<BreakCase> read_break_cases(std::string_view file) {
  std::vector<BreakCase> cases;
  for (const std::string& line : lines_of(file)) {
    BreakCase each;
    each.line = line;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      if (word == "÷" || word == "×")
        each.breaks.push_back(word == "÷");
      else
        each.code_points.push_back(from_hex(word));
    }
    cases.push_back(std::move(each));
  }
  return cases;
}

std::vector<BidiCase> read_bidi_cases(std::string_view file) {
  std::vector<BidiCase> cases;
  for (const std::string& line : lines_of(file)) {
    const std::vector<std::string> fields = split(line, ';');
    if (fields.size() < 4) continue;
    BidiCase each;
    each.line = line;
    for (const std::string& hex : split(fields[0], ' ')) each.code_points.push_back(from_hex(hex));
    each.direction = std::atoi(fields[1].c_str());
    each.base_level = std::atoi(fields[2].c_str());
    for (const std::string& level : split(fields[3], ' '))
      each.levels.push_back(level == "x" ? -1 : std::atoi(level.c_str()));
    cases.push_back(std::move(each));
  }
  return cases;
}

std::string to_utf8(const std::vector<std::uint32_t>& code_points) {
  std::string utf8;
  for (const std::uint32_t code_point : code_points) append(utf8, code_point);
  return utf8;
}

Score::~Score() {
  std::printf("%s: %zu of %zu, %.2f %%\n", name_.c_str(), passed_, total_, percent());
  for (const std::string& failure : failures_) std::printf("  fails: %s\n", failure.c_str());
}

void Score::count(bool passed, std::string_view line) {
  ++total_;
  if (passed)
    ++passed_;
  else if (failures_.size() < kFailuresShown)
    failures_.emplace_back(line);
}

double Score::percent() const {
  return total_ == 0 ? 0 : 100 * static_cast<double>(passed_) / static_cast<double>(total_);
}

double least_percent(std::string_view file, double measured) {
  std::ifstream stream(std::filesystem::path(kFolder) / file);
  std::string title;
  std::getline(stream, title);
  const bool is_same = title.find(kMeasuredWith) != std::string::npos;
  return is_same ? measured : measured - kOtherVersion;
}

}  // namespace tertulia::ui
