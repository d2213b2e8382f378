// SPDX-License-Identifier: Apache-2.0
// An open folder, and the files beneath it. A person names a folder: it may be reached by links and mounts.
// What lies beneath it on a stick or in a pack, others wrote: there no link is followed, nothing leaves the
// folder and nothing crosses to another file system, whatever is exchanged meanwhile. Any thread.
#pragma once

#include <filesystem>

#include "firmware/domain/result.h"
#include "firmware/files/descriptor.h"

namespace tertulia {

enum class Links {
  kFollowed,  // the path is our own or a person named it
  kRefused,   // others wrote the folder: a link is none of their business
};

// How a path beneath a folder is found: by the kernel (openat2, Linux 5.6), or by walking from folder to
// folder where the kernel or a cage does not know that.
enum class Lookup { kByKernel, kByHand };

class OpenFolder {
 public:
  // `path` may be empty: the current folder. Errors: errno tells why; the caller knows what it is for.
  [[nodiscard]] static OpenFolder open(const std::filesystem::path& path);

  [[nodiscard]] bool is_open() const { return folder_.is_open(); }
  [[nodiscard]] int get() const { return folder_.get(); }

  // For reading; waits for no pipe. Not open: as below.
  [[nodiscard]] Descriptor open_to_read(const std::filesystem::path& name) const;

  // Opens `name`, relative to the folder, with these flags of open(). Not open: errno tells why; ELOOP for a
  // link, EXDEV for what leaves the folder or its file system.
  [[nodiscard]] Descriptor open_beneath(const std::filesystem::path& name, int flags, unsigned mode = 0,
                                        Lookup lookup = Lookup::kByKernel) const;

 private:
  explicit OpenFolder(Descriptor folder) : folder_(std::move(folder)) {}

  Descriptor folder_;
};

}  // namespace tertulia
