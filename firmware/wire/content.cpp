// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/content.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include "firmware/wire/event_json.h"

namespace tertulia::wire {

Hash hash_of(const Submission& submission) {
  const std::string content = print(data_of(event::FeedbackSubmitted{submission}));
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(content.data()), content.size());
  return hash;
}

}  // namespace tertulia::wire
