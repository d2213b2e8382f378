// SPDX-License-Identifier: Apache-2.0
// Parts that the Views of several roles share.
#pragma once

#include <string>

#include "firmware/domain/text.h"
#include "firmware/domain/time.h"

namespace tertulia {

// The language of a View's own texts; foreign titles inside keep their own direction.
struct Tongue {
  Language language = "en";
  bool right_to_left = false;
  friend bool operator==(const Tongue&, const Tongue&) = default;
};

// How urgent a time is. Colour never says it alone: a word and a shape come with it.
enum class Tone { kCalm, kAmber, kRed, kPaused, kMuted };

struct Chip {
  std::string text;
  Tone tone = Tone::kCalm;
  friend bool operator==(const Chip&, const Chip&) = default;
};

// The bar under a countdown, in 1/1000 of its length.
struct TimeBar {
  int done = 0;
  int amber = 1000;
  int red = 1000;
  friend bool operator==(const TimeBar&, const TimeBar&) = default;
};

// A ring that runs down by itself: the View stays the same while it does.
struct RingTime {
  BootTime until{};
  BootTime whole{};
  friend bool operator==(const RingTime&, const RingTime&) = default;
};

}  // namespace tertulia
