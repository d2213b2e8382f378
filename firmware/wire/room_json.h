// SPDX-License-Identifier: Apache-2.0
// Converts the values of a room to and from the members of a JSON object. For the sources of this folder.
// What is missing or out of range becomes an error of `read`. What was added after version 1 is optional.
#pragma once

#include "firmware/domain/room/room_state.h"
#include "firmware/wire/json.h"

namespace tertulia::wire {

// Of one question, note, message or announcement, in bytes.
inline constexpr std::size_t kMostRoomText = 4'096;

[[nodiscard]] Json value_json(const PublicTimer& timer);
[[nodiscard]] Json value_json(const Plan& plan);
[[nodiscard]] Json value_json(const ShownNow& shown);
[[nodiscard]] Json value_json(const Balance& balance);
[[nodiscard]] Json value_json(const Verdicts& verdicts);
[[nodiscard]] Json value_json(const NextSession& next);
[[nodiscard]] Json value_json(const FloorShare& share);
[[nodiscard]] Json value_json(const NoteShare& share);
[[nodiscard]] Json value_json(const ResultsShare& share);

// `boot_id`: of the clock on which the anchors in the value were written down.
void read_value(Reader& read, const std::string& boot_id, PublicTimer& timer);
void read_value(Reader& read, const std::string& boot_id, Plan& plan);
void read_value(Reader& read, const std::string& boot_id, ShownNow& shown);
void read_value(Reader& read, const std::string& boot_id, Balance& balance);
void read_value(Reader& read, const std::string& boot_id, Verdicts& verdicts);
void read_value(Reader& read, const std::string& boot_id, NextSession& next);
void read_value(Reader& read, const std::string& boot_id, FloorShare& share);
void read_value(Reader& read, const std::string& boot_id, NoteShare& share);
void read_value(Reader& read, const std::string& boot_id, ResultsShare& share);

// {revision, author, era?, restored?}
void put_rank(Json& json, const Rank& rank);
[[nodiscard]] Rank read_rank(Reader& read, std::uint64_t least_revision = 1);

}  // namespace tertulia::wire
