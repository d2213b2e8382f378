// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/rooms/room_relay.h"

#include <algorithm>
#include <functional>
#include <type_traits>
#include <utility>

#include "firmware/app/rooms/room_lists.h"

namespace tertulia {
namespace {

using std::chrono::duration_cast;

constexpr BootTime kSoon = std::chrono::milliseconds(200);
constexpr BootTime kSecond = std::chrono::seconds(1);
// Of a word of which only the broker's whole seconds are known.
constexpr Milliseconds kDoubtOfSeconds{1000};
// A repeat that may be so much worse than what is held is left alone.
constexpr Milliseconds kWorse{100};

bool is_same_value(const RoomWord& one, const RoomWord& other) {
  return std::visit(
      [&](const auto& each) {
        return std::get<std::decay_t<decltype(each)>>(other.word).value == each.value;
      },
      one.word);
}

// As it is said and stored: without what a display still has to put right.
RoomWord put_right(const RoomWord& word) {
  RoomWord right = word;
  if (auto* timer = std::get_if<Register<PublicTimer>>(&right.word))
    timer->value = PublicTimer::received(tertulia::put_right(timer->value.timer()));
  return right;
}

// With the anchor of what runs at `now`: after a power cut the gap counts from there.
RoomWord as_stored(const RoomWord& word, const Now& now) {
  RoomWord stored = reanchored(put_right(word), {now.boot, Milliseconds(0)}, now);
  if (auto* timer = std::get_if<Register<PublicTimer>>(&stored.word))
    timer->value = PublicTimer::received(anchored(timer->value.timer(), now));
  return stored;
}

}  // namespace

RoomRelay::RoomRelay(std::string device, int screens, BootTime now)
    : device_(std::move(device)),
      screens_(screens),
      started_(now),
      stagger_(std::chrono::milliseconds(300 + std::hash<std::string>()(device_) % 1000)) {}

void RoomRelay::show_at_desk(std::string pack, BootTime now) {
  desk_pack_ = std::move(pack);
  here_at_ = std::min(here_at_, now);
}

void RoomRelay::connected(BootTime now) {
  settled_ = now + kSettle;
  here_at_ = *settled_;
  // What the broker does not have is its author's to say; others wait whether it does.
  for (auto& [name, place] : places_) place.say_at = *settled_ + (place.is_own ? BootTime{} : stagger_);
}

void RoomRelay::lost() {
  settled_.reset();
  for (auto& [name, place] : places_) place.at_broker = {};
}

bool RoomRelay::is_own(const RoomWord& word) const { return word.rank().author == device_; }

void RoomRelay::schedule(Place& place, const RoomWord& word, BootTime now) const {
  place.is_own = is_own(word);
  place.say_at.reset();
  if (place.at_broker < word.rank())
    place.say_at = std::max(now, settled_.value_or(now)) + (is_own(word) ? BootTime{} : stagger_);
  place.repeat_at.reset();
  const BootTime own_pause = place.for_newcomer > 0 ? kSecond : kRepeat;
  if (word.is_running()) place.repeat_at = now + (is_own(word) ? own_pause : kTakeOver + stagger_);
  if (!word.is_running())
    place.store_at.reset();
  else if (!place.store_at)
    place.store_at = now + kStore;
}

RoomActions RoomRelay::said(RoomState& state, const RoomWord& word, const Now& now) {
  RoomActions actions;
  RoomWord fitting = word;
  // What no message takes, no row does: it would be lost at the next start.
  if (!fit(fitting, state, actions.complaints)) {
    actions.is_refused = true;
    return actions;
  }
  merge(state, fitting);
  if (!is_same_value(fitting, word)) put(state, fitting);  // merged alone, what has left it would come back
  actions.store.push_back(fitting);
  Place& place = places_[wire::place_of(word)];
  place.doubt = Milliseconds(0);
  place.store_at.reset();
  schedule(place, fitting, now.boot);
  return actions;
}

RoomWord RoomRelay::on_own_clock(const Heard& heard, const Now& now) const {
  auto sent = offsets_.own_time(heard.sent.boot_id, heard.sent.at);
  // Without a sample of that clock: as the broker counts, in whole seconds.
  if (!sent) sent = heard.received - heard.at_broker.value_or(Milliseconds(0)) - heard.sent.half - heard.half;
  return reanchored(heard.word, {heard.sent.at, duration_cast<Milliseconds>(now.boot - *sent)}, now);
}

RoomActions RoomRelay::heard(RoomState& state, const Heard& heard, const Now& now) {
  RoomActions actions;
  if (heard.word.device != device_ && is_one_too_many(state, heard.word)) {
    // Said once: a room with so many devices has other worries.
    if (!std::exchange(has_left_out_, true))
      actions.complaints.push_back(too_many_devices(heard.word.device));
    return actions;
  }
  if (!heard.at_broker)
    offsets_.sample(heard.sent.boot_id, heard.sent.at, heard.received, heard.sent.half + heard.half);
  if (heard.sent.boot_id != now.boot_id) heard_others_ = now.boot;
  const bool is_located = offsets_.own_time(heard.sent.boot_id, heard.sent.at).has_value();
  const Milliseconds doubt =
      heard.sent.doubt + heard.sent.half + heard.half + (is_located ? Milliseconds(0) : kDoubtOfSeconds);
  const std::string name = wire::place_of(heard.word);
  Place& place = places_[name];
  const RoomWord before = held(state, heard.word);
  // What we have said since is on its way to the broker: an echo of what we said before is no news of it.
  const bool is_echo = !heard.at_broker && is_own(heard.word) && heard.word.rank() < place.at_broker;
  if (!is_echo) place.at_broker = heard.word.rank();
  const RoomWord word = on_own_clock(heard, now);
  const bool is_owner = word.device == device_;
  const bool was_empty = before.rank().revision == 0 && before.rank().era == 0;

  if (is_owner && !was_empty) {
    // Of what others still hold, what has left this list for want of room does not come back.
    const RoomWord both = reunited(before, word);
    const auto ours = is_same_value(both, before) ? std::optional(before) : fitted(both, state);
    if (!ours) return actions;  // nobody would read it: ours stays as it is
    if (!is_same_value(*ours, before)) return said(state, *ours, now);
  }
  if (word.rank() == before.rank() && word.is_running()) {
    // What this device has said itself it knows best; what it got back after a restart others may know
    // better.
    const bool is_better = is_own(word) ? doubt < place.doubt : doubt <= place.doubt + kWorse;
    if (is_better) {
      merge(state, word);
      take_repeat(state, before, place, doubt, now);
    }
    schedule(place, before, now.boot);
    return actions;
  }
  const Merge merged = merge(state, word);
  if (merged == Merge::kNews) {
    place.store_at.reset();
    actions.store.push_back(word.is_running() ? as_stored(word, now) : word);
    const bool was_guess = before.rank().kind == WordKind::kRestored &&
                           before.rank().revision == word.rank().revision &&
                           before.rank().era == word.rank().era;
    if (was_guess) take_repeat(state, before, place, doubt, now);
    place.doubt = doubt;
  }
  // Of another's list this device knows more than the broker: its owner hears of it and unites both. No list
  // grows without end by what its owner has forgotten.
  if (!word.device.empty() && !is_owner) {
    const RoomWord known = held(state, word);
    const auto ours = is_same_value(known, word) ? std::optional(known) : fitted(known, state);
    if (ours && !is_same_value(*ours, known)) put(state, *ours);
    if (ours && !is_same_value(*ours, word)) place.at_broker = {};
  }
  schedule(place, held(state, word), now.boot);
  if (merged == Merge::kOld && place.say_at) *place.say_at += kSoon;
  return actions;
}

// A display puts its countdown right without letting it run backwards.
void RoomRelay::take_repeat(RoomState& state, const RoomWord& before, Place& place, Milliseconds doubt,
                            const Now& now) {
  place.doubt = doubt;
  const auto* old = std::get_if<Register<PublicTimer>>(&before.word);
  if (!old) return;
  Register<PublicTimer>& timer = before.is_closed ? state.closed.timer : state.open.timer;
  timer.value = PublicTimer::received(slewed(old->value.timer(), timer.value.timer(), now));
}

void RoomRelay::heard(const HeardHere& heard) {
  if (heard.device == device_) return;
  offsets_.sample(heard.here.sent.boot_id, heard.here.sent.at, heard.received,
                  heard.here.sent.half + heard.half);
  heard_others_ = heard.received;
  const auto known = others_.find(heard.device);
  const bool has_come = known == others_.end() || heard.received - known->second.received > kSilence ||
                        known->second.here.sent.boot_id != heard.here.sent.boot_id;
  if (known == others_.end() && others_.size() >= kMostDevices) {
    std::erase_if(others_,
                  [&](const auto& each) { return heard.received - each.second.received > kSilence; });
    if (others_.size() >= kMostDevices) return;
  }
  others_[heard.device] = heard;
  if (!has_come || !is_settled(heard.received)) return;
  // It has only what the broker kept: what runs is repeated soon, by its author first.
  for (auto& [name, place] : places_) {
    const BootTime soon = heard.received + kSoon + (place.is_own ? BootTime{} : kSecond + stagger_);
    if (!place.repeat_at) continue;
    place.repeat_at = std::min(*place.repeat_at, soon);
    place.for_newcomer = kForNewcomer;
  }
}

RoomActions RoomRelay::due(const RoomState& state, const Now& now) {
  RoomActions actions;
  // Asked in every turn of the loop: the words of a room are copied only when one of them has to go out.
  if (const auto next = next_due(now.boot); !next || *next > now.boot) return actions;
  has_looked_ = true;
  for (const RoomWord& word : words_of(state)) {
    const std::string name = wire::place_of(word);
    const bool is_new = !places_.contains(name);
    Place& place = places_[name];
    if (is_new) schedule(place, word, now.boot);  // as it was stored before this start
    if (place.store_at && *place.store_at <= now.boot) {
      place.store_at = now.boot + kStore;
      actions.store.push_back(as_stored(word, now));
    }
    if (!is_settled(now.boot)) continue;
    const auto is_due = [&](const std::optional<BootTime>& at) { return at && *at <= now.boot; };
    const bool is_missing = is_due(place.say_at) && place.at_broker < word.rank();
    if (is_missing || is_due(place.repeat_at)) {
      // What several devices have heard of one list may together be more than a reader takes.
      if (auto right = fitted(put_right(word), state)) {
        actions.say.push_back({std::move(*right), place.doubt});
        place.at_broker = word.rank();
        if (place.for_newcomer > 0) --place.for_newcomer;
        schedule(place, word, now.boot);
      } else {  // looked at again later, and not in every turn
        place.say_at = now.boot + kRepeat;
        place.repeat_at.reset();
      }
    } else if (is_due(place.say_at)) {
      place.say_at.reset();
    }
  }
  if (is_settled(now.boot) && here_at_ <= now.boot) {
    here_at_ = now.boot + kRepeat;
    wire::Here here;
    here.step = step(state, now.boot);
    here.timer = state.timer().rank;
    here.screens = static_cast<std::uint64_t>(screens_);
    here.desk_pack = desk_pack_;
    actions.here = here;
  }
  return actions;
}

std::optional<BootTime> RoomRelay::next_due(BootTime now) const {
  if (!has_looked_) return now;
  std::optional<BootTime> next;
  const auto note = [&](std::optional<BootTime> at) {
    if (at && (!next || *at < *next)) next = at;
  };
  for (const auto& [name, place] : places_) {
    note(place.store_at);
    if (!settled_) continue;
    if (place.say_at) note(std::max(*place.say_at, *settled_));
    if (place.repeat_at) note(std::max(*place.repeat_at, *settled_));
  }
  if (settled_) note(std::max(here_at_, *settled_));
  return next;
}

bool RoomRelay::leads(const RoomState& state, BootTime now) const {
  const Rank& rank = state.timer().rank;
  if (rank.author != device_) return false;
  if (rank.kind == WordKind::kSaid) return true;
  return is_settled(now) || (!settled_ && now - started_ >= kPatience);
}

wire::Step RoomRelay::step(const RoomState& state, BootTime now) const {
  const bool is_alone = !heard_others_ || now - *heard_others_ > kSilence;
  const Timer& timer = state.timer().value.timer();
  const bool counts = timer.phase != TimerPhase::kIdle && timer.phase != TimerPhase::kFinished;
  if (is_alone && counts && now - started_ > kSilence) return wire::Step::kAlone;
  return counts ? wire::Step::kInStep : wire::Step::kOwnPlan;
}

int RoomRelay::screens_in_step(const RoomState& state, BootTime now) const {
  int count = 0;
  for (const auto& [device, other] : others_)
    if (now - other.received <= kSilence && other.here.timer == state.timer().rank)
      count += static_cast<int>(other.here.screens);
  return count;
}

std::set<std::string> RoomRelay::desk_packs(BootTime now) const {
  std::set<std::string> packs;
  for (const auto& [device, other] : others_)
    if (now - other.received <= kSilence && !other.here.desk_pack.empty()) packs.insert(other.here.desk_pack);
  return packs;
}

}  // namespace tertulia
