// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/draft_folder.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace tertulia {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBeforeProcess = "tertulia-export-";

std::optional<pid_t> process_of(const std::string& name) {
  if (!name.starts_with(kBeforeProcess)) return std::nullopt;
  const char* end = name.data() + name.size();
  pid_t process = 0;
  const auto [rest, problem] = std::from_chars(name.data() + kBeforeProcess.size(), end, process);
  if (problem != std::errc() || rest != end || process <= 0) return std::nullopt;
  return process;
}

bool is_gone(pid_t process) { return ::kill(process, 0) != 0 && errno == ESRCH; }

Error unmakeable(const fs::path& path, const fs::path& memory) {
  const int reason = errno;
  if (reason == EEXIST) return Error{path.string() + " is in the way: remove it."};
  std::string cure = "Mount a tmpfs there, with mode 1777.";
  if (reason == ENOSPC || reason == EDQUOT) cure = "It is full: remove what other programs left there.";
  return Error{path.string() + " cannot be made (" + std::generic_category().message(reason) +
               "). Sealed files are made in memory, in " + memory.string() + ". " + cure};
}

}  // namespace

Result<DraftFolder> DraftFolder::make(const fs::path& memory) {
  const fs::path path = memory / (std::string(kBeforeProcess) + std::to_string(::getpid()));
  if (::mkdir(path.c_str(), 0700) != 0) return unmakeable(path, memory);
  return DraftFolder(path);
}

DraftFolder::DraftFolder(DraftFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

DraftFolder::~DraftFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

void remove_left_drafts(const fs::path& memory) {
  std::error_code ignored;
  for (fs::directory_iterator at(memory, ignored), end; !ignored && at != end; at.increment(ignored)) {
    const auto process = process_of(at->path().filename().string());
    std::error_code kept;  // of somebody else: it is not ours to remove
    if (process && is_gone(*process) && fs::is_directory(at->symlink_status(kept)))
      fs::remove_all(at->path(), kept);
  }
}

}  // namespace tertulia
