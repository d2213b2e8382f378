// SPDX-License-Identifier: Apache-2.0
// What this program asks of the disk, seen and allowed by somebody else. The calls of the C library that
// reach a disk are replaced in the whole program (SQLite, the C++ library, our own files): nothing that is
// written in the folder goes unseen, directory syncs included, and any call can be made to fail. Syncs are
// not passed on: nobody cuts the power of the machine that runs the test. One thread only, one folder at a
// time, no folders in it; C streams (std::ofstream) write past it and must not be used there.
#pragma once

#include <string>

#include "tests/powercut/disk.h"

namespace tertulia::powercut {

enum class Call { kOpen, kRead, kWrite, kResize, kSync, kRename, kRemove };

class Watcher {
 public:
  virtual ~Watcher() = default;
  // Before each call in the folder. 0 lets it through; anything else is the errno with which it fails.
  [[nodiscard]] virtual int refuse(Call call) = 0;
  // After one that changed something.
  virtual void done(const Operation& operation) = 0;
};

// While it lives, `watcher` sees every call in `folder`; both must outlive it.
class Watching {
 public:
  Watching(const std::string& folder, Watcher& watcher);
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;
  ~Watching();
};

}  // namespace tertulia::powercut
