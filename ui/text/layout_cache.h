// SPDX-License-Identifier: Apache-2.0
// Caches the layouts of paragraphs that were shown lately; the least recently used one goes first. Main
// thread only; the fonts must outlive it. clear() is called after each respondent, for privacy.
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>

#include "ui/text/layout.h"

namespace tertulia::ui {

class LayoutCache {
 public:
  explicit LayoutCache(Fonts& fonts, std::size_t max_entries = 256);

  // Both are valid until the next call.
  [[nodiscard]] const Layout& lay_out(const Paragraph& paragraph);
  [[nodiscard]] const Layout& fit(const Paragraph& paragraph, int height);

  // Forgets everything and overwrites the memory of texts and glyphs.
  void clear();
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Paragraph paragraph;
    int height;  // -1: not fitted
    Layout layout;

    Entry(const Paragraph& key, int key_height, Layout value)
        : paragraph(key), height(key_height), layout(std::move(value)) {}
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    ~Entry() { wipe(paragraph.text); }
  };
  using Entries = std::list<Entry>;  // most recently used first

  // Null when there is no such entry; else the entry is now the most recent one.
  [[nodiscard]] const Layout* find(const Paragraph& paragraph, int height, std::size_t hash);
  const Layout& keep(const Paragraph& paragraph, int height, Layout layout);
  void drop_oldest();

  Fonts& fonts_;
  std::size_t max_entries_;
  Entries entries_;
  std::unordered_multimap<std::size_t, Entries::iterator> by_hash_;
};

}  // namespace tertulia::ui
