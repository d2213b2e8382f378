// SPDX-License-Identifier: Apache-2.0
// The command `tertulia enrol`: writes the request for the identity of this device, and takes the answer.
// People carry the files; no socket listens (decision 045).
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/result.h"

namespace tertulia {

struct EnrolOptions {
  std::filesystem::path config;
  std::filesystem::path to = ".";  // folder for the request
  std::filesystem::path take;      // what the hub answered; empty: ask
  std::string code;                // of it
};
[[nodiscard]] Outcome enrol(const EnrolOptions& options);

}  // namespace tertulia
