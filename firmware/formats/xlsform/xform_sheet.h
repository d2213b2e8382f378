// SPDX-License-Identifier: Apache-2.0
// A sheet of an XLSForm while it is written from an XForm. Its rows are the lines of the XForm. Internal to
// the reader of XForms.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/xlsform/xform_document.h"

namespace tertulia::formats {

class XFormSheet {
 public:
  explicit XFormSheet(std::string name) : name_(std::move(name)) {}

  void begin_row(int line) { rows_.push_back({line, {}}); }
  // A cell of the last row. Empty texts make none.
  void set(const std::string& header, std::string_view text) {
    if (!text.empty()) rows_.back().cells[column(header)] = text;
  }
  // One column for each language.
  void set(const std::string& role, const std::vector<XFormTexts::Text>& texts) {
    for (const auto& [language, text] : texts) {
      std::string header = role;
      if (!language.empty()) header.append("::").append(language);
      set(header, text);
    }
  }
  // The same where no language has a text yet in the last row.
  void set_absent(const std::string& role, const std::vector<XFormTexts::Text>& texts) {
    for (const auto& [header, index] : columns_)
      if (header.starts_with(role) && rows_.back().cells.contains(index)) return;
    set(role, texts);
  }
  [[nodiscard]] Sheet finished() const;

 private:
  struct Line {
    int number;
    std::map<int, std::string> cells;
  };
  int column(const std::string& header) {
    return columns_.try_emplace(header, static_cast<int>(columns_.size())).first->second;
  }

  std::string name_;
  std::map<std::string, int> columns_;  // by header
  std::vector<Line> rows_;
};

}  // namespace tertulia::formats
