// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include "firmware/domain/graphemes.h"
#include "ui/text/layout.h"

namespace tertulia::ui {
namespace {

std::size_t line_with(const Layout& layout, std::uint32_t byte) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < layout.lines.size(); ++i)
    if (layout.lines[i].byte_begin <= byte) found = i;
  return found;
}

// A caret inside of a ligature stands in proportion to the bytes before it.
int x_inside(const Cluster& cluster, std::uint32_t byte) {
  const auto passed = static_cast<int>(byte - cluster.byte_begin);
  const auto whole = static_cast<int>(cluster.byte_end - cluster.byte_begin);
  const int way = whole == 0 ? 0 : (cluster.right - cluster.left) * passed / whole;
  return cluster.direction == Direction::kLeftToRight ? cluster.left + way : cluster.right - way;
}

int distance(const Cluster& cluster, int x) {
  if (x < cluster.left) return cluster.left - x;
  return x > cluster.right ? x - cluster.right : 0;
}

// A ligature holds several letters, each with its part of the width.
std::uint32_t byte_inside(const Cluster& cluster, std::string_view text, int x) {
  const int way = cluster.direction == Direction::kLeftToRight ? x - cluster.left : cluster.right - x;
  const int whole = std::max(1, cluster.right - cluster.left);
  const std::string_view letters = text.substr(0, cluster.byte_end);
  std::vector<std::size_t> boundaries{cluster.byte_begin};
  while (boundaries.back() < letters.size()) boundaries.push_back(next_boundary(letters, boundaries.back()));
  const auto count = static_cast<int>(boundaries.size()) - 1;
  const int passed = (std::clamp(way, 0, whole) * count * 2 + whole) / (whole * 2);
  return static_cast<std::uint32_t>(boundaries[static_cast<std::size_t>(passed)]);
}

}  // namespace

std::uint32_t byte_at(const Layout& layout, std::string_view text, Point at) {
  const int last = static_cast<int>(layout.lines.size()) - 1;
  const auto index = static_cast<std::size_t>(std::clamp(at.y / std::max(1, layout.line_height), 0, last));
  const Line& line = layout.lines[index];
  const bool is_last = index + 1 == layout.lines.size();
  const std::size_t end = is_last ? layout.clusters.size() : layout.lines[index + 1].first_cluster;
  const Cluster* nearest = nullptr;
  for (std::size_t i = line.first_cluster; i < end; ++i) {
    const Cluster& cluster = layout.clusters[i];
    if (nearest == nullptr || distance(cluster, at.x) < distance(*nearest, at.x)) nearest = &cluster;
  }
  return nearest == nullptr ? line.byte_begin : byte_inside(*nearest, text, at.x);
}

Caret caret_at(const Layout& layout, std::uint32_t byte) {
  const std::size_t index = line_with(layout, byte);
  const Line& line = layout.lines[index];
  const bool is_last = index + 1 == layout.lines.size();
  const std::size_t end = is_last ? layout.clusters.size() : layout.lines[index + 1].first_cluster;
  const Cluster* before = nullptr;  // the last one that ends at or before the byte
  for (std::size_t i = line.first_cluster; i < end; ++i) {
    const Cluster& cluster = layout.clusters[i];
    if (cluster.byte_begin <= byte && byte < cluster.byte_end)
      return {static_cast<int>(index), x_inside(cluster, byte)};
    if (cluster.byte_end <= byte && (before == nullptr || cluster.byte_end > before->byte_end))
      before = &cluster;
  }
  if (before != nullptr) return {static_cast<int>(index), x_inside(*before, before->byte_end)};
  const bool leftwards = layout.direction == Direction::kRightToLeft;
  return {static_cast<int>(index), leftwards ? line.x + line.width : line.x};
}

}  // namespace tertulia::ui
