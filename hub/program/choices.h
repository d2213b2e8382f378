// SPDX-License-Identifier: Apache-2.0
// The commands of tertulia-hub, one source each. For ../main.cpp.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace CLI {
class App;
}

namespace tertulia::hub {

// A subcommand, and what it does when it was chosen.
struct Choice {
  CLI::App* command = nullptr;
  std::function<Outcome()> run;
};
using Choices = std::vector<Choice>;

[[nodiscard]] Choices collecting(CLI::App& app);  // collect, restored
[[nodiscard]] Choices reading(CLI::App& app);     // report, status, count
[[nodiscard]] Choices signing(CLI::App& app);     // make-key, show-key, command
[[nodiscard]] Choices importing(CLI::App& app);   // import
[[nodiscard]] Choices enrolling(CLI::App& app);   // authority, enrol, revoke, broker-config

void log_line(std::string_view sentence);

}  // namespace tertulia::hub
