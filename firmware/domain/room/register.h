// SPDX-License-Identifier: Apache-2.0
// A register: the newest word that a device of the room has said about one thing. Every device holds a copy,
// and the copies become equal without a server: of two words each device keeps the same one. Values.
//
// Order of words: the higher era, then the higher revision, then said before restored, then the greater
// author. The same rank again is a repeat: the later anchor is kept, so a running time is corrected by it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <utility>

#include "firmware/domain/room/anchor.h"

namespace tertulia {

// Said: somebody pressed. Restored: a device's own guess after its restart; any living word of the same
// revision knows better.
enum class WordKind { kRestored, kSaid };
[[nodiscard]] std::string_view to_text(WordKind kind);
[[nodiscard]] Result<WordKind> word_kind_from(std::string_view text);

// The greatest number that every JSON reader holds exactly (RFC 8259, section 6). A device that misbehaves
// can say it; the word after it begins a new era at revision 1.
inline constexpr std::uint64_t kMostRevision = 9'007'199'254'740'991;

struct Rank {
  std::uint64_t era = 0;
  std::uint64_t revision = 0;  // 0: nobody has said anything
  WordKind kind = WordKind::kSaid;
  std::string author;  // device id

  friend auto operator<=>(const Rank&, const Rank&) = default;
};

// The rank of what `author` says after `rank`. At the end of all eras it stays there: then the greater author
// decides, and every number can still be read.
[[nodiscard]] Rank after(const Rank& rank, std::string author);

template <class T>
struct Register {
  Rank rank;
  std::string session;  // what it belongs to, as T names sessions; empty: to the room
  T value{};

  [[nodiscard]] bool is_empty() const { return rank.era == 0 && rank.revision == 0; }
  friend auto operator<=>(const Register&, const Register&) = default;
};

// What a word that came in means to its receiver.
enum class Merge {
  kOld,     // ours is newer: the sender should hear it
  kSame,    // we had it
  kRepeat,  // the same word with a later anchor
  kNews     // it replaces ours
};

// Values that do not run have no anchor. Those that run have overloads beside them.
template <class T>
[[nodiscard]] BootTime anchor_of(const T&) {
  return {};
}
template <class T>
[[nodiscard]] bool is_running(const T&) {
  return false;
}
template <class T>
[[nodiscard]] T reanchored(const T& value, const Transit&, const Now&) {
  return value;
}

// Both anchored on this device's boot clock. In whatever order words come in, the same one is held at last.
template <class T>
Merge merge(Register<T>& held, Register<T> heard) {
  if (heard.rank < held.rank) return Merge::kOld;
  const bool is_news = heard.rank > held.rank;
  if (!is_news) {
    const BootTime new_anchor = anchor_of(heard.value);
    const BootTime old_anchor = anchor_of(held.value);
    if (new_anchor < old_anchor || (new_anchor == old_anchor && heard <= held)) return Merge::kSame;
  }
  held = std::move(heard);
  return is_news ? Merge::kNews : Merge::kRepeat;
}

// What `author` says now, in place of `held`.
template <class T>
[[nodiscard]] Register<T> say(const Register<T>& held, T value, std::string author, std::string session) {
  return {after(held.rank, std::move(author)), std::move(session), std::move(value)};
}

}  // namespace tertulia
