// SPDX-License-Identifier: Apache-2.0
// tertulia-robot: uses a running appliance as people do, through its real windows, and keeps account.
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "tests/robot/demo.h"
#include "tests/robot/measure.h"

namespace {

using namespace tertulia::robot;

void add_demo(CLI::App& app, DemoOptions& options) {
  CLI::App* demo = app.add_subcommand("demo", "A full visit: answers, moderator, one table at the end");
  demo->add_option("--targets", options.targets, "FILE of `tertulia run --targets FILE`")->required();
  demo->add_option("--device-database", options.device_database, "SQLite file of the appliance")->required();
  demo->add_option("--hub-database", options.hub_database, "SQLite file of the hub")->required();
  demo->add_option("--hub-program", options.hub_program, "tertulia-hub")->required();
  demo->add_option("--ledger", options.ledger, "file that the robot's own record is appended to");
  demo->add_option("--host", options.broker.host, "of the broker")->capture_default_str();
  demo->add_option("--port", options.broker.port, "of the broker")->capture_default_str();
  demo->add_option("--credentials", options.broker.credentials, "username and password for listening in");
  demo->add_option("--kiosk", options.kiosk, "number of the kiosk's screen")->capture_default_str();
  demo->add_option("--moderator", options.moderator, "number of the moderator's screen; -1: none")
      ->capture_default_str();
  demo->add_option("--answers", options.answers, "how many visitors answer")->capture_default_str();
  demo->add_option("--rate", options.rate, "the same as of `tertulia run`")->capture_default_str();
  demo->add_option("--seed", options.seed, "the same seed gives the same answers")->capture_default_str();
}

void add_measure(CLI::App& app, MeasureOptions& options) {
  CLI::App* measure = app.add_subcommand("measure", "Numbers for tests/bench/run, one line each");
  measure->require_subcommand(1);
  measure->add_option("--targets", options.targets, "FILE of `tertulia run --targets FILE`");
  measure->add_option("--screen", options.screen, "number of the screen")->capture_default_str();
  measure->add_option("--rate", options.rate, "the same as of `tertulia run`")->capture_default_str();
  measure->add_option("--times", options.times, "how often each")->capture_default_str();
  measure->add_option("--seconds", options.seconds, "how long frames are counted")->capture_default_str();
  measure->add_option("--device-database", options.database, "SQLite file of the appliance");
  measure->add_subcommand("taps", "from a tap to pixels, and to the thank-you")->callback([&options] {
    measure_taps(options);
  });
  measure->add_subcommand("frames", "pictures in a minute")->callback([&options] {
    measure_frames(options);
  });
  measure->add_subcommand("countdown", "none: the moderator starts")->callback([&options] {
    start_countdown(options);
  });
  measure->add_subcommand("drain", "rows of the outbox in a second")->callback([&options] {
    measure_drain(options);
  });
  CLI::App* start = measure->add_subcommand("start", "from exec to the first picture");
  start->add_option("program", options.program, "after --, with its arguments")->required();
  start->callback([&options] { measure_start(options); });
}

int run(int argc, char** argv) {
  CLI::App app("Uses a running appliance as people do, and keeps account", "tertulia-robot");
  app.require_subcommand(1);
  DemoOptions demo_options;
  MeasureOptions measure_options;
  add_demo(app, demo_options);
  add_measure(app, measure_options);
  CLI11_PARSE(app, argc, argv);
  return app.got_subcommand("demo") ? demo(demo_options) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "tertulia-robot: %s\n", problem.what());
    return 1;
  }
}
