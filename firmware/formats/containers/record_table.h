// SPDX-License-Identifier: Apache-2.0
// Records of named texts, as lists in XML and JSON have them, become a table: one column for each name.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

class RecordTable {
 public:
  // `records` is what the file calls them, for findings: "items". Both must outlive it.
  RecordTable(const std::string& file, std::string records, Findings& findings)
      : file_(file), records_(std::move(records)), findings_(findings) {}

  // A record that begins on that line. False after a finding: the table is full, and the rest is not read.
  [[nodiscard]] bool begin(int line);
  // A text of the last record. Of two with one name the first counts; an empty one is none. More than 32 MiB
  // of text are a finding: this record and the rest are not read.
  void set(const std::string& name, std::string_view text);
  // Takes the last record out again: its end is missing.
  void drop_last();

  // Its first row, of number 0, has the names in the order in which they came. Other rows have the numbers of
  // their lines. Records without any text are left out, after one finding. No row at all: there is nothing.
  [[nodiscard]] Sheet finished();

 private:
  void say_what_is_empty();

  const std::string& file_;
  std::string records_;
  Findings& findings_;
  std::map<std::string, int, std::less<>> columns_;  // by name
  std::vector<Row> rows_;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
  bool is_full_ = false;  // of bytes, which has been said
  bool has_said_columns_ = false;
};

}  // namespace tertulia::formats
