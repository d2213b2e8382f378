// SPDX-License-Identifier: Apache-2.0
// One file of a pack in memory: its name inside the pack and its bytes. Does not own the bytes.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

struct SourceFile {
  std::string name;
  std::string_view bytes;
};

}  // namespace tertulia::formats
