// SPDX-License-Identifier: Apache-2.0
// The content of an answer, the same at the device and at the hub: what the closing slip adds up.
#pragma once

#include "firmware/domain/closing_slip.h"
#include "firmware/domain/submission.h"

namespace tertulia::wire {

// SHA-256 (FIPS 180-4) of the JSON of its event's data, its id included, keys in order, without spaces. Part
// of the wire format.
[[nodiscard]] Hash hash_of(const Submission& submission);

}  // namespace tertulia::wire
