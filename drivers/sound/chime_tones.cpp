// SPDX-License-Identifier: Apache-2.0
#include "drivers/sound/chime_tones.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace tertulia {
namespace {

constexpr double kLower = 523.25;    // Hertz: C5
constexpr double kHigher = 659.26;   // E5, a major third above
constexpr double kSecondTone = 0.4;  // seconds after the first
constexpr double kLength = 1.8;
constexpr double kRise = 0.012;             // no click
constexpr double kFall = 0.35;              // to a third
constexpr double kFade = 0.2;               // to silence, at the end
constexpr double kLoudness = 0.22 * 32767;  // of one tone; two sound together

// Of a tone that was struck `time` seconds ago: the tone itself and a little of its octave, like a bell.
double tone(double hertz, double time) {
  if (time < 0) return 0;
  const double angle = 2 * std::numbers::pi * hertz * time;
  const double wave = 0.8 * std::sin(angle) + 0.2 * std::sin(2 * angle) * std::exp(-time / kRise / 10);
  return wave * std::min(1.0, time / kRise) * std::exp(-time / kFall);
}

}  // namespace

std::vector<std::int16_t> chime_samples(ChimeKind kind) {
  const bool rises = kind == ChimeKind::kWarning;
  std::vector<std::int16_t> samples(static_cast<std::size_t>(kLength * kChimeRate));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double time = static_cast<double>(i) / kChimeRate;
    const double both =
        tone(rises ? kLower : kHigher, time) + tone(rises ? kHigher : kLower, time - kSecondTone);
    const double fade = std::clamp((kLength - time) / kFade, 0.0, 1.0);
    samples[i] = static_cast<std::int16_t>(std::lround(kLoudness * both * fade));
  }
  return samples;
}

}  // namespace tertulia
