// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/packs.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include <spdlog/spdlog.h>

#include "drivers/linux/child_process.h"
#include "firmware/formats/canonical.h"
#include "firmware/formats/report.h"
#include "firmware/program/pack_texts.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

ChildLimits import_limits() {
  ChildLimits limits;
#ifdef TERTULIA_SANITIZED
  limits.memory_limit = MemoryLimit::kOff;
#endif
  return limits;
}

Result<formats::PackReading> read_in_child(const fs::path& pack) {
  TRY(const std::string json,
      run_limited(
          {{"/proc/self/exe", "import", pack.string()}, "The visit pack " + pack.string(), import_limits()}));
  return formats::from_canonical(json);
}

// A box on the glass is ugly, but no reason to refuse a pack: the exit code says nothing of it.
std::string font_report(const VisitPack& pack) {
  auto fonts = ui::Fonts::open();
  if (!fonts.ok()) return fonts.error().message + '\n';
  std::string lines;
  for (const std::string& sentence : missing_characters(pack, fonts.value())) lines += sentence + '\n';
  return lines;
}

}  // namespace

void import_pack(const std::string& path) {
  if (lock_down() == LockDown::kUnavailable)
    spdlog::warn("This kernel has no seccomp: only the limits protect.");
  std::cout << formats::to_canonical(formats::read_pack(path));
  std::cout.flush();
  // What runs at a normal exit may need what lock_down() took away: leave at once.
  std::_Exit(std::cout.good() ? 0 : 1);
}

int check_pack(const std::string& path) {
  const auto reading = read_in_child(path);
  if (!reading.ok()) {
    std::cout << reading.error().message << '\n';
    return 2;
  }
  std::cout << formats::check_report(reading.value());
  if (reading.value().pack) std::cout << font_report(*reading.value().pack);
  return formats::check_exit_code(reading.value());
}

// The pack, or the last good one when it cannot be used. A good one is kept beside the store for that day.
Result<VisitPack> load_pack(const fs::path& pack, const fs::path& last_good) {
  auto reading = read_in_child(pack);
  if (reading.ok() && reading.value().pack) {
    const fs::path draft = last_good.string() + ".new";
    std::ofstream(draft, std::ios::binary) << formats::to_canonical(reading.value());
    std::error_code ignored;
    fs::rename(draft, last_good, ignored);
    return *std::move(reading).value().pack;
  }
  const std::string problem = reading.ok() ? formats::check_report(reading.value()) : reading.error().message;
  std::ifstream file(last_good, std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  auto last = formats::from_canonical(kept);
  if (kept.empty() || !last.ok() || !last.value().pack) return Error{problem};
  spdlog::error("{}\nThe last good pack stays in use.", problem);
  return *std::move(last).value().pack;
}

}  // namespace tertulia
