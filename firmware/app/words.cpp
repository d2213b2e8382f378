// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/words.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "firmware/domain/isolate.h"

namespace tertulia {
namespace {

// Marks a text for extraction into the catalogues; it is translated where it is used.
constexpr std::string_view mark(std::string_view text) { return text; }

// Session formats of the domain, by the id that packs use.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> kFormats{{
    {"workshop", mark("Workshop")},
    {"round-table", mark("Round table")},
    {"focus-group", mark("Focus group")},
    {"coaching", mark("Coaching or mentoring")},
    {"study-visit", mark("Study visit")},
    {"expert-visit", mark("Expert visit")},
    {"open-forum", mark("Open forum")},
    {"webinar", mark("Webinar")},
    {"moderated-discussion", mark("Moderated discussion")},
    {"conference", mark("Conference")},
    {"seminar", mark("Seminar")},
    {"knowledge-fair", mark("Knowledge fair")},
    {"technical-deep-dive", mark("Technical deep dive")},
    {"multi-stakeholder-dialogue", mark("Multi-stakeholder dialogue")},
    {"community-of-practice", mark("Community of practice")},
    {"twinning-meeting", mark("Twinning meeting")},
    {"delegation-visit", mark("Delegation visit")},
    {"administrative-partnership", mark("Administrative partnership")},
    {"association-partnership", mark("Association partnership")},
    {"pilot-area-visit", mark("Pilot-area visit")},
    {"diagnostic-meeting", mark("Diagnostic meeting")},
    {"lessons-learned-workshop", mark("Lessons-learned workshop")},
    {"public-conference", mark("Public conference")},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kLanguages{{{"en", "English"},
                                                                                   {"fr", "Français"},
                                                                                   {"es", "Español"},
                                                                                   {"pt", "Português"},
                                                                                   {"ar", "العربية"},
                                                                                   {"am", "አማርኛ"},
                                                                                   {"ka", "ქართული"},
                                                                                   {"sw", "Kiswahili"}}};

}  // namespace

Tongue tongue_of(std::string_view language) { return {Language(language), is_right_to_left(language)}; }

std::string clock_text(WallTime time, std::string_view zone) {
  const auto local = to_local(time, zone);
  if (!local.ok()) return {};
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", local.value().hour, local.value().minute);
  return text.data();
}

bool same_day(WallTime first, WallTime second, std::string_view zone) {
  const auto one = to_local(first, zone);
  const auto other = to_local(second, zone);
  return one.ok() && other.ok() && days_between(one.value(), other.value()) == 0;
}

std::string minutes_text(const Catalogue& words, Milliseconds length) {
  const auto minutes = std::max<std::int64_t>(1, std::chrono::round<Minutes>(length).count());
  const auto count = static_cast<std::uint64_t>(minutes);
  // translators: a length of time, as short as it is usually written
  return fill(words.plural("{count} min", "{count} min", count), {{"count", std::to_string(count)}});
}

std::string visit_day_text(const Catalogue& words, const Visit& visit, WallTime time) {
  const std::string& title = visit.title.in(words.language(), visit.default_language());
  const auto local = to_local(time, visit.zone);
  if (!local.ok()) return title;
  const int day = days_between(visit.first_day, local.value()) + 1;
  const int days = days_between(visit.first_day, visit.last_day) + 1;
  if (day < 1 || day > days) return title;
  // translators: {visit} is the title of the visit, as in "Exchange visit, day 2 of 4"
  return fill(words.text("{visit}, day {number} of {total}"),
              {{"visit", title}, {"number", std::to_string(day)}, {"total", std::to_string(days)}});
}

std::string format_text(const Catalogue& words, std::string_view format) {
  for (const auto& [id, name] : kFormats)
    if (id == format) return words.text(name);
  return {};
}

std::string language_name(std::string_view language) {
  for (const auto& [code, name] : kLanguages)
    if (code == language) return std::string(name);
  return std::string(language);
}

std::string with_speaker(const std::string& title, const std::string& speaker) {
  return speaker.empty() ? title : fill("{title} — {speaker}", {{"title", title}, {"speaker", speaker}});
}

std::string joined(const std::string& first, const std::string& second) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  return isolated(first) + " · " + isolated(second);
}

std::string room_name(const Visit& visit, std::string_view room, std::string_view language) {
  const Room* found = visit.room(room);
  return found ? found->name.in(language, visit.default_language()) : std::string(room);
}

}  // namespace tertulia
