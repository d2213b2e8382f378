// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/wal_damage.h"

#include <cstdint>
#include <cstring>
#include <string_view>

#include <endian.h>

#include "firmware/files/read_file.h"

namespace tertulia::sqlite {
namespace {

// The file format of SQLite, section 4, "The Write-Ahead Log".
constexpr std::size_t kHeader = 32;
constexpr std::size_t kFrameHeader = 24;
constexpr std::size_t kWalPage = 4096;
constexpr std::uint32_t kMagic = 0x377f0682;     // and one more, when checksums are of big-endian words
constexpr std::size_t kSalts = 8;                // bytes
constexpr std::size_t kMostBytes = 256U << 20U;  // of a WAL that is judged; as a rule it has 4 MiB
constexpr std::size_t kSector = 512;             // the least that a disk writes at once

std::uint32_t word(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::uint32_t big(std::string_view bytes, std::size_t at) { return be32toh(word(bytes, at)); }

class Checksum {
 public:
  explicit Checksum(bool big_endian) : big_endian_(big_endian) {}
  void add(std::string_view bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      first_ += native(word(bytes, at)) + second_;
      second_ += native(word(bytes, at + 4)) + first_;
    }
  }
  [[nodiscard]] bool is(std::string_view bytes, std::size_t at) const {
    return big(bytes, at) == first_ && big(bytes, at + 4) == second_;
  }

 private:
  [[nodiscard]] std::uint32_t native(std::uint32_t value) const {
    return big_endian_ ? be32toh(value) : le32toh(value);
  }

  bool big_endian_;
  std::uint32_t first_ = 0;
  std::uint32_t second_ = 0;
};

// Whether the flag of a commit and the salts in a header at this place can only have arrived together. Where
// they do not, a power cut leaves anything as the flag of a frame that looks like one of this WAL.
bool is_of_one_sector(std::size_t header) { return header / kSector == (header + 8) / kSector; }

}  // namespace

bool loses_commits(const std::string& wal_path) {
  const auto bytes = read_file(wal_path, {.most_bytes = kMostBytes});
  if (!bytes.ok()) return false;
  const std::string_view wal = bytes.value();
  if (wal.size() < kHeader + kFrameHeader + kWalPage) return false;
  const std::uint32_t magic = big(wal, 0);
  Checksum sum((magic & 1U) != 0);
  sum.add(wal.substr(0, 24));
  bool whole = (magic & ~1U) == kMagic && sum.is(wal, 24);
  // Those of the header, or of the first frame when the header is gone.
  const auto salts = wal.substr(whole ? 16 : kHeader + 8, kSalts);
  int commits_behind = 0;
  for (std::size_t at = kHeader; at + kFrameHeader + kWalPage <= wal.size(); at += kFrameHeader + kWalPage) {
    const auto frame = wal.substr(at, kFrameHeader + kWalPage);
    if (frame.substr(8, kSalts) != salts) break;  // of a WAL that was here before
    sum.add(frame.substr(0, 8));
    sum.add(frame.substr(kFrameHeader));
    whole = whole && sum.is(frame, 16);
    if (!whole && is_of_one_sector(at) && big(frame, 4) != 0) ++commits_behind;
  }
  return commits_behind > 1;  // one: of the commit that the power cut interrupted
}

}  // namespace tertulia::sqlite
