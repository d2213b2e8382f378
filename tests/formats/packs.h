// SPDX-License-Identifier: Apache-2.0
// The sample pack of the tests, as files in memory to be changed, and its folder.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "firmware/formats/pack/pack.h"
#include "firmware/formats/pack/pack_files.h"

namespace tertulia::formats {

inline std::string lisbon_folder() {
  return std::string(TERTULIA_SOURCE_DIR) + "/tests/formats/fixtures/lisbon";
}

inline FileMap lisbon_files() {
  auto files = read_pack_files(lisbon_folder());
  EXPECT_TRUE(files.ok());
  return files.ok() ? files.value().files : FileMap{};
}

}  // namespace tertulia::formats
