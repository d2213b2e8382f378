// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/ole_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "firmware/formats/containers/bytes_reader.h"
#include "firmware/formats/text/encoding.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::uint32_t kLastRegular = 0xFFFFFFFA;  // larger numbers of sectors mean ends and free ones
constexpr std::size_t kEntry = 128;                 // bytes of an entry of the directory
constexpr std::size_t kMostEntries = 10'000;

struct DirectoryEntry {
  std::string name;
  int type = 0;  // 2 a stream, 5 the root
  std::uint32_t start = 0;
  std::uint32_t size = 0;
};

// Chains of sectors within the bytes. No chain is longer than the file has sectors, so none is endless.
class OleReader {
 public:
  // None: it is no compound file.
  static std::optional<OleReader> open(std::string_view bytes) {
    const unsigned shift = word_at(bytes, 0x1E);
    if (!is_ole_file(bytes) || (shift != 9 && shift != 12) || word_at(bytes, 0x20) != 6) return std::nullopt;
    OleReader reader(bytes, shift);
    reader.read_fat();
    reader.mini_fat_ = numbers_in(reader.chain(long_at(bytes, 0x3C), SIZE_MAX));
    reader.read_directory();
    return reader;
  }

  [[nodiscard]] const std::vector<DirectoryEntry>& entries() const { return entries_; }

  // As much of it as is there.
  [[nodiscard]] std::string stream(const DirectoryEntry& entry) const {
    const bool is_mini = entry.size < long_at(bytes_, 0x38) && entry.type != 5;
    return is_mini ? mini_chain(entry.start, entry.size) : chain(entry.start, entry.size);
  }

 private:
  OleReader(std::string_view bytes, unsigned shift)
      : bytes_(bytes), shift_(shift), sectors_((bytes.size() >> shift) + 1) {}

  std::string_view sector(std::uint32_t number) const {
    const std::size_t start = (static_cast<std::size_t>(number) + 1) << shift_;
    return start < bytes_.size() ? bytes_.substr(start, std::size_t{1} << shift_) : std::string_view();
  }

  static std::vector<std::uint32_t> numbers_in(std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) numbers.push_back(long_at(bytes, at));
    return numbers;
  }

  void append_fat(std::uint32_t number) {
    if (number > kLastRegular || fat_.size() > sectors_) return;
    const auto numbers = numbers_in(sector(number));
    fat_.insert(fat_.end(), numbers.begin(), numbers.end());
  }

  // The first 109 sectors of the table stand in the header, the others in a chain of their own.
  void read_fat() {
    for (std::size_t at = 0; at < 109; ++at) append_fat(long_at(bytes_, 0x4C + 4 * at));
    std::uint32_t number = long_at(bytes_, 0x44);
    for (std::size_t count = 0; number <= kLastRegular && count < sectors_; ++count) {
      const auto numbers = numbers_in(sector(number));
      if (numbers.empty()) return;
      for (std::size_t at = 0; at + 1 < numbers.size(); ++at) append_fat(numbers[at]);
      number = numbers.back();
    }
  }

  std::string chain(std::uint32_t number, std::size_t size) const {
    std::string content;
    for (std::size_t count = 0; count < sectors_ && content.size() < size; ++count) {
      if (number > kLastRegular || number >= fat_.size()) break;
      content += sector(number);
      number = fat_[number];
    }
    content.resize(std::min(content.size(), size));
    return content;
  }

  // Small streams share the stream of the root, in pieces of 64 bytes.
  std::string mini_chain(std::uint32_t number, std::size_t size) const {
    constexpr std::size_t kMini = 64;
    std::string content;
    for (std::size_t count = 0; count < mini_fat_.size() && content.size() < size; ++count) {
      const std::size_t start = static_cast<std::size_t>(number) * kMini;
      if (number >= mini_fat_.size() || start >= mini_.size()) break;
      content += std::string_view(mini_).substr(start, kMini);
      number = mini_fat_[number];
    }
    content.resize(std::min(content.size(), size));
    return content;
  }

  void read_directory() {
    const std::string directory = chain(long_at(bytes_, 0x30), kMostEntries * kEntry);
    for (std::size_t at = 0; at + kEntry <= directory.size(); at += kEntry) {
      const std::string_view entry = std::string_view(directory).substr(at, kEntry);
      const std::size_t letters = std::min<std::size_t>(word_at(entry, 64), 64);
      if (letters < 2) continue;
      std::string name = "\xFF\xFE";
      name += entry.substr(0, letters - 2);
      entries_.push_back(
          {utf8_from_utf16(name), byte_at(entry, 66), long_at(entry, 116), long_at(entry, 120)});
    }
    for (const DirectoryEntry& entry : entries_)
      if (entry.type == 5) mini_ = chain(entry.start, entry.size);
  }

  std::string_view bytes_;
  unsigned shift_;
  std::size_t sectors_;
  std::vector<std::uint32_t> fat_;
  std::vector<std::uint32_t> mini_fat_;
  std::string mini_;
  std::vector<DirectoryEntry> entries_;
};

}  // namespace

bool is_ole_file(std::string_view bytes) { return bytes.starts_with(kMagic); }

std::vector<std::string> ole_streams(std::string_view bytes) {
  std::vector<std::string> names;
  if (const auto file = OleReader::open(bytes))
    for (const DirectoryEntry& entry : file->entries())
      if (entry.type == 2) names.push_back(entry.name);
  return names;
}

Result<std::string> read_ole_stream(std::string_view bytes, std::string_view name) {
  const auto file = OleReader::open(bytes);
  if (!file) return Error{"The file is damaged or cut off; copy it again."};
  for (const DirectoryEntry& entry : file->entries())
    if (entry.type == 2 && lower_ascii(entry.name) == lower_ascii(name)) return file->stream(entry);
  return Error{"The file has no part " + in_quotes(name) + "; it may be damaged. Copy it again."};
}

}  // namespace tertulia::formats
