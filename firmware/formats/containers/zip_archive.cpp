// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/zip_archive.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <zip.h>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::uint64_t kSmall = 1ULL << 20U;  // the ratio of small members does not matter

struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;
using Member = std::unique_ptr<zip_file_t, CloseMember>;

Result<Archive> open_archive(std::string_view bytes) {
  if (bytes.empty()) return Error{"This is not a readable ZIP file (it is empty); copy it again."};
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive && source != nullptr) zip_source_free(source);
  const std::string reason = archive ? "" : zip_error_strerror(&error);
  zip_error_fini(&error);
  if (!archive) return Error{"This is not a readable ZIP file (" + clean_text(reason) + "); copy it again."};
  return archive;
}

Error in_member(const std::string& name, const std::string& what) {
  return Error{"The member " + in_quotes(name) + " of the ZIP file " + what + "."};
}

Result<std::string> read_member(zip_t* archive, zip_uint64_t index, const std::string& name,
                                std::uint64_t most) {
  const Member member(zip_fopen_index(archive, index, 0));
  if (!member) return in_member(name, "cannot be opened; it may be encrypted or damaged");
  std::string bytes;
  std::array<char, 65536> block{};
  while (true) {
    const zip_int64_t count = zip_fread(member.get(), block.data(), block.size());
    if (count < 0) return in_member(name, "is damaged; make the file again");
    if (count == 0) return bytes;
    if (bytes.size() + static_cast<std::uint64_t>(count) > most)
      return in_member(name, "unpacks to more than is allowed");
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
}

Error too_many(const ZipLimits& limits) {
  return Error{"The ZIP file has more than " + std::to_string(limits.members) + " members."};
}

// How much this member may unpack to.
std::uint64_t allowance(const zip_stat_t& stat, const ZipLimits& limits, std::uint64_t used) {
  const std::uint64_t left = limits.total_bytes - used;
  if ((stat.valid & ZIP_STAT_COMP_SIZE) == 0 || stat.comp_size > left) return left;
  return std::min(left, std::max(kSmall, stat.comp_size * limits.ratio));
}

}  // namespace

bool is_safe_path(std::string_view path) {
  if (path.empty() || path.size() > 200 || !is_utf8(path)) return false;
  if (path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) return false;
  for (const std::string& part : split(path, '/'))
    if (part.empty() || part == "." || part == "..") return false;
  return true;
}

void ZipMembers::Discard::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipMembers> ZipMembers::open(std::string_view bytes, const ZipLimits& limits) {
  TRY(formats::Archive archive, open_archive(bytes));
  const zip_int64_t members = zip_get_num_entries(archive.get(), 0);
  if (members < 0 || static_cast<std::uint64_t>(members) > limits.members) return too_many(limits);
  return ZipMembers(Archive(archive.release()), limits);
}

bool ZipMembers::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<std::string> ZipMembers::read(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return in_member(name, "is missing");
  TRY(std::string content, read_member(archive_.get(), stat.index, name, allowance(stat, limits_, used_)));
  used_ += content.size();
  return content;
}

Result<FileMap> read_zip(std::string_view bytes, const ZipLimits& limits) {
  TRY(const Archive archive, open_archive(bytes));
  const zip_int64_t members = zip_get_num_entries(archive.get(), 0);
  if (members < 0 || static_cast<std::uint64_t>(members) > limits.members) return too_many(limits);
  FileMap files;
  std::uint64_t used = 0;
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(members); ++index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0 || stat.name == nullptr)
      return Error{"The ZIP file has a damaged member; make it again."};
    const std::string name = stat.name;
    if (name.ends_with('/')) continue;
    if (!is_safe_path(name)) return in_member(name, "has an unsafe path; pack the folder again");
    TRY(std::string content, read_member(archive.get(), index, name, allowance(stat, limits, used)));
    used += content.size();
    if (!files.emplace(name, std::move(content)).second) return in_member(name, "stands twice in it");
  }
  return files;
}

}  // namespace tertulia::formats
