// SPDX-License-Identifier: Apache-2.0
// Looks into findings: how a test says "it warned about that, there".
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// "line 7: message" of each finding of that severity.
inline std::vector<std::string> said(const Findings& findings, Severity severity) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings.all())
    if (finding.severity == severity) lines.push_back(finding.place.where + ": " + finding.message);
  return lines;
}
inline std::vector<std::string> wrong(const Findings& findings) { return said(findings, Severity::kWrong); }
inline std::vector<std::string> guessed(const Findings& findings) {
  return said(findings, Severity::kGuessed);
}
inline std::vector<std::string> skipped(const Findings& findings) {
  return said(findings, Severity::kSkipped);
}

// One of the lines starts with `where` and has `words` in it.
inline testing::Matcher<const std::vector<std::string>&> SaysAt(const std::string& where,
                                                                const std::string& words) {
  return testing::Contains(testing::AllOf(testing::StartsWith(where + ": "), testing::HasSubstr(words)));
}

}  // namespace tertulia::formats
