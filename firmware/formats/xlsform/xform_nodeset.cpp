// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_nodeset.h"

#include <algorithm>
#include <cstddef>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// What stands behind `call` up to its closing bracket, which `text` loses with it; all when it does not
// close.
std::string_view take_call(std::string_view& text, std::string_view call) {
  const std::size_t end = find_outside(text, ")", call.size());
  const std::string_view inside = text.substr(call.size(), end - call.size());
  text.remove_prefix(std::min(end + 1, text.size()));
  return trim(inside);
}

void add_condition(std::string_view more, std::string& all) {
  if (all.empty())
    all = more;
  else
    all.insert(0, "(").append(") and (").append(more).append(")");
}

}  // namespace

std::size_t find_outside(std::string_view text, std::string_view wanted, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (depth == 0 && wanted.find(c) != std::string_view::npos) return at;
    if (c == '\'' || c == '"') at = std::min(text.find(c, at + 1), text.size());
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
  }
  return text.size();
}

Nodeset nodeset_in(std::string_view text) {
  constexpr std::string_view kRandomize = "randomize(";
  constexpr std::string_view kInstance = "instance(";
  Nodeset nodeset;
  text = trim(text);
  nodeset.is_randomized = text.starts_with(kRandomize);
  if (nodeset.is_randomized) {
    const std::string_view inside = take_call(text, kRandomize);
    const std::size_t comma = find_outside(inside, ",");
    if (comma < inside.size()) nodeset.seed = trim(inside.substr(comma + 1));
    text = trim(inside.substr(0, comma));
  }
  if (text.starts_with(kInstance)) {
    const std::string_view id = take_call(text, kInstance);
    if (id.size() > 2) nodeset.instance = id.substr(1, id.size() - 2);  // without its quotes
  }
  while (!text.empty()) {
    const std::size_t open = find_outside(text, "[");
    const std::string_view steps = text.substr(0, open);
    if (!nodeset.condition.empty() && steps.find('/') != std::string_view::npos) {
      nodeset.has_lost_some = true;
      nodeset.condition.clear();
    }
    for (const char c : steps)
      if (c != ' ') nodeset.path += c;
    const std::size_t close = find_outside(text, "]", std::min(open + 1, text.size()));
    if (open < close) add_condition(trim(text.substr(open + 1, close - open - 1)), nodeset.condition);
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  if (nodeset.path.empty()) nodeset.path = "/*/*";
  return nodeset;
}

}  // namespace tertulia::formats
