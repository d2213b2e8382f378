// SPDX-License-Identifier: Apache-2.0
#include "ui/touch/touch_feed.h"

#include <algorithm>

namespace tertulia::ui {

void TouchFeed::add(std::span<const Touch> touches) {
  for (const Touch& touch : touches) {
    // Only the last of several moves in a row matters.
    const bool replaces =
        touch.kind == TouchKind::kMove && !queue_.empty() && queue_.back().kind == TouchKind::kMove;
    if (replaces) queue_.pop_back();
    queue_.push_back(touch);
  }
}

Pointer TouchFeed::begin(const Touch& touch) {
  if (!hovering_) {
    hovering_ = true;
    return pointer_ = {touch.at, false};
  }
  hovering_ = false;
  is_on_key_ = is_key(touch.at);
  const Point at = touch.at;
  queue_.pop_front();
  return pointer_ = {at, true};
}

// None: outside of everything, so that nothing is pressed.
Pointer TouchFeed::end(std::optional<Point> at) {
  releasing_ = true;
  return pointer_ = {at, false};
}

bool TouchFeed::is_key(Point at) const {
  return std::any_of(keys_.begin(), keys_.end(), [at](const Rect& key) { return key.contains(at); });
}

Pointer TouchFeed::next() {
  if (releasing_) {
    releasing_ = false;
    return pointer_ = {};
  }
  while (!queue_.empty()) {
    const Touch touch = queue_.front();
    time_ = touch.time;
    if (touch.kind == TouchKind::kDown) {
      ignoring_ = touch.time < ignore_until_;
      if (!ignoring_) return begin(touch);
    }
    if (touch.kind == TouchKind::kAnother) {
      const bool types = !ignoring_ && (!pointer_.down || is_on_key_) && is_key(touch.at);
      ignoring_ = !types;
      // A press like any other, once the one before it is over.
      if (types)
        queue_.front().kind = TouchKind::kDown;
      else
        queue_.pop_front();
      if (pointer_.down) return end(types ? pointer_.at : std::nullopt);
      continue;
    }
    queue_.pop_front();
    const bool ends = touch.kind == TouchKind::kUp || touch.kind == TouchKind::kCancel;
    if (ignoring_) {
      if (ends) ignoring_ = false;
      continue;
    }
    if (touch.kind == TouchKind::kMove && pointer_.down) return pointer_ = {touch.at, true};
    if (ends && pointer_.down)
      return end(touch.kind == TouchKind::kUp ? std::optional(touch.at) : std::nullopt);
  }
  return pointer_;
}

void TouchFeed::ignore_until(BootTime until) {
  ignore_until_ = until;
  hovering_ = false;
  if (pointer_.down) {
    ignoring_ = true;
    pointer_ = {std::nullopt, false};
  }
}

void TouchFeed::clear() { *this = TouchFeed{}; }

}  // namespace tertulia::ui
