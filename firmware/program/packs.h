// SPDX-License-Identifier: Apache-2.0
// Reads visit packs. Foreign files are parsed in a child process (import_main.cpp), and the last good pack
// stays.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/visit.h"
#include "firmware/formats/pack/pack.h"

namespace tertulia {

// What the importer may take for a pack: a visit may have many photographs.
inline constexpr std::chrono::seconds kLongestReading{60};
// What a start waits for it. Screens that stay black for longer are taken for broken.
inline constexpr std::chrono::seconds kLongestStart{5};

// What the importer reads in a pack, or in one form (see formats::read_pack). Blocks, at most for `longest`.
// Errors: the importer does not come to an end.
[[nodiscard]] Result<formats::PackReading> read_in_child(const std::filesystem::path& pack,
                                                         std::chrono::seconds longest = kLongestReading);

// The command `tertulia import PACK`: prints the canonical pack, and on standard error why a screen cannot
// use it, or not wholly. Returns the exit code, as check_pack() does.
[[nodiscard]] int import_pack(const std::string& path);
// The command `tertulia check PACK`: says in words what was read and what is wrong. Returns the exit code.
[[nodiscard]] int check_pack(const std::string& path);

struct LoadedPack {
  std::optional<VisitPack> pack;       // none: nothing can be shown
  std::optional<PackProblem> problem;  // why it is not, or not wholly, what lies on the disk
  std::string seen = {};               // appearance of the pack before it was read
  std::string notice = {};             // it could not be kept as the last good one: a sentence
  bool is_last_good = false;           // what lies on the disk cannot be used, and this is the one before
  bool is_unread = false;              // the importer was not waited for: the last good one, if there is one
};
// A device keeps what it can show; a command beside it keeps nothing.
enum class Keeps { kLastGood, kNothing };
// The pack. If something in it is wrong, the last good one of the same visit; without that its good part. If
// nothing of it can be used, the last good one of any visit. One without a room of `rooms`, in which screens
// of this device stand, cannot be used. Stores what is new and can be used in the file `last_good`, unless it
// keeps nothing. While neither the pack nor tertulia-import has changed, it reads that file and no foreign
// one. Blocks, at most for `longest`.
[[nodiscard]] LoadedPack load_pack(const std::filesystem::path& pack, const std::filesystem::path& last_good,
                                   const std::vector<std::string>& rooms, Keeps keeps = Keeps::kLastGood,
                                   std::chrono::seconds longest = kLongestReading);

// A visit without sessions, for screens that can say no more than that the pack cannot be used.
[[nodiscard]] VisitPack empty_pack(const std::vector<std::string>& rooms, const Language& language);

// The same while the program runs: no last good pack is returned, and it is stored as such only when nothing
// is wrong. With `kGoodPart` it is enough that some of it can be shown. Blocks while the importer reads.
enum class Enough { kAll, kGoodPart };
[[nodiscard]] LoadedPack reload_pack(const std::filesystem::path& pack,
                                     const std::filesystem::path& last_good,
                                     const std::vector<std::string>& rooms, Enough enough);

}  // namespace tertulia
