// SPDX-License-Identifier: Apache-2.0
// What is checked of an agenda as a whole. For agenda_builder.cpp.
#pragma once

#include <map>
#include <set>
#include <string>

#include "firmware/formats/pack/agenda_builder.h"

namespace tertulia::formats {

// Finds the details of an entry: by UID, else by title. The visit must outlive it.
class DetailsIndex {
 public:
  explicit DetailsIndex(const VisitFile& visit);
  // Null when visit.toml says nothing about it.
  [[nodiscard]] const SessionDetails* operator()(const std::string& uid, const LocalizedText& title) const;

 private:
  std::map<std::string, const SessionDetails*, std::less<>> by_uid_;
  std::map<std::string, const SessionDetails*, std::less<>> by_title_;  // folded
};

// Details that no entry has are skipped. They are wrong if they close a session: a misspelt title would leave
// it open. Those of an entry that was left out are neither.
void check_unused_details(const AgendaSource& source, const std::set<const SessionDetails*>& used,
                          Findings& findings);

// Sessions of one room, or of one place elsewhere, at the same time. The agenda is sorted.
void check_overlaps(const Agenda& agenda, const AgendaSource& source, Findings& findings);

// "2027-05-10 09:00" in the visit's zone.
[[nodiscard]] std::string local_start(WallTime start, const std::string& zone);

}  // namespace tertulia::formats
