// SPDX-License-Identifier: Apache-2.0
// How the chimes sound, as far as figures can tell.
#include "drivers/sound/chime_tones.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

constexpr ChimeKind kBoth[] = {ChimeKind::kWarning, ChimeKind::kEnd};

// How often the wave passes zero upwards, from `from` seconds on for a quarter of a second: its pitch.
int pitch(const std::vector<std::int16_t>& samples, double from) {
  const auto first = static_cast<std::size_t>(from * kChimeRate);
  int crossings = 0;
  for (std::size_t i = first + 1; i < first + kChimeRate / 4; ++i)
    if (samples[i - 1] < 0 && samples[i] >= 0) ++crossings;
  return crossings * 4;
}

TEST(chime_tones, are_over_within_two_seconds_and_no_louder_than_half) {
  for (const ChimeKind kind : kBoth) {
    const auto samples = chime_samples(kind);
    EXPECT_LT(samples.size(), 2U * kChimeRate);
    const auto [least, most] = std::minmax_element(samples.begin(), samples.end());
    EXPECT_GT(*least, -16'384);
    EXPECT_LT(*most, 16'384);
    EXPECT_GT(*most, 4'000) << "nobody would hear it";
  }
}

TEST(chime_tones, begin_and_end_without_a_click) {
  for (const ChimeKind kind : kBoth) {
    const auto samples = chime_samples(kind);
    EXPECT_EQ(samples.front(), 0);
    EXPECT_EQ(samples.back(), 0);
    for (std::size_t i = 1; i < samples.size(); ++i)
      ASSERT_LT(std::abs(samples[i] - samples[i - 1]), 1'500) << "at sample " << i;
  }
}

TEST(chime_tones, the_warning_begins_low_and_the_end_begins_high) {
  EXPECT_NEAR(pitch(chime_samples(ChimeKind::kWarning), 0.1), 523, 8);
  EXPECT_NEAR(pitch(chime_samples(ChimeKind::kEnd), 0.1), 659, 8);
}

}  // namespace
