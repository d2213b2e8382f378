// SPDX-License-Identifier: Apache-2.0
// Deliberate defects, to see that they are found. The product has no switch for them: they change what it
// says to SQLite on its way there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tertulia::powercut {

enum class Defect {
  kNone,
  kSynchronousOff,
  kSynchronousNormal,
  kOutboxRowApart,       // the answer and its outbox row in two transactions
  kErasedApart,          // what is over is erased in two transactions
  kThankedBeforeCommit,  // see life.cpp
  kFilesNotSynced,       // these two: a disk that says "done" and has done nothing; see recording.cpp
  kFoldersNotSynced,
};
inline constexpr std::array kDefects{
    Defect::kSynchronousOff,      Defect::kSynchronousNormal, Defect::kOutboxRowApart,  Defect::kErasedApart,
    Defect::kThankedBeforeCommit, Defect::kFilesNotSynced,    Defect::kFoldersNotSynced};
[[nodiscard]] std::string_view to_text(Defect defect);
[[nodiscard]] std::optional<Defect> defect_from(std::string_view text);

// While it lives, this program's SQLite has the defect. Its random numbers begin with `seed`.
class Defective {
 public:
  Defective(Defect defect, std::uint64_t seed);
  Defective(const Defective&) = delete;
  Defective& operator=(const Defective&) = delete;
  ~Defective();
};

}  // namespace tertulia::powercut
