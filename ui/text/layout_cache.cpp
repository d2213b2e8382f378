// SPDX-License-Identifier: Apache-2.0
#include "ui/text/layout_cache.h"

#include <algorithm>

namespace tertulia::ui {
namespace {

constexpr int kNotFitted = -1;

std::size_t hash_of(const Paragraph& paragraph, int height) {
  return ui::hash_of(paragraph) * 31 + static_cast<std::size_t>(height + 1);
}

}  // namespace

LayoutCache::LayoutCache(Fonts& fonts, std::size_t max_entries)
    : fonts_(fonts), max_entries_(std::max<std::size_t>(1, max_entries)) {}

const Layout& LayoutCache::lay_out(const Paragraph& paragraph) {
  const Layout* found = find(paragraph, kNotFitted, hash_of(paragraph, kNotFitted));
  return found != nullptr ? *found : keep(paragraph, kNotFitted, ui::lay_out(fonts_, paragraph));
}

const Layout& LayoutCache::fit(const Paragraph& paragraph, int height) {
  height = std::max(0, height);
  const Layout* found = find(paragraph, height, hash_of(paragraph, height));
  return found != nullptr ? *found : keep(paragraph, height, ui::fit(fonts_, paragraph, height));
}

void LayoutCache::clear() {
  by_hash_.clear();
  entries_.clear();  // each entry wipes its text, each layout its glyphs
}

const Layout* LayoutCache::find(const Paragraph& paragraph, int height, std::size_t hash) {
  const auto [begin, end] = by_hash_.equal_range(hash);
  for (auto at = begin; at != end; ++at) {
    const Entries::iterator entry = at->second;
    if (entry->height != height || !(entry->paragraph == paragraph)) continue;
    entries_.splice(entries_.begin(), entries_, entry);
    return &entry->layout;
  }
  return nullptr;
}

const Layout& LayoutCache::keep(const Paragraph& paragraph, int height, Layout layout) {
  if (entries_.size() >= max_entries_) drop_oldest();
  entries_.emplace_front(paragraph, height, std::move(layout));
  by_hash_.emplace(hash_of(paragraph, height), entries_.begin());
  return entries_.front().layout;
}

void LayoutCache::drop_oldest() {
  const Entries::iterator oldest = std::prev(entries_.end());
  const auto [begin, end] = by_hash_.equal_range(hash_of(oldest->paragraph, oldest->height));
  by_hash_.erase(std::find_if(begin, end, [&](const auto& each) { return each.second == oldest; }));
  entries_.pop_back();
}

}  // namespace tertulia::ui
