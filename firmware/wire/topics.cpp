// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/topics.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tertulia::wire {
namespace {

constexpr std::string_view kRoot = "trt/1/";

std::string branch_topic(const Origin& origin, std::string_view branch) {
  std::string topic(kRoot);
  topic.append(origin.programme).append("/").append(origin.device).append("/").append(branch);
  return topic;
}

// The levels below the root; empty when it is another root, when a level is ill-formed or there are too many.
std::vector<std::string> levels_of(std::string_view topic) {
  constexpr std::size_t kMostLevels = 4;
  std::vector<std::string> levels;
  if (!topic.starts_with(kRoot)) return levels;
  topic.remove_prefix(kRoot.size());
  while (true) {
    const auto slash = topic.find('/');
    const std::string_view level = topic.substr(0, slash);
    if (!is_level(level) || levels.size() == kMostLevels) return {};
    levels.emplace_back(level);
    if (slash == std::string_view::npos) return levels;
    topic.remove_prefix(slash + 1);
  }
}

constexpr std::array<std::string_view, 4> kBranches = {"state", "meta", "ack", "cfg"};
constexpr std::array<std::string_view, 3> kBranchesWithLeaf = {"ev", "cmd", "rsp"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

bool is_level(std::string_view text) {
  return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string event_topic(const Origin& origin, EventKind kind) { return event_topic(origin, to_text(kind)); }
std::string event_topic(const Origin& origin, std::string_view kind) {
  return branch_topic(origin, "ev/" + std::string(kind));
}
std::string state_topic(const Origin& origin) { return branch_topic(origin, "state"); }
std::string meta_topic(const Origin& origin) { return branch_topic(origin, "meta"); }
std::string ack_topic(const Origin& origin) { return branch_topic(origin, "ack"); }

std::string collect_filter(std::string_view share) {
  return "$share/" + std::string(share) + "/" + std::string(kRoot) + "+/+/ev/#";
}

std::optional<DeviceTopic> parse_device_topic(std::string_view topic) {
  const auto levels = levels_of(topic);
  if (levels.size() < 3 || levels[1] == "room" || levels[1] == "all") return std::nullopt;
  const bool has_leaf = levels.size() == 4;
  if (has_leaf ? !contains(kBranchesWithLeaf, levels[2]) : !contains(kBranches, levels[2]))
    return std::nullopt;
  return DeviceTopic{{levels[0], levels[1]}, levels[2], has_leaf ? levels[3] : std::string()};
}

std::string source_of(const Origin& origin) { return "/trt/" + origin.programme + "/" + origin.device; }

std::optional<Origin> parse_source(std::string_view source) {
  constexpr std::string_view kPrefix = "/trt/";
  if (!source.starts_with(kPrefix)) return std::nullopt;
  source.remove_prefix(kPrefix.size());
  const auto slash = source.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const Origin origin{std::string(source.substr(0, slash)), std::string(source.substr(slash + 1))};
  if (!is_level(origin.programme) || !is_level(origin.device)) return std::nullopt;
  return origin;
}

}  // namespace tertulia::wire
