// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/text/labels.h"

#include <array>
#include <cstdio>
#include <utility>

#include "firmware/app/text/phrases.h"
#include "firmware/domain/catalogue.h"

namespace tertulia {
namespace {

// Marks the name of a format for extraction into the catalogues; it is translated where it is used.
constexpr std::string_view format_name(std::string_view text) { return text; }

// Session formats of the domain, by the id that packs use.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> kFormats{{
    {"workshop", format_name("Workshop")},
    {"round-table", format_name("Round table")},
    {"focus-group", format_name("Focus group")},
    {"coaching", format_name("Coaching or mentoring")},
    {"study-visit", format_name("Study visit")},
    {"expert-visit", format_name("Expert visit")},
    {"open-forum", format_name("Open forum")},
    {"webinar", format_name("Webinar")},
    {"moderated-discussion", format_name("Moderated discussion")},
    {"conference", format_name("Conference")},
    {"seminar", format_name("Seminar")},
    {"knowledge-fair", format_name("Knowledge fair")},
    {"technical-deep-dive", format_name("Technical deep dive")},
    {"multi-stakeholder-dialogue", format_name("Multi-stakeholder dialogue")},
    {"community-of-practice", format_name("Community of practice")},
    {"twinning-meeting", format_name("Twinning meeting")},
    {"delegation-visit", format_name("Delegation visit")},
    {"administrative-partnership", format_name("Administrative partnership")},
    {"association-partnership", format_name("Association partnership")},
    {"pilot-area-visit", format_name("Pilot-area visit")},
    {"diagnostic-meeting", format_name("Diagnostic meeting")},
    {"lessons-learned-workshop", format_name("Lessons-learned workshop")},
    {"public-conference", format_name("Public conference")},
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

std::string dated_text(WallTime time, std::string_view zone) {
  const auto local = to_local(time, zone);
  if (!local.ok()) return {};
  return "\u2066" + to_iso_day(local.value()) + " " + clock_text(time, zone) + "\u2069";
}

std::string moment_text(const Catalogue& words, WallTime time, std::string_view zone) {
  const auto day = to_local(time, zone);
  if (!day.ok()) return clock_text(time, zone);
  // translators: a day and a time, as in “Thursday 13 May, 14:00”
  return fill(with_phrase(words.text("{day}, {time}"), "{day}", day_text(words, day.value())),
              {{"time", clock_text(time, zone)}});
}

BootTime next_minute(const Now& now) {
  constexpr Milliseconds kMinute = std::chrono::minutes(1);
  return now.boot + (kMinute - now.wall.time_since_epoch() % kMinute);
}

bool same_day(WallTime first, WallTime second, std::string_view zone) {
  const auto one = to_local(first, zone);
  const auto other = to_local(second, zone);
  return one.ok() && other.ok() && days_between(one.value(), other.value()) == 0;
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

bool is_set(const Now& now) { return now.quality != ClockQuality::kUnsynced; }

Chip clock_chip(const Catalogue& words, bool has_desk) {
  // translators: on a room display: the time is not known; a finger that rests on this text opens the page to
  // set it. As short as possible
  if (!has_desk) return {words.text("Clock not set: hold a finger here"), Tone::kAmber};
  // translators: on a room display: the time is not known; the moderator's desk can set it. As short as
  // possible
  return {words.text("Clock not set: set it at the desk"), Tone::kAmber};
}

Chip alone_chip(const Catalogue& words) {
  // translators: on a room display that has heard nothing of the other devices of its room for half a minute,
  // and counts on. As short as possible; see “{count} screens in step”
  return {words.text("Not in step"), Tone::kMuted};
}

Emphasised emphasised(std::string_view pattern, std::string_view placeholder, const std::string& value) {
  const auto trimmed = [](std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return std::string(text);
  };
  const auto at = pattern.find(placeholder);
  if (at == std::string_view::npos) return {trimmed(pattern), value, ""};
  return {trimmed(pattern.substr(0, at)), value, trimmed(pattern.substr(at + placeholder.size()))};
}

std::string rehearsal_text(const Catalogue& words) {
  // translators: over every screen: this is a trial before the visit, nothing of it is real
  return words.text("Rehearsal");
}

std::string room_name(const Visit& visit, std::string_view room, std::string_view language) {
  const Room* found = visit.room(room);
  return found ? found->name.in(language, visit.default_language()) : std::string(room);
}

}  // namespace tertulia
