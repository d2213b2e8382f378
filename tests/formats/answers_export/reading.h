// SPDX-License-Identifier: Apache-2.0
// Reads what an export wrote, with the readers of this project and with libxml2.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "firmware/domain/csv_text.h"
#include "firmware/formats/containers/csv.h"
#include "firmware/formats/containers/table_file.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

using Record = std::map<std::string, std::string>;  // by the header of the column; empty cells are absent

inline std::vector<Record> records_of(const std::vector<Row>& rows) {
  std::vector<Record> records;
  std::map<int, std::string> header;
  for (const Row& row : rows) {
    if (header.empty()) {
      for (const Cell& cell : row.cells) header[cell.column] = cell.text;
      continue;
    }
    Record record;
    for (const Cell& cell : row.cells) record[header.at(cell.column)] = cell.text;
    records.push_back(std::move(record));
  }
  return records;
}

inline std::vector<Record> records_in_csv(const std::string& bytes) {
  std::vector<Row> rows;
  CsvReader reader(without_bom(bytes), ',');
  while (auto row = reader.next()) {
    for (Cell& cell : row->cells) cell.text = without_formula_mark(cell.text);
    rows.push_back(*row);
  }
  EXPECT_EQ(reader.problem, "");
  return records_of(rows);
}

inline std::vector<Record> records_in_sheet(const std::string& bytes, const std::string& sheet) {
  Findings findings;
  const auto book = read_table_file({"a.xlsx", bytes}, TableUse::kAgenda, findings);
  if (!book || !book->find(sheet)) {
    ADD_FAILURE() << "there is no sheet " << sheet;
    return {};
  }
  return records_of(book->find(sheet)->rows);
}

class Xml {
 public:
  explicit Xml(const std::string& bytes)
      : document_(
            xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "a.xml", nullptr, XML_PARSE_NONET),
            xmlFreeDoc) {
    EXPECT_NE(document_, nullptr) << bytes;
  }
  // The text of each node that the expression finds.
  [[nodiscard]] std::vector<std::string> all(const std::string& path) const {
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(
        xmlXPathNewContext(document_.get()), xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()),
        xmlXPathFreeObject);
    std::vector<std::string> texts;
    const xmlNodeSet* nodes = found ? found->nodesetval : nullptr;
    for (int at = 0; nodes && at < nodes->nodeNr; ++at) {
      xmlChar* text = xmlNodeGetContent(nodes->nodeTab[at]);
      texts.emplace_back(reinterpret_cast<const char*>(text));
      xmlFree(text);
    }
    return texts;
  }
  [[nodiscard]] std::string one(const std::string& path) const {
    const auto texts = all(path);
    EXPECT_EQ(texts.size(), 1U) << path;
    return texts.empty() ? "" : texts.front();
  }

 private:
  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
};

// By the id of the submission.
inline std::map<std::string, std::string> submissions_in(const std::string& zip) {
  std::map<std::string, std::string> submissions;
  const auto files = read_zip(zip);
  EXPECT_TRUE(files.ok()) << (files.ok() ? "" : files.error().message);
  if (!files.ok()) return submissions;
  for (const auto& [name, xml] : files.value()) {
    const std::string start = "survey/instances/uuid";
    EXPECT_TRUE(name.starts_with(start)) << name;
    submissions[name.substr(start.size(), 36)] = xml;
  }
  return submissions;
}

}  // namespace tertulia::formats
