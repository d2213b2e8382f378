// SPDX-License-Identifier: Apache-2.0
// Reads a whole file, up to a limit. Any thread; no state. Blocks for the disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/files/descriptor.h"
#include "firmware/files/folder.h"

namespace tertulia {

// Who may have access to the file, by its permission bits. The open file is asked, not its name: nobody can
// exchange it between the check and the reading. Both checks also refuse what is no regular file.
enum class FilePrivacy {
  kNotChecked,
  kOwnerOnly,  // group and others have no right at all
  kMode0600,   // exactly: the owner reads and writes
};

// A file that others gave us (Links::kRefused) is a regular file: nobody waits for a pipe. The folder of
// `path` may be reached by links; the file itself may be none.
struct ReadOptions {
  std::size_t most_bytes = 1U << 20U;  // a larger file is an error
  FilePrivacy privacy = FilePrivacy::kNotChecked;
  std::string_view cure = {};  // ends the sentence of an error: "make it with: tertulia-hub authority"
  Links links = Links::kFollowed;
};

// Takes only the memory that the content needs. Errors: the file cannot be opened or read (a folder, for
// example); it is larger than `most_bytes`; its permissions. Each names the path, the reason and the cure,
// and none repeats anything of the content.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            const ReadOptions& options = {});

// The same of a file that is open already, and is called `path` in errors.
[[nodiscard]] Result<std::string> read_open_file(int file, const std::filesystem::path& path,
                                                 const ReadOptions& options = {});

// Of a regular file; errno tells why there is none.
[[nodiscard]] std::optional<std::uint64_t> size_of(int file);

// What a person named, for reading; waits for no pipe. Not open: errno tells why.
[[nodiscard]] Descriptor open_named(const std::filesystem::path& path);
// A regular file at this path that is no link, for reading; does not wait for a pipe. Errors: as above.
[[nodiscard]] Result<Descriptor> open_foreign(const std::filesystem::path& path, std::string_view cure = {});

}  // namespace tertulia
