// SPDX-License-Identifier: Apache-2.0
// Writes files that must survive a power cut: afterwards there is the old content or the new one, never half
// of either. Any thread; blocks for the disk. Errors name the path, what the system says and what to check;
// after an error the file is as it was.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/files/descriptor.h"
#include "firmware/files/folder.h"

namespace tertulia {

enum class Readers { kOwner, kEverybody };  // mode 0600 or 0644

// A file that is written in pieces and then takes the place of `path`. The folder of `path` is opened once
// and may be reached by links and mounts, since a person named it. From then on nothing is found by its name:
// a stick of somebody else cannot lead a writer into files of this device, whatever is exchanged on it
// meanwhile. The pieces go to a new file of a random name in that folder, which is removed when this is
// destroyed without a commit; the next writer of the same path removes what a power cut left. A link at
// `path` is replaced, never followed. Of two writers of one path the earlier one cannot commit any more, and
// says so.
class FileReplacement {
 public:
  [[nodiscard]] static Result<FileReplacement> begin(const std::filesystem::path& path,
                                                     Readers readers = Readers::kOwner);
  FileReplacement(FileReplacement&&) = default;
  FileReplacement& operator=(FileReplacement&&) = delete;
  ~FileReplacement();

  [[nodiscard]] Outcome append(std::string_view bytes);
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // The new file and its folder, for a library that opens files by name. These names lead to the open ones
  // (/proc/self/fd), wherever they are now, and are good while this lives.
  [[nodiscard]] std::filesystem::path draft() const;
  [[nodiscard]] std::filesystem::path folder() const;
  // Syncs the new file, renames it over the old one and syncs the folder. The last call.
  [[nodiscard]] Outcome commit();

 private:
  FileReplacement(std::filesystem::path path, OpenFolder folder, std::string draft, Descriptor file)
      : path_(std::move(path)),
        folder_(std::move(folder)),
        draft_(std::move(draft)),
        file_(std::move(file)) {}
  // False: another writer has taken the place of the draft.
  [[nodiscard]] bool owns_draft() const;

  std::filesystem::path path_;
  OpenFolder folder_;
  std::string draft_;  // its name in the folder
  Descriptor file_;
};

// The same in one call.
[[nodiscard]] Outcome replace_file(const std::filesystem::path& path, std::string_view content,
                                   Readers readers = Readers::kOwner);

// Makes a file for its owner alone that is not there yet. Errors also: it is there, and stays as it is.
[[nodiscard]] Outcome create_private_file(const std::filesystem::path& path, std::string_view content);

// Removes the file, when it is there, and syncs the folder.
[[nodiscard]] Outcome remove_file(const std::filesystem::path& path);

// Renames within a folder and syncs it: a power cut later cannot take the new name away, nor bring several
// renames to the disk in another order.
[[nodiscard]] Outcome rename_file(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tertulia
