// SPDX-License-Identifier: Apache-2.0
// Small texts that several screens share, in the language of a catalogue. Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/time.h"
#include "firmware/domain/visit.h"
#include "firmware/ports/views.h"

namespace tertulia {

[[nodiscard]] Tongue tongue_of(std::string_view language);

// "10:42" in the visit's zone.
[[nodiscard]] std::string clock_text(WallTime time, std::string_view zone);
// "2027-05-11 10:42" in the visit's zone, for a clock that may be years off. Reads from the left in every
// language (U+2066 ... U+2069).
[[nodiscard]] std::string dated_text(WallTime time, std::string_view zone);
// "Thursday 13 May, 14:00".
[[nodiscard]] std::string moment_text(const Catalogue& words, WallTime time, std::string_view zone);
// When clock_text() of now next changes, on the boot clock.
[[nodiscard]] BootTime next_minute(const Now& now);
[[nodiscard]] bool same_day(WallTime first, WallTime second, std::string_view zone);
// "Exchange visit, day 2 of 4"; outside the days of the visit only the title.
[[nodiscard]] std::string visit_day_text(const Catalogue& words, const Visit& visit, WallTime time);
// The name of a session format ("Round table"); empty for an unknown one.
[[nodiscard]] std::string format_text(const Catalogue& words, std::string_view format);
// The name of a language in its own script; the code when unknown.
[[nodiscard]] std::string language_name(std::string_view language);
// "Presentation — Costa Rica"; each part keeps its own direction. Without a speaker only the title.
[[nodiscard]] std::string with_speaker(const std::string& title, const std::string& speaker);
// Joins two texts with a middle dot, each isolated. If one is empty, returns the other.
[[nodiscard]] std::string joined(const std::string& first, const std::string& second);
// Whether the wall clock may be shown. One that nobody has set since the start means nothing.
[[nodiscard]] bool is_set(const Now& now);
// "Clock not set: set it at the desk". On a device without the desk of its room: where to touch.
[[nodiscard]] Chip clock_chip(const Catalogue& words, bool has_desk);
[[nodiscard]] Chip alone_chip(const Catalogue& words);
// The pattern around its placeholder, with `value` as the part that stands out.
[[nodiscard]] Emphasised emphasised(std::string_view pattern, std::string_view placeholder,
                                    const std::string& value);
// The word over every screen of a rehearsal.
[[nodiscard]] std::string rehearsal_text(const Catalogue& words);
[[nodiscard]] std::string room_name(const Visit& visit, std::string_view room, std::string_view language);

}  // namespace tertulia
