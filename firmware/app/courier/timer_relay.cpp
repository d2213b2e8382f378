// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/timer_relay.h"

#include <algorithm>

namespace tertulia {
namespace {

bool runs(const Timer& timer) {
  return timer.phase == TimerPhase::kRunning || timer.phase == TimerPhase::kOverrun;
}

}  // namespace

void TimerRelay::publish(const std::string& room, PublicTimer timer) {
  // While this device was away another moderator may have been faster. Its retained timer must not be
  // replaced by an older one.
  const auto other = foreign_.find(room);
  if (other != foreign_.end() && !supersedes(timer.timer(), other->second)) return;
  own_[room] = {std::move(timer), true, std::nullopt};
}

std::optional<Timer> TimerRelay::received(const std::string& room, const Timer& timer, Milliseconds age,
                                          const Now& now) {
  const auto own = own_.find(room);
  if (own != own_.end()) {
    if (timer.author == self_ && timer.revision <= own->second.timer.timer().revision) return std::nullopt;
    if (!supersedes(timer, own->second.timer.timer())) {
      own->second.unpublished =
          true;  // the broker retains the superseded one now: publish the better one again
      return std::nullopt;
    }
    own_.erase(own);
  }
  const auto other = foreign_.find(room);
  if (other != foreign_.end() && supersedes(other->second, timer)) return std::nullopt;
  foreign_[room] = timer;
  return reanchor(timer, age, now);
}

void TimerRelay::failed(const std::string& room, BootTime now) {
  if (const auto own = own_.find(room); own != own_.end()) own->second.repeat = now + kRepeat;
}

void TimerRelay::lost() {
  settled_.reset();
  for (auto& [room, own] : own_) own.unpublished = true;
}

std::vector<std::pair<std::string, PublicTimer>> TimerRelay::due(BootTime now) {
  std::vector<std::pair<std::string, PublicTimer>> all;
  if (!settled_ || now < *settled_) return all;
  for (auto& [room, own] : own_) {
    if (!own.unpublished && (!own.repeat || now < *own.repeat)) continue;
    all.emplace_back(room, own.timer);
    own.unpublished = false;
    own.repeat = runs(own.timer.timer()) ? std::optional(now + kRepeat) : std::nullopt;
  }
  return all;
}

std::optional<BootTime> TimerRelay::next_due() const {
  if (!settled_) return std::nullopt;
  std::optional<BootTime> next;
  for (const auto& [room, own] : own_) {
    const auto time = own.unpublished ? settled_ : own.repeat;
    if (time) next = next ? std::min(*next, *time) : *time;
  }
  return next;
}

}  // namespace tertulia
