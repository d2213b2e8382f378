// SPDX-License-Identifier: Apache-2.0
#include "drivers/touch/touch_tracker.h"

#include <algorithm>
#include <utility>

namespace tertulia {
namespace {

bool is_certain(Point at) { return at.x != 0 && at.y != 0; }

}  // namespace

std::optional<Touch> TouchTracker::apply(const Contact& contact) {
  switch (contact.kind) {
    case ContactKind::kDown:
      return press(contact);
    case ContactKind::kMove:
      return move(contact);
    case ContactKind::kUp:
    case ContactKind::kLost:
      return lift(contact);
  }
  return std::nullopt;
}

std::optional<Touch> TouchTracker::press(const Contact& contact) {
  if (std::find(fingers_.begin(), fingers_.end(), contact.finger) != fingers_.end()) return move(contact);
  fingers_.push_back(contact.finger);
  if (fingers_.size() > 1) {
    const bool was_heard = std::exchange(state_, State::kIgnoring) == State::kFollowing;
    if (!was_heard) return std::nullopt;
    return Touch{TouchKind::kCancel, screen_, last_, contact.time};
  }
  state_ = State::kDoubtful;
  return move(contact);
}

std::optional<Touch> TouchTracker::move(const Contact& contact) {
  if (!is_first(contact.finger)) return std::nullopt;
  is_proved_ = is_proved_ || is_certain(contact.at);
  if (state_ == State::kFollowing)
    return contact.at == last_ ? std::nullopt : follow(TouchKind::kMove, contact);
  if (state_ != State::kDoubtful || !is_proved_) return std::nullopt;
  state_ = State::kFollowing;
  return follow(TouchKind::kDown, contact);
}

std::optional<Touch> TouchTracker::lift(const Contact& contact) {
  const bool is_heard = state_ == State::kFollowing && is_first(contact.finger);
  std::erase(fingers_, contact.finger);
  if (fingers_.empty()) state_ = State::kFree;
  if (!is_heard) return std::nullopt;
  if (contact.kind == ContactKind::kLost) return Touch{TouchKind::kCancel, screen_, last_, contact.time};
  return follow(TouchKind::kUp, contact);
}

std::optional<Touch> TouchTracker::follow(TouchKind kind, const Contact& contact) {
  last_ = contact.at;
  return Touch{kind, screen_, contact.at, contact.time};
}

}  // namespace tertulia
