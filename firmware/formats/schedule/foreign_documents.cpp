// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/foreign_documents.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kOfSheet = "save it as .xlsx or .csv";
constexpr std::string_view kOfText = "copy its table into a spreadsheet and save that as .xlsx or .csv";
constexpr std::string_view kOfLocked = "take off its password, or save it as .csv";
constexpr std::string_view kOfEmpty = "copy it again: it is empty";
constexpr std::string_view kOfDamaged = "copy it again, or save it anew as .xlsx or .csv: it is damaged";

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;  // .xls, .doc, .ppt
constexpr std::string_view kEncrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

bool ends_with_one_of(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return name.ends_with(end); });
}

bool has(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

}  // namespace

std::optional<std::string_view> cure_of_document(const SourceFile& source) {
  const std::string_view bytes = source.bytes;
  const std::string name = lower_ascii(source.name);
  if (bytes.empty() && is_named_like_a_table(source.name)) return kOfEmpty;
  const bool is_named_text = ends_with_one_of(name, {".doc", ".docx", ".docm", ".odt", ".rtf", ".ppt",
                                                     ".pptx", ".odp", ".pdf", ".pages", ".htm", ".html"});
  if (bytes.starts_with(kOldOffice)) {
    if (has(bytes, kEncrypted)) return kOfLocked;
    return is_named_text ? kOfText : kOfSheet;
  }
  const bool is_text =
      bytes.starts_with("%PDF-") || bytes.starts_with("{\\rtf") ||
      (bytes.starts_with("PK\x03\x04") && (has(bytes, "word/document") || has(bytes, "ppt/presentation")));
  if (is_text || is_named_text) return kOfText;
  if (ends_with_one_of(name, {".xls", ".xlt", ".xlsb", ".ods", ".fods", ".ots", ".numbers"})) return kOfSheet;
  if (is_named_like_a_table(source.name)) return kOfDamaged;
  return std::nullopt;
}

bool is_named_like_a_table(std::string_view name) {
  return ends_with_one_of(lower_ascii(name), {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"});
}

}  // namespace tertulia::formats
