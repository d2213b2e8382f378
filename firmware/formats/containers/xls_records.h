// SPDX-License-Identifier: Apache-2.0
// The records of an .xls stream and the texts in them (MS-XLS 2.1.4 and 2.5.293). Internal to the reader of
// .xls workbooks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/containers/shared_strings.h"

namespace tertulia::formats {

enum class XlsVersion { kBiff5, kBiff8 };

struct XlsRecord {
  std::uint16_t type = 0;
  std::string_view body;
};

// Walks the records of a stream from a position on. The bytes must outlive it.
class XlsRecords {
 public:
  explicit XlsRecords(std::string_view stream, std::size_t position = 0)
      : stream_(stream), position_(position) {}

  // False: the stream ends, or is cut off within a record.
  [[nodiscard]] bool next(XlsRecord& record);
  // The bodies of the records that continue the last one.
  [[nodiscard]] std::vector<std::string_view> continuations();

 private:
  std::string_view stream_;
  std::size_t position_ = 0;
};

// A text with a length of one or two bytes before it, as UTF-8. Those of BIFF5 have one byte a letter and are
// taken as Windows-1252.
enum class XlsLength { kByte, kWord };
[[nodiscard]] std::string xls_text(std::string_view bytes, XlsLength length, XlsVersion version);

// The table of shared texts, which may continue in further records at any place.
[[nodiscard]] SharedStrings xls_shared_strings(const std::vector<std::string_view>& bodies);

}  // namespace tertulia::formats
