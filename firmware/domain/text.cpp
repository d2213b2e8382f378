// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/text.h"

#include <algorithm>
#include <array>

namespace tertulia {
namespace {

const std::string kNoText;

// Primary subtags (ISO 639) of the living languages that are written from right to left.
constexpr std::array<std::string_view, 13> kRightToLeft = {"ar", "ckb", "dv",  "fa", "he", "iw", "prs",
                                                           "ps", "sd",  "syr", "ug", "ur", "yi"};

auto find_language(auto& texts, std::string_view language) {
  return std::find_if(texts.begin(), texts.end(), [&](const auto& entry) { return entry.first == language; });
}

}  // namespace

bool is_right_to_left(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return std::find(kRightToLeft.begin(), kRightToLeft.end(), primary) != kRightToLeft.end();
}

void LocalizedText::set(std::string_view language, std::string_view text) {
  const auto found = find_language(texts_, language);
  if (text.empty()) {
    if (found != texts_.end()) texts_.erase(found);
  } else if (found != texts_.end()) {
    found->second = text;
  } else {
    texts_.emplace_back(language, text);
  }
}

const std::string& LocalizedText::in(std::string_view chosen, std::string_view fallback) const {
  for (const std::string_view language : {chosen, fallback})
    if (const auto found = find_language(texts_, language); found != texts_.end()) return found->second;
  return texts_.empty() ? kNoText : texts_.front().second;
}

bool LocalizedText::has(std::string_view language) const {
  return find_language(texts_, language) != texts_.end();
}

}  // namespace tertulia
