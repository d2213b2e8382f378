// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/workbook_text.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <zip.h>

#include "firmware/domain/utf8.h"
#include "firmware/formats/answers_export/workbook.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kCut = "[cut]";
constexpr std::string_view kEndOfSheet = "</worksheet>";

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "_x0041_"
bool begins_with_escape(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

std::string in_cell(const CodePoint& next, std::string_view from_here) {
  const char32_t c = next.value;
  if (c == '_' && begins_with_escape(from_here)) return "_x005F_";
  if ((c < ' ' && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
    return fmt::format("_x{:04X}_", static_cast<unsigned>(c));
  std::string text;
  append_code_point(text, c);
  return text;
}

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool ends_like_a_sheet(zip_t* archive, zip_uint64_t member) {
  const std::unique_ptr<zip_file_t, CloseMember> file(zip_fopen_index(archive, member, 0));
  if (!file) return false;
  std::string piece(64U << 10U, '\0');
  std::string end;
  zip_int64_t count = 0;
  while ((count = zip_fread(file.get(), piece.data(), piece.size())) > 0) {
    end += std::string_view(piece).substr(0, static_cast<std::size_t>(count));
    end.erase(0, end.size() - std::min(end.size(), kEndOfSheet.size()));
  }
  return count == 0 && end == kEndOfSheet;
}

}  // namespace

std::string workbook_text(std::string_view text) {
  std::string cell;
  std::size_t with_room = 0;  // bytes after which the mark still fits
  std::size_t units = 0;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    const std::string written = in_cell(next, text);
    const bool is_escape = written.size() > 4;
    units += is_escape ? written.size() : next.value > 0xFFFF ? 2 : 1;
    if (units > WorkbookWriter::kLongestCell) return cell.substr(0, with_room).append(kCut);
    cell += written;
    if (units <= WorkbookWriter::kLongestCell - kCut.size()) with_room = cell.size();
    text.remove_prefix(next.bytes);
  }
  return cell;
}

bool is_whole_workbook(const std::filesystem::path& path) {
  const std::unique_ptr<zip_t, CloseZip> archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr));
  if (!archive) return false;
  const auto members = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  for (zip_uint64_t member = 0; member < members; ++member) {
    const std::string_view name = zip_get_name(archive.get(), member, 0);
    if (name.starts_with("xl/worksheets/sheet") && !ends_like_a_sheet(archive.get(), member)) return false;
  }
  return members > 0;
}

}  // namespace tertulia::formats
