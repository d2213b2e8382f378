// SPDX-License-Identifier: Apache-2.0
// Rooms by the calendar's LOCATION.
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

}  // namespace

RoomFinder::RoomFinder(const VisitFile& visit) {
  for (const Room& room : visit.visit.rooms) {
    rooms_.try_emplace(folded(room.id), room.id);
    for (const auto& [language, name] : room.name.all()) rooms_.try_emplace(folded(name), room.id);
  }
  for (const auto& [alias, room] : visit.aliases) rooms_.try_emplace(folded(alias), room);
}

PlacedRoom RoomFinder::at(const std::string& location) const {
  const std::string wanted = folded(location);
  if (wanted.empty()) return {};
  if (const auto exact = rooms_.find(wanted); exact != rooms_.end())
    return {PlaceMatch::kExact, exact->second};
  std::set<std::string> standing_in;
  for (const auto& [spelling, room] : rooms_)
    if (spelling.size() >= 3 && stands_in(wanted, spelling)) standing_in.insert(room);
  if (standing_in.size() != 1) return {};
  return {PlaceMatch::kGuessed, *standing_in.begin()};
}

}  // namespace tertulia::formats
