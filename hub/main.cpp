// SPDX-License-Identifier: Apache-2.0
// tertulia-hub, the receiving side: its command line. The commands are carried out by hub/program.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <string>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "drivers/linux/sandbox.h"
#include "firmware/domain/terminal_text.h"
#include "hub/program/choices.h"

namespace tertulia::hub {

void log_line(std::string_view sentence) {
  const std::string line = "tertulia-hub: " + log_text(sentence) + "\n";
  std::fputs(line.c_str(), stderr);
}

void print(std::string_view text) {
  const std::string shown = isatty(STDOUT_FILENO) == 1 ? terminal_lines(text) : std::string(text);
  std::fwrite(shown.data(), 1, shown.size(), stdout);
  std::fflush(stdout);
}

namespace {

int command_line(int argc, char** argv) {
  CLI::App app("The receiving side of Tertulia", "tertulia-hub");
  app.require_subcommand(1);
  Choices choices;
  for (auto* const add : {&collecting, &importing, &reading, &signing, &contacting, &opening, &enrolling}) {
    Choices more = add(app);
    std::move(more.begin(), more.end(), std::back_inserter(choices));
  }
  CLI11_PARSE(app, argc, argv);
  for (const Choice& choice : choices) {
    if (!choice.command->parsed()) continue;
    const Outcome done = choice.run();
    if (done.ok()) return EXIT_SUCCESS;
    log_line(done.error().message);
  }
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace tertulia::hub

int main(int argc, char** argv) {
  try {
    tertulia::keep_memory_private();
    return tertulia::hub::command_line(argc, argv);
  } catch (const std::exception& failure) {
    tertulia::hub::log_line(failure.what());
    return EXIT_FAILURE;
  }
}
