// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xls_records.h"

#include <algorithm>

#include "firmware/formats/containers/bytes_reader.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/encoding.h"

namespace tertulia::formats {
namespace {

constexpr std::uint16_t kContinue = 0x3C;
constexpr unsigned kIsWide = 1;  // two bytes a letter
constexpr unsigned kHasPhonetic = 4;
constexpr unsigned kHasRuns = 8;

// Letters of either width as UTF-16 with its mark.
void append_letters(std::string_view bytes, bool is_wide, std::string& utf16) {
  if (is_wide) {
    utf16 += bytes;
    return;
  }
  for (const char c : bytes) {
    utf16 += c;
    utf16 += '\0';
  }
}

// A position in several bodies, as if they were one.
class Cursor {
 public:
  explicit Cursor(const std::vector<std::string_view>& bodies) : bodies_(bodies) {}

  [[nodiscard]] bool is_at_end() {
    while (body_ < bodies_.size() && at_ >= bodies_[body_].size()) {
      ++body_;
      at_ = 0;
    }
    return body_ >= bodies_.size();
  }
  std::uint32_t number(int bytes) {
    std::uint32_t value = 0;
    for (unsigned shift = 0; bytes > 0; --bytes, shift += 8)
      value |= static_cast<std::uint32_t>(byte()) << shift;
    return value;
  }
  void skip(std::size_t bytes) {
    while (bytes > 0 && !is_at_end()) {
      const std::size_t step = std::min(bytes, bodies_[body_].size() - at_);
      at_ += step;
      bytes -= step;
    }
  }
  // A further body begins with a byte that says the width of the letters that follow.
  std::string letters(std::size_t count, bool is_wide) {
    std::string utf16 = "\xFF\xFE";
    while (count > 0) {
      if (body_ < bodies_.size() && at_ >= bodies_[body_].size()) {
        if (is_at_end()) break;
        is_wide = (byte() & kIsWide) != 0;
      }
      if (is_at_end()) break;
      const std::string_view rest = bodies_[body_].substr(at_);
      const std::size_t width = is_wide ? 2 : 1;
      const std::size_t taken = std::min(count, rest.size() / width);
      if (taken == 0) {  // half a letter at the end of a body: damaged
        at_ = bodies_[body_].size();
        continue;
      }
      append_letters(rest.substr(0, taken * width), is_wide, utf16);
      at_ += taken * width;
      count -= taken;
    }
    return utf8_from_utf16(utf16);
  }

 private:
  std::uint8_t byte() { return is_at_end() ? std::uint8_t{0} : byte_at(bodies_[body_], at_++); }

  const std::vector<std::string_view>& bodies_;
  std::size_t body_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

bool XlsRecords::next(XlsRecord& record) {
  if (position_ > stream_.size() || stream_.size() - position_ < 4) return false;
  const std::size_t size = word_at(stream_, position_ + 2);
  if (stream_.size() - position_ - 4 < size) return false;
  record = {word_at(stream_, position_), stream_.substr(position_ + 4, size)};
  position_ += 4 + size;
  return true;
}

std::vector<std::string_view> XlsRecords::continuations() {
  std::vector<std::string_view> bodies;
  XlsRecord record;
  for (std::size_t before = position_; next(record); before = position_) {
    if (record.type != kContinue) {
      position_ = before;
      break;
    }
    bodies.push_back(record.body);
  }
  return bodies;
}

std::string xls_text(std::string_view bytes, XlsLength length, XlsVersion version) {
  const std::size_t head = length == XlsLength::kByte ? 1 : 2;
  const std::size_t count = length == XlsLength::kByte ? byte_at(bytes, 0) : word_at(bytes, 0);
  if (bytes.size() <= head) return {};
  if (version == XlsVersion::kBiff5) return utf8_from_windows_1252(bytes.substr(head, count));
  const unsigned flags = byte_at(bytes, head);
  const std::size_t start =
      head + 1 + ((flags & kHasRuns) != 0 ? 2 : 0) + ((flags & kHasPhonetic) != 0 ? 4 : 0);
  const bool is_wide = (flags & kIsWide) != 0;
  if (bytes.size() <= start) return {};
  std::string utf16 = "\xFF\xFE";
  append_letters(bytes.substr(start, count * (is_wide ? 2 : 1)), is_wide, utf16);
  return utf8_from_utf16(utf16);
}

SharedStrings xls_shared_strings(const std::vector<std::string_view>& bodies) {
  SharedStrings strings;
  Cursor cursor(bodies);
  cursor.skip(4);
  const std::size_t count = std::min<std::size_t>(cursor.number(4), TableLimits::kMostCells);
  while (strings.size() < count && !cursor.is_at_end()) {
    const std::size_t letters = cursor.number(2);
    const unsigned flags = cursor.number(1);
    const std::size_t runs = (flags & kHasRuns) != 0 ? cursor.number(2) : 0;
    const std::size_t phonetic = (flags & kHasPhonetic) != 0 ? cursor.number(4) : 0;
    strings.add(cursor.letters(letters, (flags & kIsWide) != 0));
    cursor.skip(runs * 4 + phonetic);
  }
  return strings;
}

}  // namespace tertulia::formats
