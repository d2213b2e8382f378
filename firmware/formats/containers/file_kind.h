// SPDX-License-Identifier: Apache-2.0
// Tells what a file is by its bytes: its name may lie. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

enum class FileKind {
  kEmpty,
  kWorkbook,         // .xlsx, .xlsm
  kBinaryWorkbook,   // .xlsb
  kOldWorkbook,      // .xls
  kOpenDocument,     // .ods
  kFlatSpreadsheet,  // .fods, or the XML of Excel 2003
  kLocked,           // protected with a password
  kXForm,            // ODK XForm
  kXml,              // any other
  kWebPage,
  kDocument,       // of a word processor or of slides, old or new; PDF, RTF
  kAppleDocument,  // Numbers, Pages, Keynote
  kZip,            // without anything that is known
  kPicture,
  kPointer,  // a line of Git LFS in place of the file
  kText,     // CSV, maybe
  kUnknown
};

[[nodiscard]] FileKind kind_of(std::string_view bytes);

// What it is and the cure, for somebody who meant it as a table: "This is a web page, ...". Empty for kinds
// that can be read.
[[nodiscard]] std::string cure_of(FileKind kind);

}  // namespace tertulia::formats
