// SPDX-License-Identifier: Apache-2.0
// Rooms by the calendar's LOCATION, and the expected outcomes in its DESCRIPTION.
#include <set>

#include "firmware/formats/pack/agenda_builder.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Both folded. True when `name` stands in `text` and no word goes on at its ends.
bool stands_in(const std::string& text, const std::string& name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool starts_word = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends_word = end == text.size() || !is_word_byte(text[end]);
    if (starts_word && ends_word) return true;
  }
  return false;
}

// Every spelling of every room, folded.
std::vector<std::pair<std::string, std::string>> spellings(const VisitFile& visit) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Room& room : visit.visit.rooms) {
    all.emplace_back(folded(room.id), room.id);
    for (const auto& [language, name] : room.name.all()) all.emplace_back(folded(name), room.id);
  }
  for (const auto& [alias, room] : visit.aliases) all.emplace_back(folded(alias), room);
  return all;
}

}  // namespace

PlacedRoom room_at(const VisitFile& visit, const std::string& location) {
  const std::string wanted = folded(location);
  if (wanted.empty()) return {};
  std::set<std::string> standing_in;
  for (const auto& [spelling, room] : spellings(visit)) {
    if (spelling == wanted) return {PlaceMatch::kExact, room};
    if (spelling.size() >= 3 && stands_in(wanted, spelling)) standing_in.insert(room);
  }
  if (standing_in.size() != 1) return {};
  return {PlaceMatch::kGuessed, *standing_in.begin()};
}

std::string expected_outcomes_in(const std::string& description) {
  constexpr std::string_view kMark = "expected outcomes:";
  const std::size_t mark = lower_ascii(description).find(kMark);
  if (mark == std::string::npos) return {};
  const std::string_view behind = trim(std::string_view(description).substr(mark + kMark.size()));
  std::string paragraph;
  for (const std::string& line : split(behind, '\n')) {
    if (trim(line).empty()) break;
    paragraph += (paragraph.empty() ? "" : "\n") + std::string(trim(line));
  }
  return paragraph;
}

}  // namespace tertulia::formats
