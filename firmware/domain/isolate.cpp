// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/isolate.h"

#include <algorithm>
#include <array>

namespace tertulia {
namespace {

constexpr std::string_view kFirstStrongIsolate = "\xE2\x81\xA8";  // U+2068
constexpr std::string_view kPopIsolate = "\xE2\x81\xA9";          // U+2069
constexpr std::array<std::string_view, 3> kOpening = {"\xE2\x81\xA6", "\xE2\x81\xA7", kFirstStrongIsolate};
// Paragraph separators of UAX #9, and what our layout takes for one.
constexpr std::array<std::string_view, 7> kLineEnds = {"\n",       "\r",           "\x0B",        "\x0C",
                                                       "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};

// The one of the list that the text begins with; empty when there is none.
template <std::size_t Count>
std::string_view leading(std::string_view text, const std::array<std::string_view, Count>& list) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [text](std::string_view each) { return text.starts_with(each); });
  return found == list.end() ? std::string_view() : *found;
}

}  // namespace

std::string isolated(std::string_view text) {
  std::string result(kFirstStrongIsolate);
  std::size_t open = 0;
  while (!text.empty()) {
    std::size_t used = 1;
    if (const std::string_view line_end = leading(text, kLineEnds); !line_end.empty()) {
      used = line_end.size();
      result += ' ';
    } else if (text.starts_with(kPopIsolate)) {
      used = kPopIsolate.size();
      if (open > 0) --open, result += kPopIsolate;
    } else {
      if (const std::string_view opening = leading(text, kOpening); !opening.empty())
        ++open, used = opening.size();
      result += text.substr(0, used);
    }
    text.remove_prefix(used);
  }
  for (; open > 0; --open) result += kPopIsolate;
  return result += kPopIsolate;
}

}  // namespace tertulia
