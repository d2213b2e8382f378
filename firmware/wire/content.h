// SPDX-License-Identifier: Apache-2.0
// The content of an answer as bytes, the same at the device and at the hub: what the closing slip hashes.
#pragma once

#include <string>

#include "firmware/domain/submission.h"

namespace tertulia::wire {

// The JSON of its event's data, its id included, keys in order, without spaces. Part of the wire format.
[[nodiscard]] std::string content_of(const Submission& submission);

}  // namespace tertulia::wire
