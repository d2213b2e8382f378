// SPDX-License-Identifier: Apache-2.0
// A folder of its own, in memory where the machine has such a place: half a million files come and go.
#pragma once

#include <filesystem>
#include <string>

#include <stdlib.h>

namespace tertulia::powercut {

class Place {
 public:
  Place() {
    const std::filesystem::path memory = "/dev/shm";
    const auto parent =
        std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
    std::string name = (parent / "tertulia-powercut-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { std::filesystem::remove_all(path_); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace tertulia::powercut
