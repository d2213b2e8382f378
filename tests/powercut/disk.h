// SPDX-License-Identifier: Apache-2.0
// One folder on a disk, and what may be left of it after a power cut. Pure.
//
// What POSIX promises, and no more: the content of a file is safe after its fsync, a name after the fsync of
// its folder. Everything since then is pieces: each sector of each write, each change of a size, each name.
// Any of them may have reached the disk before the cut, in any order; a sector is whole, old or new.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "tests/powercut/luck.h"

namespace tertulia::powercut {

using File = int;                                  // what a name stands for; survives renaming
using Image = std::map<std::string, std::string>;  // name -> content

namespace operation {
struct Write {
  File file = 0;
  std::size_t offset = 0;
  std::string bytes;
};
struct Resize {
  File file = 0;
  std::size_t size = 0;
};
struct Sync {
  File file = 0;
};
struct Create {
  std::string name;
  File file = 0;
};
struct Rename {
  std::string from;
  std::string to;
  File file = 0;
};
struct Remove {
  std::string name;
};
struct SyncFolder {};
}  // namespace operation
using Operation = std::variant<operation::Write, operation::Resize, operation::Sync, operation::Create,
                               operation::Rename, operation::Remove, operation::SyncFolder>;

class Disk {
 public:
  // Everything in `begin` is safe; its files are numbered from 0 in the order of their names.
  explicit Disk(const Image& begin);

  void apply(const Operation& operation);
  // Of what is not safe now.
  [[nodiscard]] std::size_t pieces(std::size_t sector) const;
  // What the next start finds when the power fails now.
  [[nodiscard]] Image after_cut(Luck& luck) const;

 private:
  void note_size(const Operation& operation);

  std::map<std::string, File> names_;     // safe
  std::map<File, std::string> contents_;  // safe
  std::map<File, std::size_t> sizes_;     // as the program sees them
  std::vector<Operation> unsafe_;         // in the order in which they were done
};

}  // namespace tertulia::powercut
