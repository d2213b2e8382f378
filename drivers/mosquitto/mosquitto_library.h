// SPDX-License-Identifier: Apache-2.0
// libmosquitto's process-wide state. main() makes one before any MosquittoBroker and before any thread, and
// destroys it after them. libmosquitto counts its users, so several at once do no harm.
#pragma once

namespace tertulia {

class MosquittoLibrary {
 public:
  MosquittoLibrary();
  ~MosquittoLibrary();
  MosquittoLibrary(const MosquittoLibrary&) = delete;
  MosquittoLibrary& operator=(const MosquittoLibrary&) = delete;
};

}  // namespace tertulia
