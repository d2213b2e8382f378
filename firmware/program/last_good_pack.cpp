// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/last_good_pack.h"

#include <charconv>

#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostBytes = 64U << 20U;  // what a reader may print, and the appearance of its files

}  // namespace

std::filesystem::path last_good_of(const formats::StoreSettings& store) {
  return store.path.string() + ".pack";
}

// One line with the length of `seen`, then both texts: neither needs quoting.
LastGoodPack read_last_good_pack(const std::filesystem::path& path) {
  const auto text = read_file(path, {.most_bytes = kMostBytes});
  if (!text.ok()) return {};
  const std::string& all = text.value();
  std::size_t length = 0;
  const auto [end, problem] = std::from_chars(all.data(), all.data() + all.size(), length);
  const auto start = static_cast<std::size_t>(end - all.data()) + 1;
  if (problem != std::errc{} || start > all.size() || length > all.size() - start) return {};
  return {all.substr(start, length), all.substr(start + length)};
}

Outcome write_last_good_pack(const std::filesystem::path& path, const LastGoodPack& kept) {
  return replace_file(path, std::to_string(kept.seen.size()) + "\n" + kept.seen + kept.canonical);
}

}  // namespace tertulia
