// SPDX-License-Identifier: Apache-2.0
#include "ui/motion/scroll.h"

#include <cmath>

namespace tertulia::ui {
namespace {

using Seconds = std::chrono::duration<float>;

constexpr float kGlide = 0.325F;        // seconds in which a list loses two thirds of its speed
constexpr float kStillSpeed = 20;       // pixels a second: it stands
constexpr float kStillDistance = 0.5F;  // pixels
constexpr float kSpring = 14;           // per second; back in about a third of a second, without a swing
constexpr float kRubber = 0.55F;        // how much of a pull beyond the end is seen at first
constexpr float kSmoothing = 0.03F;     // seconds of movement that make the speed
constexpr float kMostViews = 12;        // boxes a second, at most
constexpr Seconds kRest{0.08F};         // a finger that lay still so long before it left throws nothing

float seconds(BootTime from, BootTime to) { return std::max(0.0F, Seconds(to - from).count()); }

float inside(float offset, const Extent& extent) { return std::clamp(offset, 0.0F, extent.limit()); }

// Of a pull beyond the end, what is seen; never more than the box.
float stretched(float pull, float view) { return pull * kRubber * view / (view + kRubber * pull); }
float pull_of(float seen, float view) {
  const float most = std::min(seen, view * 0.99F);
  return most * view / (kRubber * (view - most));
}

// The same beyond either end.
template <class Function>
float beyond_ends(float offset, const Extent& extent, Function function) {
  const float end = inside(offset, extent);
  const float over = std::fabs(offset - end);
  return over > 0 && extent.view > 0 ? end + std::copysign(function(over, extent.view), offset - end)
                                     : offset;
}

// A spring that does not swing over, exact for any step of time.
Scroll drawn_to(Scroll scroll, float goal, float time) {
  const float away = scroll.offset - goal;
  const float push = scroll.velocity + kSpring * away;
  const float fade = std::exp(-kSpring * time);
  scroll.offset = goal + (away + push * time) * fade;
  scroll.velocity = (scroll.velocity - kSpring * push * time) * fade;
  if (std::fabs(scroll.offset - goal) < kStillDistance && std::fabs(scroll.velocity) < kStillSpeed) {
    scroll.offset = goal;
    scroll.velocity = 0;
    scroll.goal.reset();
  }
  return scroll;
}

// Seconds until a list that glides on reaches the end; none when it stands before.
std::optional<float> time_to_end(const Scroll& scroll, const Extent& extent) {
  const float end = scroll.velocity > 0 ? extent.limit() : 0;
  const float part = (end - scroll.offset) / (scroll.velocity * kGlide);
  if (part >= 1) return std::nullopt;
  return -kGlide * std::log1p(-part);
}

Scroll glided(Scroll scroll, float time) {
  const float fade = std::exp(-time / kGlide);
  scroll.offset += scroll.velocity * kGlide * (1 - fade);
  scroll.velocity *= fade;
  return scroll;
}

}  // namespace

Scroll taken(const Scroll& scroll, const Extent& extent, BootTime now) {
  if (scroll.held) return scroll;
  Scroll next = elapsed(scroll, extent, now);
  next.offset = beyond_ends(next.offset, extent, pull_of);
  next.velocity = 0;
  next.time = now;
  next.held = true;
  next.goal.reset();
  return next;
}

Scroll dragged(const Scroll& scroll, float by, BootTime now) {
  Scroll next = scroll;
  next.offset += by;
  const float time = seconds(scroll.time, now);
  if (time <= 0) return next;
  const float weight = 1 - std::exp(-time / kSmoothing);
  next.velocity += weight * (by / time - next.velocity);
  next.time = now;
  return next;
}

Scroll let_go(const Scroll& scroll, const Extent& extent, BootTime now) {
  Scroll next = scroll;
  next.offset = shown_offset(scroll, extent);
  next.held = false;
  const float most = kMostViews * extent.view;
  next.velocity = now - scroll.time > kRest ? 0 : std::clamp(scroll.velocity, -most, most);
  if (std::fabs(next.velocity) < kStillSpeed) next.velocity = 0;
  if (inside(next.offset, extent) != next.offset) next.goal = inside(next.offset, extent);
  next.time = now;
  return next;
}

Scroll sent_to(const Scroll& scroll, float offset, const Extent& extent, BootTime now) {
  Scroll next = elapsed(scroll, extent, now);
  next.offset = shown_offset(next, extent);
  next.held = false;
  next.goal = inside(offset, extent);
  next.time = now;
  return next;
}

Scroll elapsed(const Scroll& scroll, const Extent& extent, BootTime now) {
  if (scroll.held) return scroll;
  Scroll next = scroll;
  next.time = std::max(scroll.time, now);
  const float time = seconds(scroll.time, now);
  const float end = inside(scroll.offset, extent);
  if (!next.goal && end != scroll.offset) next.goal = end;
  if (next.goal) return drawn_to(next, inside(*next.goal, extent), time);
  if (scroll.velocity == 0) return next;
  if (const auto until = time_to_end(scroll, extent); until && *until < time) {
    next = glided(next, *until);
    next.offset = inside(next.offset, extent);
    next.goal = next.offset;
    return drawn_to(next, next.offset, time - *until);
  }
  next = glided(next, time);
  if (std::fabs(next.velocity) < kStillSpeed) next.velocity = 0;
  return next;
}

Scroll at_rest(const Scroll& scroll, const Extent& extent) {
  Scroll next = scroll;
  if (scroll.held) return next;
  next.offset = inside(scroll.goal.value_or(scroll.offset), extent);
  next.velocity = 0;
  next.goal.reset();
  return next;
}

bool is_moving(const Scroll& scroll) { return !scroll.held && (scroll.velocity != 0 || scroll.goal); }

float shown_offset(const Scroll& scroll, const Extent& extent) {
  return scroll.held ? beyond_ends(scroll.offset, extent, stretched) : scroll.offset;
}

}  // namespace tertulia::ui
