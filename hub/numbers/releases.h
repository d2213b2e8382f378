// SPDX-License-Identifier: Apache-2.0
// Cuts the answers at the hub into blocks (firmware/domain/numbers/release.h). Each answer is in one block,
// for ever: the table `released` of the database says in which. So every report says the same. Pure.
//
// A block is of one form in one session. Where fewer than k people are left of a session that is over, they
// wait for those of other sessions with the same form, and form a block together with them.
//
// What a device has cut into a block for its room (room_blocks.h) is a block here too (BlockKind::kRoom),
// with the same answers: when the session is closed and all of them have come, whatever else is on its way.
// Until then, and where it never comes so far, its answers are in no block.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "firmware/domain/numbers/release.h"
#include "hub/numbers/queries.h"

namespace tertulia::hub {

// What a device has still not sent by then comes late.
inline constexpr std::chrono::hours kLongestWay{96};

// Of answers of one programme to one form in one session; not empty. It is never revealed here: results of a
// session that is open are shown in its room only.
[[nodiscard]] numbers::Stage stage_of(const std::vector<const Given*>& group, const Progress& progress);

// k of these answers: the highest that their visit packs say, and at least `threshold`.
[[nodiscard]] numbers::Threshold threshold_of(const std::vector<const Given*>& group,
                                              std::uint64_t threshold);

// Puts the answers that are in no block yet, and may now be shown, into blocks: writes Given::block. k is
// that of their visit packs; what a reader asks for has no effect for ever. True: some got into one.
bool cut_blocks(std::vector<Given>& answers, const Progress& progress);

// In no block, and free to get into one that the hub cuts.
[[nodiscard]] bool is_free(const Given& given);

}  // namespace tertulia::hub
