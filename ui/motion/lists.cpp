// SPDX-License-Identifier: Apache-2.0
#include "ui/motion/lists.h"

#include <algorithm>
#include <cmath>

namespace tertulia::ui {

std::string Lists::key_of(std::string_view name) const { return page_ + "/" + std::string(name); }

Scroll Lists::settled(const Scroll& scroll, const Extent& extent) const {
  return motion_ == Motion::kReduced ? at_rest(scroll, extent) : scroll;
}

void Lists::turn_to(std::string_view page) {
  release({}, {});
  page_ = page;
  shown_.clear();
  left_.clear();
}

Pointer Lists::follow(const Pointer& pointer, BootTime time) {
  if (!pointer.down) {
    if (grip_ && pointer.at) drag(*pointer.at, time);  // it may have left where it was never seen before
    const bool dragged = grip_ && grip_->drags;
    release(pointer, time);
    down_ = false;
    return dragged ? Pointer{} : pointer;
  }
  if (!down_) take(*pointer.at, time);
  down_ = true;
  if (grip_) drag(*pointer.at, time);
  return grip_ && grip_->drags ? Pointer{} : pointer;
}

void Lists::take(const Point& at, BootTime time) {
  const auto list =
      std::find_if(shown_.begin(), shown_.end(), [at](const Shown& each) { return each.area.contains(at); });
  const bool is_left =
      std::any_of(left_.begin(), left_.end(), [at](const Rect& each) { return each.contains(at); });
  if (list == shown_.end() || is_left) return;
  Scroll& scroll = states_[list->key].scroll;
  grip_ = Grip{*list, at, ui::is_moving(scroll)};
  scroll = taken(scroll, list->extent, time);
}

void Lists::drag(const Point& to, BootTime time) {
  auto by = static_cast<float>(grip_->last.y - to.y);
  if (!grip_->drags && std::fabs(by) <= tap_radius_) return;
  if (!grip_->drags)
    by -= std::copysign(tap_radius_, by);  // it starts from where it slipped, not with a jump
  grip_->drags = true;
  grip_->last = to;
  if (by != 0) states_[grip_->list.key].scroll = dragged(states_[grip_->list.key].scroll, by, time);
}

void Lists::release(const Pointer& pointer, BootTime time) {
  if (!grip_) return;
  Scroll& scroll = states_[grip_->list.key].scroll;
  // A contact that was cancelled is no throw.
  if (!pointer.at || !grip_->drags) scroll.velocity = 0;
  scroll = settled(let_go(scroll, grip_->list.extent, std::max(time, scroll.time)), grip_->list.extent);
  grip_.reset();
}

float Lists::offset_of(const ListOnGlass& list, BootTime now) {
  const std::string key = key_of(list.name);
  const auto [at, is_new] = states_.try_emplace(key);
  ListState& state = at->second;
  if (is_new) state.scroll.offset = list.focus.value_or(0);
  if (!is_new && list.focus && list.focus != state.focus && !state.scroll.held)
    state.scroll = sent_to(state.scroll, *list.focus, list.extent, now);
  state.focus = list.focus;
  if (is_new) state.scroll = at_rest(state.scroll, list.extent);
  state.scroll = settled(elapsed(state.scroll, list.extent, now), list.extent);
  shown_.push_back({key, list.area, list.extent});
  const float offset = std::round(shown_offset(state.scroll, list.extent));
  if (offset != std::exchange(state.shown, offset)) moved_.push_back(list.area);
  return offset;
}

void Lists::send(std::string_view name, float offset, BootTime now) {
  const std::string key = key_of(name);
  for (const Shown& list : shown_)
    if (list.key == key)
      states_[key].scroll = settled(sent_to(states_[key].scroll, offset, list.extent, now), list.extent);
}

bool Lists::is_moving() const {
  return std::any_of(shown_.begin(), shown_.end(),
                     [this](const Shown& list) { return ui::is_moving(states_.at(list.key).scroll); });
}

void Lists::clear() {
  states_.clear();
  shown_.clear();
  left_.clear();
  grip_.reset();
  down_ = false;
}

}  // namespace tertulia::ui
