// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/day_calendar.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/app/room/public_day.h"
#include "firmware/app/room/public_room.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

constexpr std::string_view kBegin = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:Tertulia\r\n";
constexpr std::string_view kEnd = "END:VCALENDAR\r\n";

// RFC 5545, section 3.3.11.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    if (c == '\n')
      result += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      result += c;
  }
  return result;
}

// "20270511T093000Z": RFC 3339 without its marks.
std::string utc(WallTime time) {
  std::string text = to_rfc3339(std::chrono::floor<std::chrono::seconds>(time));
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string entry_text(const PublicEntry& entry, const std::string& room, const Visit& visit,
                       const Catalogue& words) {
  return "BEGIN:VEVENT\r\nUID:" + entry.session.slug().text() + "\r\nDTSTAMP:" + utc(entry.session.start()) +
         "\r\nDTSTART:" + utc(entry.session.start()) + "\r\nDTEND:" + utc(entry.session.end()) +
         "\r\nSUMMARY:" + escaped(title_of(entry.session, words, visit)) +
         "\r\nLOCATION:" + escaped(room_name(visit, room, words.language())) + "\r\nEND:VEVENT\r\n";
}

struct Timed {
  WallTime start;
  bool is_break = false;
  std::string text;
};

}  // namespace

std::string day_calendar(const DeviceState& device_state, const Now& now) {
  const Visit& visit = device_state.pack.visit;
  const Catalogue& words = device_state.catalogues.of(visit.default_language());
  std::vector<Timed> events;
  for (const PublicRow& row : public_day(device_state, now).rows)
    for (const PublicEntry& entry : row.entries)
      if (entry.end > now.wall)
        events.push_back({entry.start, entry.is_break(), entry_text(entry, row.room, visit, words)});
  std::stable_sort(events.begin(), events.end(),
                   [](const Timed& a, const Timed& b) { return a.start < b.start; });
  std::size_t size = kBegin.size() + kEnd.size();
  for (const Timed& each : events) size += each.text.size();
  if (size > kMostCodedBytes) std::erase_if(events, [](const Timed& each) { return each.is_break; });
  std::string calendar(kBegin);
  bool has_event = false;
  for (const Timed& each : events) {
    if (calendar.size() + each.text.size() + kEnd.size() > kMostCodedBytes) break;
    calendar += each.text;
    has_event = true;
  }
  return has_event ? calendar.append(kEnd) : std::string{};
}

}  // namespace tertulia
