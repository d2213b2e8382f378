// SPDX-License-Identifier: Apache-2.0
// The subcommands of tertulia-hub. Each function adds some to the command line; main() runs the one that was
// given.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace CLI {
class App;
}

namespace tertulia::hub {

// A subcommand, and the function that carries it out.
struct Choice {
  CLI::App* command = nullptr;
  std::function<Outcome()> run;
};
using Choices = std::vector<Choice>;

[[nodiscard]] Choices collecting(CLI::App& app);  // collect, restored, mix
[[nodiscard]] Choices reading(CLI::App& app);     // report, status, count
[[nodiscard]] Choices signing(CLI::App& app);     // make-key, show-key, command
[[nodiscard]] Choices importing(CLI::App& app);   // import
[[nodiscard]] Choices contacting(CLI::App& app);  // make-contact-key, contacts, erase-contact
[[nodiscard]] Choices opening(CLI::App& app);     // open-answers
[[nodiscard]] Choices enrolling(CLI::App& app);   // authority, enrol, revoke, broker-config

// One record on standard error. What others wrote in it cannot act on a terminal (domain/terminal_text.h).
void log_line(std::string_view sentence);
// On standard output. At a terminal, what others wrote in it cannot act on it; a file gets it as it is.
void print(std::string_view text);

}  // namespace tertulia::hub
