// SPDX-License-Identifier: Apache-2.0
#include "firmware/ports/intents.h"

namespace tertulia {

Intent::Intent(const Intent& other) = default;
Intent::Intent(Intent&& other) noexcept = default;
Intent& Intent::operator=(const Intent& other) = default;
Intent& Intent::operator=(Intent&& other) noexcept = default;
Intent::~Intent() = default;

}  // namespace tertulia
