// SPDX-License-Identifier: Apache-2.0
// Questions from the floor. Each device owns a share: what was asked there, and the supports given there. The
// moderator's verdicts are one register. Anonymous: no field says who asked. Pure.
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
#include "firmware/domain/text.h"

namespace tertulia {

struct FloorQuestion {
  std::string text;
  Language language;
  PublicId session;      // its slug; empty: asked outside a session
  WallTime asked;        // label only
  bool removed = false;  // by a mark, so that no old copy brings it back; its text is empty then

  friend auto operator<=>(const FloorQuestion&, const FloorQuestion&) = default;
};

struct FloorShare {
  std::map<std::string, FloorQuestion> questions;  // by a random id
  // Given at this device: by the question's id, then by the epoch of the device's store. A store that was
  // lost or put back begins a new epoch, so what the room remembers of the last one adds up with what is new.
  std::map<std::string, std::map<std::string, std::uint64_t>> supports;

  friend auto operator<=>(const FloorShare&, const FloorShare&) = default;
};
// Both lists, each question and each hand once. Of a removed question nothing is left but that it was there.
[[nodiscard]] FloorShare united(const FloorShare& one, const FloorShare& other);

// One more hand for a question. `epoch` is that of the store, which lets none be counted twice.
[[nodiscard]] FloorShare with_support(const FloorShare& share, const std::string& question,
                                      const std::string& epoch);

enum class FloorVerdict { kOpen, kPicked, kAnswered, kHidden };
[[nodiscard]] std::string_view to_text(FloorVerdict verdict);
[[nodiscard]] Result<FloorVerdict> verdict_from(std::string_view text);

struct Verdicts {
  std::map<std::string, FloorVerdict> of;  // by the question's id; absent: kOpen
  std::vector<std::string> order;          // ids that the moderator has put first

  friend auto operator<=>(const Verdicts&, const Verdicts&) = default;
};

struct FloorItem {
  std::string id;
  FloorQuestion question;
  std::uint64_t supports = 0;
  FloorVerdict verdict = FloorVerdict::kOpen;
};
// All questions of the session (empty: of every session) that are not removed: first the moderator's order,
// then by supports, then as asked. Hidden ones are among them for the desk; public screens leave them out.
[[nodiscard]] std::vector<FloorItem> floor_list(const Shares<FloorShare>& shares, const Verdicts& verdicts,
                                                std::string_view session = {});

// Whether a device takes no further question in this session (its slug): too many wait there for an answer.
// So its list stays one message, and the desk one that people can read.
inline constexpr std::size_t kMostWaiting = 128;
inline constexpr std::size_t kMostWaitingBytes = 16'384;
[[nodiscard]] bool is_full(const FloorShare& share, const Verdicts& verdicts, std::string_view session);

// The id of the question that leaves first when a share is too large: the oldest that is answered or hidden,
// then the oldest of another session than this one, where nobody answers it any more. Empty: all wait here.
[[nodiscard]] std::string first_to_leave(const FloorShare& share, const Verdicts& verdicts,
                                         std::string_view session);

}  // namespace tertulia
