// SPDX-License-Identifier: Apache-2.0
#include "ui/raster/damage.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace tertulia::ui {
namespace {

constexpr std::int64_t kFewPixels = 2048;  // drawing these again is cheaper than one more rectangle
constexpr std::size_t kLookahead = 128;    // a longer insertion costs damage, never a wrong pixel

std::int64_t area(const Rect& rect) { return std::int64_t{rect.width()} * rect.height(); }

// Pixels that a common rectangle covers for nothing; negative where the two overlap.
std::int64_t waste(const Rect& a, const Rect& b) { return area(bounds(a, b)) - area(a) - area(b); }

// The pair that is cheapest to join, as two indices.
struct Pair {
  std::size_t first = 0;
  std::size_t second = 0;
  std::int64_t cost = std::numeric_limits<std::int64_t>::max();
};

Pair cheapest_pair(const std::vector<Rect>& rects) {
  Pair best;
  for (std::size_t i = 0; i < rects.size(); ++i)
    for (std::size_t j = i + 1; j < rects.size(); ++j)
      if (const std::int64_t cost = waste(rects[i], rects[j]); cost < best.cost) best = {i, j, cost};
  return best;
}

using Run = std::span<const Primitive>;

// How far ahead the run holds the primitive.
std::optional<std::size_t> distance_to(const Primitive& primitive, Run run) {
  const Run near = run.first(std::min(run.size(), kLookahead));
  const auto found = std::find(near.begin(), near.end(), primitive);
  if (found == near.end()) return std::nullopt;
  return static_cast<std::size_t>(found - near.begin());
}

Run without_first(Run run, std::size_t count, Damage& damage) {
  for (const Primitive& primitive : run.first(count)) damage.add(primitive.box);
  return run.subspan(count);
}

}  // namespace

void Damage::add(const Rect& rect) {
  if (rect.empty()) return;
  for (Rect& known : rects_) {
    const Rect both = bounds(known, rect);
    if (both == known) return;
    if (waste(known, rect) > kFewPixels) continue;
    known = both;
    return;
  }
  rects_.push_back(rect);
  if (rects_.size() <= kMostRects) return;
  const Pair pair = cheapest_pair(rects_);
  rects_[pair.first] = bounds(rects_[pair.first], rects_[pair.second]);
  rects_.erase(rects_.begin() + static_cast<std::ptrdiff_t>(pair.second));
}

std::vector<Rect> damage_between(const Primitives& last, const Primitives& now) {
  Damage damage;
  Run before = last, after = now;
  while (!before.empty() && !after.empty()) {
    if (before.front() == after.front()) {
      before = before.subspan(1);
      after = after.subspan(1);
      continue;
    }
    const std::optional<std::size_t> removed = distance_to(after.front(), before);
    const std::optional<std::size_t> added = distance_to(before.front(), after);
    if (removed && (!added || *removed <= *added)) {
      before = without_first(before, *removed, damage);
    } else if (added) {
      after = without_first(after, *added, damage);
    } else {
      before = without_first(before, 1, damage);
      after = without_first(after, 1, damage);
    }
  }
  without_first(before, before.size(), damage);
  without_first(after, after.size(), damage);
  return damage.rects();
}

}  // namespace tertulia::ui
