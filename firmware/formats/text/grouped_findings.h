// SPDX-License-Identifier: Apache-2.0
// Collects what is found at many entries of one file, and says each kind once: "24 entries: Left out, ...".
// A thousand equal lines would hide the one that matters.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Which entry it is, as a person finds it: "'Opening', 2027-05-10 09:00". May be empty.
struct FindingSubject {
  std::string text;
  std::string where;  // "line 12", "survey!C7"; may be empty
};

class GroupedFindings {
 public:
  // How many different subjects of a group are named; the others are counted.
  static constexpr std::size_t kMostNamed = 10;

  // `file` is in the pack. Singular and plural name what is counted.
  explicit GroupedFindings(std::string file, std::string singular = "entry", std::string plural = "entries");

  // `sentence` says what was done and the cure. It is the key of the group and has to be true of one and of
  // many. Equal subjects are named once.
  void add(Severity severity, std::string_view sentence, FindingSubject subject);

  // Each group as one finding, in the order in which they began. Forgets them.
  //   one:  at its place, "'Opening', 2027-05-10 09:00: Left out, because ..."
  //   many: at the file,  "24 entries: Left out, because ... ('Opening', 2027-05-10 09:00, line 12; ...; and
  //   14
  //         more)"
  void write_to(Findings& findings);

 private:
  struct Group {
    Severity severity;
    std::string sentence;
    std::size_t count = 0;
    std::vector<FindingSubject> named;
    std::size_t unnamed = 0;
  };
  [[nodiscard]] std::string text_of(const Group& group) const;

  std::string file_;
  std::string singular_;
  std::string plural_;
  std::vector<Group> groups_;
  std::map<std::pair<Severity, std::string>, std::size_t, std::less<>> indexes_;
};

// The findings of one reader with those that say the same, whatever they quote, as one where there are more
// than GroupedFindings::kMostNamed of them:
//   the first, at its place: "... is not used. And 9967 more of this kind: survey!C4; survey!C5; ..."
//   where they quote different things: "... And 19 more of this kind: survey!B4 'text1'; ..."
[[nodiscard]] Findings grouped_by_kind(const Findings& findings);

}  // namespace tertulia::formats
