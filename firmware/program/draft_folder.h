// SPDX-License-Identifier: Apache-2.0
// Where sealed files are made: a folder in memory, so that nothing readable comes to a disk. A disk keeps
// what is removed from it, and a program that is ended half-way removes nothing.
#pragma once

#include <filesystem>

#include "firmware/domain/result.h"

namespace tertulia {

// A new folder for this process, for its owner alone. Gone with everything in it when this is destroyed.
class DraftFolder {
 public:
  static constexpr const char* kMemory = "/dev/shm";

  // Errors name what to do: there is no `memory`; it is full; something is in the way.
  [[nodiscard]] static Result<DraftFolder> make(const std::filesystem::path& memory);
  DraftFolder(DraftFolder&& other) noexcept;
  DraftFolder& operator=(DraftFolder&&) = delete;
  ~DraftFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit DraftFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;  // empty: moved away
};

// Removes such folders of processes that are gone: Ctrl-C left them.
void remove_left_drafts(const std::filesystem::path& memory);

}  // namespace tertulia
