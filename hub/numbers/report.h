// SPDX-License-Identifier: Apache-2.0
// Makes the tables that people read: results per session and question, closing slips, devices. Pure.
//
// Of answers only that is told which firmware/domain/numbers allows: disclose() of whole blocks, and sums of
// that. Of a session that is open, only about how many answered.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "hub/numbers/queries.h"
#include "hub/numbers/table.h"

namespace tertulia::hub {

inline constexpr std::string_view kOpen = "shown when the session is over; at least so many answered";
inline constexpr std::string_view kOnTheirWay =
    "shown when nothing is missing: some devices have not sent all";
inline constexpr std::string_view kNotEnough = "not enough answers yet";
inline constexpr std::string_view kNotShown = "not shown: too few answers, or too much alike";
inline constexpr std::string_view kOnlyAsAWhole =
    "not shown: the room saw them with answers that are missing here or shown with others";
inline constexpr std::string_view kTogether = "(few of each session, together)";
// Added to a session: its results without people who chose the same place all the way (numbers::is_run).
inline constexpr std::string_view kWithoutRuns = " (without runs of equal answers)";
inline constexpr std::string_view kAllShown = "(all shown)";

// Columns: session, form, question, n, value, count. A count is a number, or "at least" a number. Below it
// the rows of a session say what is not shown yet, with an empty question.
//
// `forms` say of which kind each question is. Several versions of a form are one group; each answer is
// counted by the version that asked it (by its hash), or by the last version in `forms` when that one is not
// there. Of an answer to another form it is only told that there are so many.
// Of a question in a repeat a count is one of people who gave the value at least once. Values that a form
// calculates are stored with the answers and are not in this table: nobody was asked for them.
// `threshold` may raise k and never lowers it.
//
// Where enough people of a session gave runs of equal answers, its results are there a second time without
// them.
[[nodiscard]] Table make_report(const std::vector<Given>& submissions,
                                const std::vector<Questionnaire>& forms, std::uint64_t threshold,
                                const Progress& progress);

// The closing slip of each room, to be read aloud to a person at its device. Its words come of the answers
// and of their random ids, which nobody sees, so they tell nothing of an answer.
[[nodiscard]] Table make_slips(const std::vector<ClosingSlip>& slips);

[[nodiscard]] Table make_set_aside(const std::vector<SetAside>& groups);
// One line per device.
[[nodiscard]] Table make_status(const std::vector<DeviceLine>& devices);
// The devices of which the hub left out messages, and why. No row: none.
[[nodiscard]] Table make_over_budget(const std::vector<DeviceLine>& devices);

}  // namespace tertulia::hub
