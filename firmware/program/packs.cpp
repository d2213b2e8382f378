// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/packs.h"

#include <iostream>

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "drivers/linux/child_process.h"
#include "firmware/files/appearance.h"
#include "firmware/formats/pack/canonical.h"
#include "firmware/formats/pack/report.h"
#include "firmware/program/last_good_pack.h"
#include "firmware/program/logo_report.h"
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

// The reader is installed beside this program.
std::string importer_program() {
  std::error_code none;
  return fs::read_symlink("/proc/self/exe", none).parent_path() / "tertulia-import";
}

Result<formats::PackReading> read_in_child(const fs::path& pack) {
  TRY(const std::string json,
      run_limited({{importer_program(), pack.string()}, "The visit pack " + pack.string(), import_limits()}));
  return formats::from_canonical(json);
}

Result<VisitPack> pack_of(const LastGoodPack& last_good) {
  TRY(auto reading, formats::from_canonical(last_good.canonical));
  if (!reading.pack) return Error{"There is no last good pack."};
  return *std::move(reading.pack);
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

int import_pack(const std::string& path) {
  const std::string program = importer_program();
  execl(program.c_str(), program.c_str(), path.c_str(), nullptr);
  std::cerr << program << " cannot be started: install the program again.\n";
  return 1;
}

int check_pack(const std::string& path) {
  const auto reading = read_in_child(path);
  if (!reading.ok()) {
    std::cout << reading.error().message << '\n';
    return 2;
  }
  std::cout << formats::check_report(reading.value());
  if (const auto& pack = reading.value().pack) {
    std::cout << font_report(*pack);
    for (const std::string& sentence : logo_report(pack->visit.branding)) std::cout << sentence << '\n';
  }
  return formats::check_exit_code(reading.value());
}

Result<VisitPack> load_pack(const fs::path& pack, const fs::path& last_good) {
  // Looked at before it is read: what changes meanwhile is read again at the next start.
  const std::string seen = appearance_of(importer_program()) + appearance_of(pack);
  const LastGoodPack kept = read_last_good_pack(last_good);
  auto last = pack_of(kept);
  if (last.ok() && kept.seen == seen) return last;
  auto reading = read_in_child(pack);
  if (reading.ok() && reading.value().pack) {
    spdlog::info("Read the visit pack {}", pack.string());
    const Outcome written = write_last_good_pack(last_good, {seen, formats::to_canonical(reading.value())});
    if (!written.ok()) spdlog::error(written.error().message);
    return *std::move(reading).value().pack;
  }
  const std::string problem = reading.ok() ? formats::check_report(reading.value()) : reading.error().message;
  if (!last.ok()) return Error{problem};
  spdlog::error("{}\nThe last good pack stays in use.", problem);
  return last;
}

}  // namespace tertulia
