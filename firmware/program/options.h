// SPDX-License-Identifier: Apache-2.0
// The options of `tertulia run`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tertulia {

struct RunOptions {
  std::filesystem::path config;    // empty: built-in defaults
  std::filesystem::path pack;      // instead of the configured one
  std::vector<std::string> roles;  // instead of the configured screens
  std::string room;
  std::string language;
  std::string size;                // of each window, like 1280x800
  std::string at;                  // wall time to begin with, RFC 3339: a demonstration
  double rate = 1;                 // pace of that clock
  std::filesystem::path pictures;  // folder for a picture of each screen
  std::filesystem::path targets;   // file that lists what can be touched
  std::string rehearse;            // "10x": the whole visit on a fast clock; nothing leaves the device
  bool once = false;               // paint every screen once and end
};

}  // namespace tertulia
