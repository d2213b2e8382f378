// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/grouped_findings.h"

#include <algorithm>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

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

}  // namespace tertulia::formats
