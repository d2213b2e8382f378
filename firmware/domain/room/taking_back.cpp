// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/taking_back.h"

#include <algorithm>
#include <type_traits>

namespace tertulia {
namespace {

const Register<PublicTimer>& in_force(const RoomState& state, const Register<PublicTimer>&) {
  return state.timer();
}
const Register<Plan>& in_force(const RoomState& state, const Register<Plan>&) { return state.plan(); }
const Register<ShownNow>& in_force(const RoomState& state, const Register<ShownNow>&) {
  return state.shown();
}
const Register<Balance>& in_force(const RoomState& state, const Register<Balance>&) {
  return state.balance();
}
const Register<Verdicts>& in_force(const RoomState& state, const Register<Verdicts>&) {
  return state.verdicts();
}
const Register<NextSession>& in_force(const RoomState& state, const Register<NextSession>&) {
  return state.next();
}
// A share has one place only: nothing stands beside it.
template <class Share>
const Register<Share>& in_force(const RoomState& /*state*/, const Register<Share>& share) {
  return share;
}

}  // namespace

RoomWord holding(const RoomState& state, const RoomWord& word) {
  return std::visit(
      [&](const auto& each) {
        const auto& held_now = in_force(state, each);
        const RoomWord open = held(state, RoomWord{std::decay_t<decltype(each)>{}, {}, false});
        return RoomWord{held_now, {}, open.rank() < held_now.rank};
      },
      word.word);
}

bool can_take_back(const SaidUndo& undo, const RoomStates& rooms, BootTime now) {
  return now < undo.until && std::all_of(undo.words.begin(), undo.words.end(), [&](const SaidBefore& each) {
           const auto state = rooms.find(each.room);
           return state != rooms.end() && holding(state->second, each.before).rank() == each.said;
         });
}

RoomWord say_again(const RoomState& state, const RoomWord& before, const std::string& device) {
  return std::visit(
      [&](const auto& each) {
        return RoomWord{say(in_force(state, each), each.value, device, each.session), {}, before.is_closed};
      },
      before.word);
}

}  // namespace tertulia
