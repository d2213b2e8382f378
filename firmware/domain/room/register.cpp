// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/register.h"

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<WordKind, 2> kWordKinds = {{{WordKind::kRestored, "restored"}, {WordKind::kSaid, "said"}}};

}  // namespace

std::string_view to_text(WordKind kind) { return name_of(kWordKinds, kind); }
Result<WordKind> word_kind_from(std::string_view text) { return value_of(kWordKinds, text, "kind of word"); }

Rank after(const Rank& rank, std::string author) {
  if (rank.revision < kMostRevision) return {rank.era, rank.revision + 1, WordKind::kSaid, std::move(author)};
  if (rank.era < kMostRevision) return {rank.era + 1, 1, WordKind::kSaid, std::move(author)};
  return {kMostRevision, kMostRevision, WordKind::kSaid, std::move(author)};
}

}  // namespace tertulia
