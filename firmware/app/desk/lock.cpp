// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/lock.h"

#include <algorithm>

namespace tertulia {
namespace {

constexpr Minutes kLongestWait{16};

const Pin* pin_of(const DeskLock& lock, const RoleSettings& settings) {
  const auto found = settings.pins.find(lock.chosen);
  return found == settings.pins.end() ? nullptr : &found->second;
}

bool is_digit(const Key& key) {
  return key.kind == KeyKind::kCharacter && key.text.size() == 1 && key.text[0] >= '0' && key.text[0] <= '9';
}

DeskLock opened(DeskLock lock, const Now& now) {
  lock.open = lock.chosen;
  lock.typed.clear();
  lock.wrong = 0;
  lock.was_wrong = false;
  lock.waits_until.reset();
  lock.last_touch = now.boot;
  return lock;
}

LockChange press(DeskLock lock, const Key& key, const RoleSettings& settings) {
  const Pin* pin = pin_of(lock, settings);
  if (!pin || lock.waits_until) return {std::move(lock), std::nullopt};
  lock.was_wrong = false;
  if (key.kind == KeyKind::kBackspace && !lock.typed.empty()) lock.typed.pop_back();
  if (!is_digit(key)) return {std::move(lock), std::nullopt};
  lock.typed += key.text;
  if (static_cast<int>(lock.typed.size()) < pin->digits) return {std::move(lock), std::nullopt};
  PinCheck check{*pin, lock.typed};
  lock.typed.clear();
  return {std::move(lock), std::move(check)};
}

}  // namespace

std::optional<DeskRole> seated(const DeskLock& lock, const RoleSettings& settings) {
  return settings.pins.empty() ? std::optional(lock.open.value_or(DeskRole::kModerator)) : lock.open;
}

LockChange touch_lock(DeskLock lock, const Intent& intent, const RoleSettings& settings, const Now& now) {
  lock.last_touch = now.boot;
  if (const auto* choice = std::get_if<intent::ChooseRole>(&intent)) {
    lock.chosen = choice->role;
    lock.typed.clear();
    lock.was_wrong = false;
    if (!pin_of(lock, settings)) lock = opened(std::move(lock), now);
    return {std::move(lock), std::nullopt};
  }
  if (const auto* press_key = std::get_if<intent::PressKey>(&intent))
    return press(std::move(lock), press_key->key, settings);
  return {std::move(lock), std::nullopt};
}

DeskLock pin_checked(DeskLock lock, bool is_right, const Now& now) {
  if (is_right) return opened(std::move(lock), now);
  lock.was_wrong = true;
  lock.wrong += 1;
  if (lock.wrong % kTriesBeforeWait != 0) return lock;
  const int waits = std::min(lock.wrong / kTriesBeforeWait, 8);
  lock.waits_until = now.boot + std::min(kLongestWait, Minutes(1 << (waits - 1)));
  return lock;
}

DeskLock locked(DeskLock lock) {
  lock.open.reset();
  lock.typed.clear();
  lock.was_wrong = false;
  return lock;
}

DeskLock elapse(DeskLock lock, const RoleSettings& settings, const Now& now) {
  if (lock.waits_until && *lock.waits_until <= now.boot) {
    lock.waits_until.reset();
    lock.was_wrong = false;
  }
  const bool is_idle = settings.lock_after.count() > 0 && now.boot >= lock.last_touch + settings.lock_after;
  if (!is_idle || settings.pins.empty()) return lock;
  // Half a PIN that somebody left is nobody's.
  return locked(std::move(lock));
}

std::optional<BootTime> next_change(const DeskLock& lock, const RoleSettings& settings, const Now& now) {
  constexpr BootTime kSecond = std::chrono::seconds(1);
  if (settings.pins.empty()) return std::nullopt;
  if (lock.waits_until && *lock.waits_until > now.boot) {
    const BootTime into_second = (*lock.waits_until - now.boot) % kSecond;
    return now.boot + (into_second.count() == 0 ? kSecond : into_second);
  }
  const bool will_lock = settings.lock_after.count() > 0 && (lock.open || !lock.typed.empty());
  if (!will_lock) return std::nullopt;
  return lock.last_touch + settings.lock_after;
}

}  // namespace tertulia
