// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/receipts.h"

#include <algorithm>

#include "firmware/wire/signature.h"

namespace tertulia::wire {

Receipt receipt_for(const Envelope& envelope) { return {envelope.id, content_hash(envelope.data)}; }

bool is_receipt_of(const Receipt& receipt, std::string_view body) {
  const auto envelope = from_structured(body);
  return envelope.ok() && receipt == receipt_for(envelope.value());
}

bool has_receipt(const Ack& ack, std::string_view submission, std::string_view body) {
  return std::any_of(ack.receipts.begin(), ack.receipts.end(), [&](const Receipt& each) {
    return each.submission == submission && is_receipt_of(each, body);
  });
}

}  // namespace tertulia::wire
