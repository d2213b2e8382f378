// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/nearest.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <span>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kLong = 7;
constexpr std::size_t kMostWords = 5000;  // a form of 50,000 rows may have as many faults

using Distances = std::array<std::size_t, kLongestWord + 1>;

// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. `most`
// where it is that or more.
std::size_t distance(std::string_view one, std::string_view other, std::size_t most) {
  Distances before_last{};
  Distances last{};
  Distances current{};
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    current[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, replaced});
      const bool is_swap = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (is_swap) current[j] = std::min(current[j], before_last[j - 2] + 1);
      least = std::min(least, current[j]);
    }
    if (least > most) return most;  // a swap takes at most one off again
    before_last = last;
    last = current;
  }
  return last[other.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& known) {
  if (word.size() < kShortestWord || word.size() > kLongestWord) return std::nullopt;
  const std::string folded = lower_ascii(word);
  std::optional<std::string_view> best;
  std::size_t least = word.size() >= kLong ? 3 : 2;
  for (const std::string_view candidate : std::span(known).first(std::min(known.size(), kMostWords))) {
    if (candidate.size() < kShortestWord || candidate.size() > kLongestWord) continue;
    const std::size_t longer = std::max(candidate.size(), folded.size());
    if (longer - std::min(candidate.size(), folded.size()) >= least) continue;
    const std::size_t away = distance(folded, lower_ascii(candidate), least);
    if (away >= least) continue;
    least = away;
    best = candidate;
  }
  return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  const auto meant = nearest(word, known);
  return meant ? " Is it " + in_quotes(*meant) + "?" : std::string();
}

}  // namespace tertulia::formats
