// SPDX-License-Identifier: Apache-2.0
// libmosquitto's process-wide state, for as long as this lives. main() makes one before any MosquittoBroker
// and before its threads start, and lets it outlive them all. Counted: several at once are harmless.
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
