// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/first_page.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace tertulia::sqlite {
namespace {

// The file format of SQLite, section 1.3, "The Database Header".
constexpr std::size_t kPage = 4096;
constexpr std::size_t kPageCount = 28;
constexpr std::size_t kFreePages = 32;  // the first of them, and how many

void put(std::string& page, std::size_t offset, std::uint32_t value) {
  for (int byte = 3; byte >= 0; --byte, value >>= 8U)
    page[offset + static_cast<std::size_t>(byte)] = static_cast<char>(value & 0xffU);
}

}  // namespace

Outcome copy_with_first_page(const std::string& from, const std::string& to, const std::string& sound) {
  std::error_code problem;
  const auto replace = std::filesystem::copy_options::overwrite_existing;
  std::filesystem::copy_file(from, to, replace, problem);
  if (!problem && std::filesystem::exists(from + "-wal"))
    std::filesystem::copy_file(from + "-wal", to + "-wal", replace, problem);
  std::string page(kPage, '\0');
  std::ifstream(sound, std::ios::binary).read(page.data(), static_cast<std::streamsize>(kPage));
  const auto size = std::filesystem::file_size(from, problem);
  put(page, kPageCount, static_cast<std::uint32_t>(size / kPage));
  put(page, kFreePages, 0);
  put(page, kFreePages + 4, 0);
  std::fstream file(to, std::ios::in | std::ios::out | std::ios::binary);
  file.write(page.data(), static_cast<std::streamsize>(kPage));
  file.close();
  if (!problem && file) return Done{};
  return Error{from + " cannot be copied for its recovery. Free space on the disk."};
}

}  // namespace tertulia::sqlite
