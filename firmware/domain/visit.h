// SPDX-License-Identifier: Apache-2.0
// A visit and its pack: everything that a device needs to know to serve the rooms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/agenda.h"
#include "firmware/domain/picture.h"
#include "firmware/domain/questionnaire.h"
#include "firmware/domain/text.h"

namespace tertulia {

struct Room {
  std::string id;  // [a-z0-9-]{1,32}
  LocalizedText name;
  friend bool operator==(const Room&, const Room&) = default;
};

struct Group {  // of people, for the speaking balance; never a person
  std::string id;
  LocalizedText name;
  friend bool operator==(const Group&, const Group&) = default;
};

struct Peer {  // a country or institution that hosts or visits
  LocalizedText name;
  friend bool operator==(const Peer&, const Peer&) = default;
};

// No visit may show smaller groups: in them a number says what a person answered.
inline constexpr int kLeastThreshold = 5;
inline constexpr int kMostThreshold = 100;

struct Privacy {
  int threshold = kLeastThreshold;  // results of fewer answers are hidden
  bool keep_abandoned = true;       // answers so far, after the respondent walked away
  std::string contact_key = {};     // a SealingKey as text; empty: no contact can be left
  friend bool operator==(const Privacy&, const Privacy&) = default;
};

struct Branding {                       // of the programme
  std::optional<std::uint32_t> accent;  // sRGB as 0xRRGGBB, in place of the screens' own primary colour
  std::optional<Picture> logo;          // at most kLargestLogo
  friend bool operator==(const Branding&, const Branding&) = default;
};

struct Visit {
  std::string id;         // [a-z0-9-]{1,32}
  std::string programme;  // id of the programme, [a-z0-9-]{1,32}: a topic level
  LocalizedText title;
  LocalizedText venue;
  Peer host;
  std::vector<Peer> visitors;
  std::string zone;     // IANA name
  LocalTime first_day;  // local dates, time of day unused
  LocalTime last_day;
  std::vector<Room> rooms;          // at least one
  std::vector<Language> languages;  // at least one, the default first
  std::vector<Group> groups;
  Privacy privacy;
  Branding branding;
  std::string default_form;  // asked where a session names none; may be empty

  [[nodiscard]] const Room* room(std::string_view room_id) const;
  [[nodiscard]] const Language& default_language() const { return languages.front(); }
  friend bool operator==(const Visit&, const Visit&) = default;
};

struct VisitPack {
  Visit visit;
  Agenda agenda;
  std::vector<Questionnaire> questionnaires;
  std::string version;  // hex SHA-256 over the pack's files

  [[nodiscard]] const Questionnaire* questionnaire(std::string_view form_id) const;
  friend bool operator==(const VisitPack&, const VisitPack&) = default;
};

}  // namespace tertulia
