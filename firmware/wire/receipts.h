// SPDX-License-Identifier: Apache-2.0
// The receipt that an answer is owed: both sides compute it from what they hold, and an answer leaves the
// device only when the two agree. Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/ack.h"
#include "firmware/wire/envelope.h"

namespace tertulia::wire {

[[nodiscard]] Receipt receipt_for(const Envelope& envelope);

// Whether it is the receipt of the answer whose outbox body (structured JSON) is `body`.
[[nodiscard]] bool is_receipt_of(const Receipt& receipt, std::string_view body);
// Whether `ack` holds the receipt of the answer with this id whose outbox body (structured JSON) is `body`.
[[nodiscard]] bool has_receipt(const Ack& ack, std::string_view submission, std::string_view body);

}  // namespace tertulia::wire
