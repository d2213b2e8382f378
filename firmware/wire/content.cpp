// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/content.h"

#include <nlohmann/json.hpp>

#include "firmware/wire/event_json.h"

namespace tertulia::wire {

std::string content_of(const Submission& submission) {
  return print(data_of(event::FeedbackSubmitted{submission}));
}

}  // namespace tertulia::wire
