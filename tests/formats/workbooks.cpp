// SPDX-License-Identifier: Apache-2.0
#include "tests/formats/workbooks.h"

#include <memory>

#include <gtest/gtest.h>
#include <zip.h>

namespace tertulia::formats {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

std::string bytes_of(zip_source_t* source) {
  std::string bytes;
  zip_stat_t stat;
  if (zip_source_open(source) != 0 || zip_source_stat(source, &stat) != 0) return bytes;
  bytes.resize(stat.size);
  EXPECT_EQ(zip_source_read(source, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string zipped(const std::map<std::string, std::string>& members, Packing packing) {
  const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  zip_source_keep(target.get());  // the archive takes one reference with it when it closes
  zip_t* archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr);
  EXPECT_NE(archive, nullptr);
  for (const auto& [name, content] : members) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    EXPECT_GE(index, 0) << name;
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                             packing == Packing::kStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  return bytes_of(target.get());
}

std::map<std::string, std::string> workbook_parts(const std::string& sheet_data) {
  const std::string head = kHead;
  return {
      {"[Content_Types].xml",
       head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels",
       head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              "<Relationship Id=\"rId1\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
              "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
              "<sheet name=\"survey\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
              "<Relationship Id=\"rId2\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml",
       head + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" +
           sheet_data + "</sheetData></worksheet>"}};
}

std::string shared_strings_part(const std::string& strings) {
  return std::string(kHead) + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
         strings + "</sst>";
}

}  // namespace tertulia::formats
