// SPDX-License-Identifier: Apache-2.0
// The appliance as `tertulia run` composes it, but for its glass: that is the window port with a pipe behind
// it, so that dozens of devices find room on one machine. Not shipped.
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "firmware/program/run.h"
#include "tests/campaign/piped_window.h"

namespace {

using namespace tertulia;

Result<std::unique_ptr<Window>> open_pipe(const std::vector<formats::ScreenSettings>& screens,
                                          const Clock& clock, const std::string& shown) {
  std::vector<Screen> glass;
  for (const auto& screen : screens)
    glass.push_back({std::string(formats::to_text(screen.role)), {screen.width, screen.height}, 0});
  TRY(std::unique_ptr<Window> window,
      campaign::PipedWindow::open(STDIN_FILENO, std::move(glass), clock, shown));
  return window;
}

int run_device(int argc, char** argv) {
  CLI::App app("The appliance with a pipe for its glass");
  RunOptions options;
  app.add_option("--config", options.config)->required();
  app.add_option("--targets", options.targets)->required();
  app.add_option("--at", options.at);
  app.add_option("--rate", options.rate);
  std::string shown;
  app.add_option("--shown", shown, "file that gets a line for each picture");
  CLI11_PARSE(app, argc, argv);
  const auto code = run(options, [&shown](const formats::Configuration&, const auto& screens,
                                          const Clock& clock) { return open_pipe(screens, clock, shown); });
  if (code.ok()) return code.value();
  spdlog::error(code.error().message);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    spdlog::set_default_logger(spdlog::stderr_logger_mt("device"));
    return run_device(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "the device ended: %s\n", problem.what());
    return 70;
  }
}
