// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "drivers/linux/clock.h"
#include "firmware/domain/numbers/threshold.h"
#include "firmware/files/read_file.h"
#include "firmware/formats/pack/canonical.h"
#include "hub/numbers/queries.h"
#include "hub/numbers/report.h"
#include "hub/program/choices.h"
#include "hub/program/options.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kMostPackBytes = 64U << 20U;

struct Reading {
  std::string database;
  std::string pack;
  std::uint64_t threshold = kLeastThreshold;
  bool csv = false;
};

// Without a pack no form is known.
Result<VisitPack> read_pack(const std::string& path) {
  if (path.empty()) return VisitPack{};
  TRY(const std::string text,
      read_file(path, {kMostPackBytes, {}, "make it with: tertulia import PACK > " + path}));
  TRY(auto reading, formats::from_canonical(text));
  if (!reading.pack)
    return Error{"pack " + path + " holds findings but no visit; run tertulia check on its source"};
  return std::move(*reading.pack);
}

// What is not in the numbers.
Outcome tell_of_waiting(const Reader& reader) {
  TRY(const Waiting waiting, reader.waiting());
  if (waiting.unopened > 0)
    log_line(
        std::to_string(waiting.unopened) +
        " answers have arrived and are not in these tables: they wait to be mixed with others, for six hours "
        "at most, and only the user of the hub can open them, on its machine. Ask there, or later");
  if (waiting.lost > 0)
    log_line(
        std::to_string(waiting.lost) +
        " answers that had arrived cannot be opened, because their key was lost. Devices were told to send "
        "again what they still hold, and those that have come again are counted: compare the closing slips");
  return Done{};
}

Outcome print_report(const Reading& line) {
  TRY(const VisitPack pack, read_pack(line.pack));
  const std::uint64_t threshold = std::max(line.threshold, numbers::Threshold(pack.visit.privacy).k());
  TRY(const SystemClock clock, SystemClock::open());
  const WallTime now = clock.now().wall;
  TRY_DONE(release_answers(line.database, now));
  TRY(const auto reader, Reader::open(line.database));
  TRY(const auto submissions, reader.submitted());
  TRY(const Progress progress, reader.progress(now));
  const auto report = make_report(submissions, pack.questionnaires, threshold, progress);
  print(line.csv ? to_csv(report) : to_text(report));
  if (!line.csv) {  // to be compared by voice with `tertulia slip` at the device
    TRY(const auto slips, reader.slips());
    print("\n" + to_text(make_slips(slips)));
  }
  TRY_DONE(tell_of_waiting(reader));
  if (line.pack.empty())
    log_line("without --pack no question is known here, so answers are counted and no value is shown");
  return Done{};
}

Outcome print_status(const Reading& line) {
  TRY(const auto reader, Reader::open(line.database));
  TRY(const auto devices, reader.devices());
  TRY(const auto submissions, reader.submission_count());
  TRY(const auto set_aside, reader.set_aside());
  std::uint64_t quarantined = 0;
  for (const SetAside& group : set_aside) quarantined += group.rows;
  print(to_text(make_status(devices)) + "\nsubmissions: " + std::to_string(submissions) +
        "\nquarantined: " + std::to_string(quarantined) + "\n");
  if (devices.empty())
    print(
        "No device has been heard yet. Answers of files that were imported with --unsigned name no device "
        "here: nobody vouches for one.\n");
  if (const Table over = make_over_budget(devices); !over.rows.empty()) print("\n" + to_text(over));
  if (quarantined > 0) print("\n" + to_text(make_set_aside(set_aside)));
  TRY(const Waiting waiting, reader.waiting());
  const std::uint64_t wait = waiting.answers.size() + waiting.unopened;
  if (wait > 0) print("of the submissions, waiting to be mixed: " + std::to_string(wait) + "\n");
  if (waiting.lost > 0)
    print("arrived, and their key was lost: " + std::to_string(waiting.lost) +
          "\n  Devices were told to send these again. Those that have come again are among the submissions, "
          "and nobody can\n  tell which: so this number stays for 30 days. The closing slips tell whether "
          "any is "
          "missing.\n");
  return Done{};
}

Outcome print_count(const Reading& line) {
  TRY(const auto reader, Reader::open(line.database));
  TRY(const auto submissions, reader.submission_count());
  print(std::to_string(submissions) + "\n");
  TRY(const Waiting waiting, reader.waiting());
  if (waiting.lost > 0)
    log_line("not counted: " + std::to_string(waiting.lost) +
             " answers that had arrived under a key that was lost, unless devices have sent them again");
  return Done{};
}

}  // namespace

Choices reading(CLI::App& app) {
  auto line = std::make_shared<Reading>();
  const auto add = [&](const char* name, const char* help) {
    CLI::App* command = app.add_subcommand(name, help);
    add_database_option(*command, line->database);
    return command;
  };
  CLI::App* report = add("report", "Counts per session and question; never free text");
  report->add_flag("--csv", line->csv, "RFC 4180 instead of a table");
  report->add_option("--pack", line->pack, "what `tertulia import PACK` printed: its forms name the choices");
  report
      ->add_option("--threshold", line->threshold,
                   "a smallest group that is larger than the visit pack demands")
      ->check(CLI::Range(kLeastThreshold, kMostThreshold))
      ->capture_default_str();
  return {
      {report, [line] { return print_report(*line); }},
      {add("status", "Devices, what is held and what is missing"), [line] { return print_status(*line); }},
      {add("count", "Print how many submissions the hub holds, with those that wait; nothing else"),
       [line] { return print_count(*line); }}};
}

}  // namespace tertulia::hub
