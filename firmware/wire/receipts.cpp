// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/receipts.h"

#include <algorithm>

#include "firmware/wire/json.h"
#include "firmware/wire/signature.h"

namespace tertulia::wire {

Receipt receipt_for(const Envelope& envelope) { return {envelope.id, content_hash(envelope.data)}; }

bool is_receipt_of(const Receipt& receipt, std::string_view body) {
  // As this program writes it, the body holds the very text that was sent. Whatever does not agree is read.
  const std::string_view id = member_text(body, "id");
  const bool names_it = id.size() == receipt.submission.size() + 2 &&
                        id.substr(1, receipt.submission.size()) == receipt.submission;
  if (names_it && receipt.content == content_hash(member_text(body, "data"))) return true;
  const auto envelope = from_structured(body);
  return envelope.ok() && receipt == receipt_for(envelope.value());
}

bool has_receipt(const Ack& ack, std::string_view submission, std::string_view body) {
  return std::any_of(ack.receipts.begin(), ack.receipts.end(), [&](const Receipt& each) {
    return each.submission == submission && is_receipt_of(each, body);
  });
}

}  // namespace tertulia::wire
