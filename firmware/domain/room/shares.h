// SPDX-License-Identifier: Apache-2.0
// Shares: each device owns a list of its own and is the only one that writes it. The room's list is the
// union. Two versions of one share are united, item by item: what one device knows is never lost by what
// another says, and nothing is counted twice. Items go by a mark.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "firmware/domain/room/register.h"

namespace tertulia {

template <class T>
using Shares = std::map<std::string, Register<T>>;  // by device id

// T has united(one, other), which does not depend on the order.
template <class T>
Merge merge_share(Register<T>& held, const Register<T>& heard) {
  const Register<T> before = held;
  T both = united(held.value, heard.value);
  if (held < heard) held = heard;
  held.value = std::move(both);
  if (held == before) return held == heard ? Merge::kSame : Merge::kOld;
  return Merge::kNews;
}

// What the owner says when it hears its own share with more than it holds: after its store was lost or put
// back, the room remembers what it said before.
template <class T>
[[nodiscard]] Register<T> reunited(const Register<T>& own, const Register<T>& heard) {
  const Register<T>& newer = heard.rank < own.rank ? own : heard;
  const std::string& owner = own.rank.author.empty() ? heard.rank.author : own.rank.author;
  return say(newer, united(own.value, heard.value), owner, newer.session);
}

}  // namespace tertulia
