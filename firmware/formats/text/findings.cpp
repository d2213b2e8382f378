// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/findings.h"

#include <array>
#include <utility>

namespace tertulia::formats {
namespace {

constexpr std::array<std::pair<Severity, std::string_view>, 4> kSeverityNames{
    {{Severity::kRead, "read"},
     {Severity::kGuessed, "guessed"},
     {Severity::kSkipped, "skipped"},
     {Severity::kWrong, "wrong"}}};

}  // namespace

std::string_view to_text(Severity severity) {
  for (const auto& [value, name] : kSeverityNames)
    if (value == severity) return name;
  return "wrong";
}

Result<Severity> severity_from(std::string_view text) {
  for (const auto& [value, name] : kSeverityNames)
    if (name == text) return value;
  return Error{"A finding has an unknown severity; expected read, guessed, skipped or wrong."};
}

Place at_line(std::string file, int line) { return {std::move(file), "line " + std::to_string(line)}; }

void Findings::add(Finding finding) {
  const bool is_wrong = finding.severity == Severity::kWrong;
  const std::size_t kept = is_wrong ? wrong_ : all_.size() - wrong_;
  if (kept >= most_) return add_more(finding.severity, 1);
  if (is_wrong) ++wrong_;
  all_.push_back(std::move(finding));
}

void Findings::add(const Findings& others) {
  for (const Finding& finding : others.all()) add(finding);
  for (const auto& [severity, name] : kSeverityNames) add_more(severity, others.more(severity));
}

void Findings::read(Place place, std::string message) {
  add({Severity::kRead, std::move(place), std::move(message)});
}
void Findings::guessed(Place place, std::string message) {
  add({Severity::kGuessed, std::move(place), std::move(message)});
}
void Findings::skipped(Place place, std::string message) {
  add({Severity::kSkipped, std::move(place), std::move(message)});
}
void Findings::wrong(Place place, std::string message) {
  add({Severity::kWrong, std::move(place), std::move(message)});
}

}  // namespace tertulia::formats
