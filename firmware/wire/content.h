// SPDX-License-Identifier: Apache-2.0
// The hash of an answer. Device and hub compute it from the same bytes: the data of its event, as JSON with
// its members in alphabetical order and without spaces. A receipt names it and the closing slip adds it up.
// Part of the wire format.
#pragma once

#include "firmware/domain/ack.h"
#include "firmware/domain/closing_slip.h"
#include "firmware/domain/submission.h"
#include "firmware/wire/envelope.h"

namespace tertulia::wire {

// What a submission adds to the sums of a closing slip.
[[nodiscard]] HashSum share_of(const Submission& submission);

// The receipt that the answer in this envelope is owed.
[[nodiscard]] Receipt receipt_for(const Envelope& envelope);

}  // namespace tertulia::wire
