// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/nearest_word.h"

#include <algorithm>
#include <array>
#include <span>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMostWords = 5000;

// The distance of Damerau and Levenshtein, without overlapping exchanges; `most` where it is that or more.
std::size_t distance(std::string_view one, std::string_view other, std::size_t most) {
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= other.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
      const bool is_exchanged = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (is_exchanged) row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most;  // an exchange takes at most one off again
  }
  return rows[one.size() % 3][other.size()];
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string_view>& words) {
  const std::string wanted = lower_ascii(word.substr(0, kLongest));
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string_view candidate : std::span(words).first(std::min(words.size(), kMostWords))) {
    const std::string folded = lower_ascii(candidate.substr(0, kLongest));
    const std::size_t difference =
        std::max(folded.size(), wanted.size()) - std::min(folded.size(), wanted.size());
    if (difference >= least) continue;
    const std::size_t found = distance(wanted, folded, least);
    if (found >= least) continue;
    least = found;
    nearest = candidate;
  }
  return std::string(nearest);
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& words) {
  const std::string nearest = nearest_word(word, words);
  return nearest.empty() ? "" : " Is it " + in_quotes(nearest) + "?";
}

}  // namespace tertulia::formats
