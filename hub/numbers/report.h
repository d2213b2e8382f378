// SPDX-License-Identifier: Apache-2.0
// Counts per session and question for people. Pure. Below the threshold k only n is shown, for a session as
// for a question that few answered; totals add up shown cells only, so no hidden one can be had by
// subtraction.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "hub/numbers/queries.h"
#include "hub/numbers/table.h"

namespace tertulia::hub {

inline constexpr std::string_view kNotEnough = "not enough answers yet";
inline constexpr std::string_view kAllShown = "(all shown)";

// Columns: session, form, question, n, value, count. `forms` tell choices from free text; answers to other
// forms are only counted. Several versions of a form are one.
[[nodiscard]] Table make_report(const std::vector<Given>& submissions,
                                const std::vector<Questionnaire>& forms, std::uint64_t threshold);

// The closing slip of each room: to be read aloud to whoever stands at its device.
[[nodiscard]] Table make_slips(const std::vector<ClosingSlip>& slips);

// One line per device.
[[nodiscard]] Table make_status(const std::vector<DeviceLine>& devices);

}  // namespace tertulia::hub
