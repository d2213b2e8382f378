// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/file_kind.h"

#include <algorithm>
#include <vector>

#include "firmware/formats/containers/ods.h"
#include "firmware/formats/containers/ole_file.h"
#include "firmware/formats/text/encoding.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;  // bytes in which a text shows what it is

bool has(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

FileKind kind_of_ole(std::string_view bytes) {
  const std::vector<std::string> streams = ole_streams(bytes);
  const auto is_there = [&](std::string_view name) {
    return std::any_of(streams.begin(), streams.end(),
                       [&](const std::string& each) { return lower_ascii(each) == name; });
  };
  if (is_there("encryptedpackage") || has(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv))
    return FileKind::kLocked;
  if (is_there("workbook") || is_there("book")) return FileKind::kOldWorkbook;
  if (is_there("worddocument") || is_there("powerpoint document")) return FileKind::kDocument;
  return FileKind::kUnknown;
}

FileKind kind_of_zip(std::string_view bytes) {
  if (is_ods(bytes)) return FileKind::kOpenDocument;
  if (has(bytes, "xl/workbook.bin")) return FileKind::kBinaryWorkbook;
  if (has(bytes, "xl/w")) return FileKind::kWorkbook;
  for (const std::string_view part :
       {"word/document", "ppt/presentation", "opendocument.text", "opendocument.presentation"})
    if (has(bytes, part)) return FileKind::kDocument;
  return has(bytes, ".iwa") ? FileKind::kAppleDocument : FileKind::kZip;
}

FileKind kind_of_markup(const std::string& head) {
  if (has(head, "<h:html") || has(head, "http://www.w3.org/2002/xforms")) return FileKind::kXForm;
  for (const std::string_view page : {"<html", "<!doctype html", "<head", "<body", "<table"})
    if (has(head, page)) return FileKind::kWebPage;
  if (has(head, "<office:document") || has(head, "urn:schemas-microsoft-com:office:spreadsheet"))
    return FileKind::kFlatSpreadsheet;
  return FileKind::kXml;
}

FileKind kind_of_text(std::string_view bytes) {
  const std::string text = is_utf16(bytes) ? utf8_from_utf16(bytes.substr(0, kHead))
                                           : std::string(without_bom(bytes).substr(0, kHead));
  const std::string head = lower_ascii(trim(text));
  if (head.starts_with("<")) return kind_of_markup(head);
  if (head.starts_with("version https://git-lfs")) return FileKind::kPointer;
  if (head.starts_with("mime-version:")) return FileKind::kWebPage;  // saved with its pictures
  const bool is_binary = has(text, "\0"sv);
  return is_binary ? FileKind::kUnknown : FileKind::kText;
}

}  // namespace

FileKind kind_of(std::string_view bytes) {
  const std::size_t content = bytes.find_first_not_of(" \t\r\n\0"sv);
  if (content == std::string_view::npos) return FileKind::kEmpty;
  if (is_ole_file(bytes)) return kind_of_ole(bytes);
  if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(bytes);
  if (bytes.starts_with("%PDF-") || bytes.starts_with("{\\rtf")) return FileKind::kDocument;
  for (const std::string_view picture : {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv})
    if (bytes.starts_with(picture)) return FileKind::kPicture;
  return kind_of_text(bytes);
}

std::string cure_of(FileKind kind) {
  switch (kind) {
    case FileKind::kEmpty:
      return "The file is empty; copy it again.";
    case FileKind::kBinaryWorkbook:
      return "This is a binary workbook (.xlsb); save it as .xlsx.";
    case FileKind::kFlatSpreadsheet:
      return "This is a spreadsheet as a single XML file; save it as .xlsx or .ods.";
    case FileKind::kLocked:
      return "The workbook is protected with a password; take the password off and save it again.";
    case FileKind::kXml:
      return "This XML file is neither a spreadsheet nor an ODK XForm; save the table as .xlsx.";
    case FileKind::kWebPage:
      return "This is a web page, whatever its name says, as a log-in page in place of a download; download "
             "the file itself, or open it in a spreadsheet program and save it as .xlsx.";
    case FileKind::kDocument:
      return "This is a document of text or slides and no spreadsheet; copy its table into a spreadsheet and "
             "save that as .xlsx.";
    case FileKind::kAppleDocument:
      return "This is a document of Apple's programs; export it as Excel (.xlsx).";
    case FileKind::kZip:
      return "This ZIP file holds no workbook; unpack it and take the .xlsx file out of it.";
    case FileKind::kPicture:
      return "This is a picture and no spreadsheet.";
    case FileKind::kPointer:
      return "This is only a pointer of Git LFS to the file; fetch the file itself ('git lfs pull').";
    case FileKind::kUnknown:
      return "This is neither a spreadsheet nor text; open it in the program that made it and save it as "
             ".xlsx.";
    default:
      return {};
  }
}

}  // namespace tertulia::formats
