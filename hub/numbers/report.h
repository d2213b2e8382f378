// SPDX-License-Identifier: Apache-2.0
// Makes the tables that people read: counts per session and question, closing slips, devices. Pure.
//
// Rules of the counts:
// - Below the threshold k, a session or a question shows only how many answered.
// - k of a group is the highest that the visit packs of its answers say, and never below 5. The `threshold`
//   of a report may raise it and never lowers it.
// - A total adds up only what is shown, so that no hidden number follows by subtraction.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "hub/numbers/queries.h"
#include "hub/numbers/table.h"

namespace tertulia::hub {

inline constexpr std::string_view kNotEnough = "not enough answers yet";
inline constexpr std::string_view kAllShown = "(all shown)";

// Columns: session, form, question, n, value, count. `forms` say of which kind each question is. Several
// versions of a form are one group; each answer is counted by the version that asked it (by its hash), or by
// the last version in `forms` when that one is not there. Answers to other forms are counted, and no value is
// shown.
[[nodiscard]] Table make_report(const std::vector<Given>& submissions,
                                const std::vector<Questionnaire>& forms, std::uint64_t threshold);

// The closing slip of each room, to be read aloud to a person at its device.
[[nodiscard]] Table make_slips(const std::vector<ClosingSlip>& slips);

// One line per device.
[[nodiscard]] Table make_set_aside(const std::vector<SetAside>& groups);
[[nodiscard]] Table make_status(const std::vector<DeviceLine>& devices);

}  // namespace tertulia::hub
