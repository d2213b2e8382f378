// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/receipts.h"

#include <algorithm>

#include "firmware/wire/signature.h"

namespace tertulia::wire {

Receipt receipt_for(const Envelope& envelope) { return {envelope.id, content_hash(envelope.data)}; }

bool has_receipt(const Ack& ack, std::string_view submission, std::string_view body) {
  const auto names_it = [submission](const Receipt& each) { return each.submission == submission; };
  if (std::none_of(ack.receipts.begin(), ack.receipts.end(), names_it)) return false;
  const auto envelope = from_structured(body);
  if (!envelope.ok()) return false;
  const Receipt owed = receipt_for(envelope.value());
  return owed.submission == submission &&
         std::find(ack.receipts.begin(), ack.receipts.end(), owed) != ack.receipts.end();
}

}  // namespace tertulia::wire
