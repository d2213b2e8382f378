// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/content.h"

#include "firmware/domain/digest.h"

namespace tertulia::wire {

HashSum share_of(const Submission& submission) {
  return HashSum::parse(body_of(event::FeedbackSubmitted{submission}).content).value();
}

Receipt receipt_for(const Envelope& envelope) { return {envelope.id, sha256_hex(envelope.data)}; }

}  // namespace tertulia::wire
