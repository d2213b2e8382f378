// SPDX-License-Identifier: Apache-2.0
#include "drivers/touch/touch_tracker.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace tertulia {
namespace {

constexpr int kTremble = 12;  // pixels; water and a sleeve tremble, too

bool is_certain(Point at) { return at.x != 0 && at.y != 0; }

bool is_near(Point a, Point b) { return std::abs(a.x - b.x) <= kTremble && std::abs(a.y - b.y) <= kTremble; }

}  // namespace

std::optional<Touch> TouchTracker::apply(const TouchContact& contact) {
  const bool ends = contact.kind == ContactKind::kUp || contact.kind == ContactKind::kLost;
  if (const auto dirt = std::find(dirt_.begin(), dirt_.end(), contact.finger); dirt != dirt_.end()) {
    if (ends) dirt_.erase(dirt);
    return std::nullopt;
  }
  if (ends) return lift(contact);
  return contact.kind == ContactKind::kDown ? press(contact) : move(contact);
}

std::optional<Touch> TouchTracker::press(const TouchContact& contact) {
  const auto is_this = [&](const Finger& each) { return each.id == contact.finger; };
  if (std::any_of(fingers_.begin(), fingers_.end(), is_this)) return move(contact);
  const bool is_alone = fingers_.empty();
  const bool is_palm = !is_alone && contact.time - last_press_ < kPalm;
  fingers_.push_back({contact.finger, contact.at, contact.time});
  last_press_ = contact.time;
  if (is_alone) {
    state_ = State::kDoubtful;
    followed_ = contact.finger;
    return move(contact);
  }
  if (state_ == State::kIgnoring) return std::nullopt;
  if (is_palm || state_ == State::kDoubtful) {
    const bool was_heard = std::exchange(state_, State::kIgnoring) == State::kFollowing;
    if (!was_heard) return std::nullopt;
    return Touch{TouchKind::kCancel, screen_, last_, contact.time};
  }
  state_ = State::kFollowing;
  followed_ = contact.finger;
  return follow(TouchKind::kAnother, contact);
}

std::optional<Touch> TouchTracker::move(const TouchContact& contact) {
  note_rest(contact);
  if (contact.finger != followed_) return std::nullopt;
  is_proved_ = is_proved_ || is_certain(contact.at);
  if (state_ == State::kFollowing)
    return contact.at == last_ ? std::nullopt : follow(TouchKind::kMove, contact);
  if (state_ != State::kDoubtful || !is_proved_) return std::nullopt;
  state_ = State::kFollowing;
  return follow(TouchKind::kDown, contact);
}

std::optional<Touch> TouchTracker::lift(const TouchContact& contact) {
  const bool is_heard = is_followed(contact.finger);
  leave(contact.finger);
  if (!is_heard) return std::nullopt;
  if (contact.kind == ContactKind::kLost) return Touch{TouchKind::kCancel, screen_, last_, contact.time};
  return follow(TouchKind::kUp, contact);
}

// The finger counts no longer.
void TouchTracker::leave(std::int64_t finger) {
  const bool was_followed = is_followed(finger);
  std::erase_if(fingers_, [&](const Finger& each) { return each.id == finger; });
  if (fingers_.empty())
    state_ = State::kFree;
  else if (was_followed)
    state_ = State::kResting;
}

std::optional<Touch> TouchTracker::expire(BootTime now) {
  std::optional<Touch> cancelled;
  for (const Finger& each : std::vector<Finger>(fingers_)) {
    if (now < each.since + kDirt) continue;
    if (is_followed(each.id)) cancelled = Touch{TouchKind::kCancel, screen_, last_, now};
    leave(each.id);
    dirt_.push_back(each.id);
  }
  return cancelled;
}

std::optional<BootTime> TouchTracker::due() const {
  std::optional<BootTime> due;
  for (const Finger& each : fingers_) due = std::min(due.value_or(BootTime::max()), each.since + kDirt);
  return due;
}

void TouchTracker::note_rest(const TouchContact& contact) {
  for (Finger& each : fingers_)
    if (each.id == contact.finger && !is_near(each.rests_at, contact.at))
      each = {each.id, contact.at, contact.time};
}

std::optional<Touch> TouchTracker::follow(TouchKind kind, const TouchContact& contact) {
  last_ = contact.at;
  return Touch{kind, screen_, contact.at, contact.time};
}

}  // namespace tertulia
