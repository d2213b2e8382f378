// SPDX-License-Identifier: Apache-2.0
// Complementary suppression: how a whole is cut into parts, so that no part is betrayed by the others and
// their sum. Pure.
//
// The parts are made first, by their sizes alone, and each is disclosed by itself; every total is a sum of
// what was said of parts. So a total never says more than its parts do. A part that is too small is not
// hidden beside a total that gives it away: it is taken together with others, the smallest first.
//
// One set of answers is cut in one way for ever. Two ways (by session and by language) can betray an answer
// together although each alone does not: tests/domain/numbers/attacker_test.cpp shows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/numbers/threshold.h"

namespace tertulia::numbers {

// The numbers that somebody may ask for. A session cannot be asked for together with a language or a kind of
// organisation: no value says so.
struct OneSession {
  std::string session;
};
struct WholeVisit {};
enum class Trait { kLanguage, kKindOfOrganisation };
struct WholeVisitBy {  // a whole visit or programme
  Trait trait = Trait::kLanguage;
  std::string value;
};
using Scope = std::variant<OneSession, WholeVisit, WholeVisitBy>;

// How the answers to one form are cut.
enum class Partition { kBySession, kByLanguage, kByKindOfOrganisation };
// Whether the scope can be told from the parts of this partition; else it is refused.
[[nodiscard]] bool is_told_by(const Scope& scope, Partition partition);

// Of `sizes` people each, which parts stand together: the indices of sizes, each exactly once, parts of size
// 0 in none. Every group has at least 2k - 1 people (from so many on something may be said), but the only
// group of a small whole.
[[nodiscard]] std::vector<std::vector<std::size_t>> groups_of(const std::vector<std::uint64_t>& sizes,
                                                              Threshold threshold);

}  // namespace tertulia::numbers
