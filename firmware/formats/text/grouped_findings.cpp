// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/grouped_findings.h"

#include <algorithm>
#include <tuple>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// A message without what stands in quotes.
std::string kind_of_message(std::string_view message) {
  std::string kind;
  bool is_quoted = false;
  for (const char c : message) {
    if (c == '\'') is_quoted = !is_quoted;
    if (!is_quoted) kind += c;
  }
  return kind;
}

// "survey!C4", and what the message quotes first where that is not the same in all of them.
std::string place_of(const Finding& finding, const Finding& first) {
  const std::size_t open = finding.message.find('\'');
  const std::size_t close = finding.message.find('\'', open + 1);
  if (finding.message == first.message || close == std::string::npos) return finding.place.where;
  return finding.place.where + " " + finding.message.substr(open, close - open + 1);
}

}  // namespace

GroupedFindings::GroupedFindings(std::string file, std::string singular, std::string plural)
    : file_(std::move(file)), singular_(std::move(singular)), plural_(std::move(plural)) {}

void GroupedFindings::add(Severity severity, std::string_view sentence, FindingSubject subject) {
  const auto [known, is_new] = indexes_.try_emplace({severity, std::string(sentence)}, groups_.size());
  if (is_new) groups_.push_back({severity, std::string(sentence), 0, {}, 0});
  Group& group = groups_[known->second];
  ++group.count;
  const bool is_named = std::any_of(group.named.begin(), group.named.end(), [&](const FindingSubject& named) {
    return named.text == subject.text && named.where == subject.where;
  });
  if (is_named) return;
  if (group.named.size() < kMostNamed)
    group.named.push_back(std::move(subject));
  else
    ++group.unnamed;
}

std::string GroupedFindings::text_of(const Group& group) const {
  if (group.count == 1) {
    const std::string& subject = group.named.front().text;
    return subject.empty() ? group.sentence : subject + ": " + group.sentence;
  }
  std::string names;
  for (const FindingSubject& subject : group.named) {
    const std::string comma = subject.text.empty() || subject.where.empty() ? "" : ", ";
    names += (names.empty() ? "" : "; ") + subject.text + comma + subject.where;
  }
  if (group.unnamed > 0) names += "; and " + std::to_string(group.unnamed) + " more";
  return counted(group.count, singular_, plural_) + ": " + group.sentence +
         (names.empty() ? "" : " (" + names + ")");
}

void GroupedFindings::write_to(Findings& findings) {
  for (const Group& group : groups_) {
    const std::string where = group.count == 1 ? group.named.front().where : std::string();
    findings.add({group.severity, {file_, where}, text_of(group)});
  }
  groups_.clear();
  indexes_.clear();
}

Findings grouped_by_kind(const Findings& findings) {
  using Kind = std::tuple<Severity, std::string, std::string>;
  std::map<Kind, std::vector<const Finding*>> kinds;
  std::vector<const std::vector<const Finding*>*> kind_of;  // of each finding
  for (const Finding& finding : findings.all()) {
    auto& kind = kinds[{finding.severity, finding.place.file, kind_of_message(finding.message)}];
    kind.push_back(&finding);
    kind_of.push_back(&kind);
  }
  Findings grouped;
  for (std::size_t index = 0; index < findings.all().size(); ++index) {
    const Finding& finding = findings.all()[index];
    const std::vector<const Finding*>& kind = *kind_of[index];
    if (kind.size() <= GroupedFindings::kMostNamed) grouped.add(finding);
    if (kind.size() <= GroupedFindings::kMostNamed || kind.front() != &finding) continue;
    std::string message =
        finding.message + " And " + std::to_string(kind.size() - 1) + " more of this kind: ";
    for (std::size_t at = 1; at < GroupedFindings::kMostNamed; ++at)
      message += place_of(*kind[at], finding) + "; ";
    grouped.add({finding.severity, finding.place, message + "..."});
  }
  for (const Severity severity : {Severity::kRead, Severity::kGuessed, Severity::kSkipped, Severity::kWrong})
    grouped.add_more(severity, findings.more(severity));
  return grouped;
}

}  // namespace tertulia::formats
