// SPDX-License-Identifier: Apache-2.0
// Layouts of the paragraphs that were on the glass lately, least recently used first out. Owned by the screen
// code, main thread only; the fonts must outlive it. clear() is the privacy reset after each respondent.
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

  // Null when it is not there; else the entry is the most recent one now.
  [[nodiscard]] const Layout* find(const Paragraph& paragraph, int height, std::size_t hash);
  const Layout& keep(const Paragraph& paragraph, int height, Layout layout);
  void drop_oldest();

  Fonts& fonts_;
  std::size_t max_entries_;
  Entries entries_;
  std::unordered_multimap<std::size_t, Entries::iterator> by_hash_;
};

}  // namespace tertulia::ui
