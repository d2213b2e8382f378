// SPDX-License-Identifier: Apache-2.0
// What a note-taker or a moderator writes down. Each device owns a share of notes; a note's text is a
// register in it. So two people can correct one note from two devices, and the newest correction stands.
// Pure.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/public.h"
#include "firmware/domain/room/register.h"
#include "firmware/domain/room/shares.h"

namespace tertulia {

enum class NoteKind { kLearningPoint, kNextStep, kOpenQuestion, kObstacle, kContact };
[[nodiscard]] std::string_view to_text(NoteKind kind);
[[nodiscard]] Result<NoteKind> note_kind_from(std::string_view text);

// The farthest place of a note, to both ends. Two of them can be added, and every JSON reader holds it
// exactly.
inline constexpr std::int64_t kFarthestPlace = 9'007'199'254'740'991;

struct RoomNote {
  NoteKind kind = NoteKind::kLearningPoint;
  std::string text;
  PublicId session;        // its slug; empty: of no session
  std::int64_t place = 0;  // in the list, see kFarthestPlace; equal places stand by id
  WallTime written;        // label only
  bool may_leave = false;  // the room: of a closed session. Notes of open sessions may
  bool removed = false;    // by a mark, so that no old copy brings it back

  friend auto operator<=>(const RoomNote&, const RoomNote&) = default;
};

struct NoteShare {
  std::map<std::string, Register<RoomNote>> notes;  // by a random id

  friend auto operator<=>(const NoteShare&, const NoteShare&) = default;
};
[[nodiscard]] NoteShare united(const NoteShare& own, const NoteShare& heard);

struct NoteItem {
  std::string id;
  RoomNote note;
};
// The notes of a session (empty: of all) that are not removed, in their order: of each the newest text.
[[nodiscard]] std::vector<NoteItem> note_list(const Shares<NoteShare>& shares, std::string_view session = {});

// The share of `device` after it wrote, corrected, moved or removed the note `id`, whoever wrote it first.
[[nodiscard]] NoteShare with_note(const Shares<NoteShare>& shares, const std::string& device,
                                  const std::string& id, const RoomNote& note);

// What outlives a closed session: the notes that may leave the room.
[[nodiscard]] NoteShare shareable(const NoteShare& share);

}  // namespace tertulia
