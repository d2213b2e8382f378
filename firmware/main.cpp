// SPDX-License-Identifier: Apache-2.0
// tertulia, the appliance: its command line. The commands are carried out by firmware/program, the only
// folder that knows every other one.
#include <exception>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include "drivers/linux/sandbox.h"
#include "firmware/program/beside.h"
#include "firmware/program/closing_slip.h"
#include "firmware/program/console.h"
#include "firmware/program/enrol.h"
#include "firmware/program/export_agenda.h"
#include "firmware/program/packs.h"
#include "firmware/program/pin.h"
#include "firmware/program/preview.h"
#include "firmware/program/run.h"

namespace tertulia {
namespace {

int exit_code(const Outcome& outcome) {
  if (outcome.ok()) return 0;
  spdlog::error(outcome.error().message);
  return 1;
}

int command_line(int argc, char** argv) {
  CLI::App program{"Tertulia: agendas, timers and feedback for exchange visits"};
  program.set_version_flag("--version", TERTULIA_VERSION);
  program.require_subcommand(1);
  std::string path;
  RunOptions options;
  auto* importing = program.add_subcommand("import", "Read a visit pack and print it as canonical JSON");
  importing->add_option("pack", path, "Folder or *.visit file")->required();
  auto* checking =
      program.add_subcommand("check", "Say in plain words what a visit pack holds and what is wrong with it");
  checking->add_option("pack", path, "Folder or *.visit file, or one form")->required();
  PreviewOptions previewed;
  auto* previewing = program.add_subcommand(
      "preview", "Draw every page of a form in all its languages, as a kiosk will show it");
  previewing->add_option("form", previewed.form, "Form file, or a visit pack with forms")->required();
  previewing->add_option("--to", previewed.folder, "Folder for the pictures; else preview");
  previewing->add_option("--size", previewed.sizes, "Size of a screen, like 800x480; several for several");
  std::string folder;
  auto* slip = program.add_subcommand(
      "slip", "Print the closing slip of each room: counts, and six words to compare with the hub");
  slip->add_option("--config", options.config, "Configuration file (see config/tertulia.toml)");
  auto* exporting = program.add_subcommand("export", "Write the events that this device holds to a folder");
  exporting->add_option("folder", folder, "Folder to write to, for example a USB stick")->required();
  exporting->add_option("--config", options.config, "Configuration file (see config/tertulia.toml)");
  ExportAgendaOptions agenda;
  auto* exporting_agenda = program.add_subcommand(
      "export-agenda",
      "Write the plan that this device shows, and when its sessions really ran, for other programs");
  exporting_agenda->add_option("folder", agenda.folder, "Folder to write to")->required();
  exporting_agenda->add_option("--config", agenda.config, "Configuration file (see config/tertulia.toml)");
  exporting_agenda->add_option("--pack", agenda.pack, "Visit pack, instead of the configured one");
  exporting_agenda->add_option("--format", agenda.format, "ics, xml, json, csv or all");
  exporting_agenda->add_flag("--closed-programme", agenda.closed_programme,
                             "Closed sessions with all that is known of them: not for the public");
  auto* exporting_answers = program.add_subcommand(
      "export-answers", "Write the answers that this device holds, as KoboToolbox and ODK read them");
  exporting_answers->prefix_command();  // its words are those of tertulia-export
  exporting_answers->set_help_flag();
  auto* running = program.add_subcommand("run", "Run the screens of this device");
  running->add_option("--config", options.config, "Configuration file (see config/tertulia.toml)");
  running->add_option("--pack", options.pack, "Visit pack, instead of the configured one");
  running->add_option("--role", options.roles, "kiosk, room, door or moderator; several for several screens");
  running->add_option("--room", options.room, "Room of these screens");
  running->add_option("--language", options.language, "Language shown first");
  running->add_option("--size", options.size, "Size of each window, like 1280x800");
  running->add_option("--at", options.at, "Start at this time (RFC 3339), to show another day of a visit");
  running->add_option("--rate", options.rate, "Speed of that clock; 1 is normal");
  running->add_option("--rehearse", options.rehearse,
                      "Rehearse the visit on a clock of this speed, like 10x; nothing is kept or sent");
  running->add_option("--pictures", options.pictures,
                      "Folder: writes a picture of each screen every few seconds");
  running->add_option("--targets", options.targets, "File: lists what can be touched and read, for robots");
  running->add_flag("--once", options.once, "Paint every screen once and exit");
  EnrolOptions enrolment;
  auto* enrolling = program.add_subcommand(
      "enrol", "Write the request for this device's certificate, or take the hub's answer");
  enrolling->add_option("--config", enrolment.config, "Configuration file of the device")->required();
  enrolling->add_option("--to", enrolment.to,
                        "Folder for the request, for example a USB stick; else the current folder");
  auto* take = enrolling->add_option("--take", enrolment.take, "File with the hub's answer");
  enrolling->add_option("--code", enrolment.code, "The code that `tertulia-hub enrol` printed")->needs(take);
  PinOptions pin;
  auto* pinning =
      program.add_subcommand("pin", "Set the PIN of the moderator or the note-taker at this device");
  pinning->add_option("--config", pin.config, "Configuration file of the device")->required();
  pinning->add_option("--role", pin.role, "moderator or note-taker")->required();
  pinning->add_flag("--remove", pin.remove, "The role needs no PIN any more");
  const auto is_named = [&](const CLI::App* command) { return command->check_name(argv[1]); };
  if (argc > 1 && argv[1][0] != '-' && program.get_subcommands(is_named).empty()) {
    print_error(std::string(argv[1]) + " is no command of this program: `tertulia --help` lists them.");
    return 106;  // as of a missing command
  }
  CLI11_PARSE(program, argc, argv);
  if (importing->parsed()) return import_pack(path);
  if (checking->parsed()) return check_pack(path);
  if (previewing->parsed()) return preview(previewed);
  if (enrolling->parsed()) return exit_code(enrol(enrolment));
  if (pinning->parsed()) return exit_code(set_pin(pin));
  if (slip->parsed()) return print_slip(options.config);
  if (exporting->parsed()) return export_held(options.config, folder);
  if (exporting_agenda->parsed()) return export_agenda(agenda);
  if (exporting_answers->parsed()) {
    auto words = exporting_answers->remaining();
    return become_program("tertulia-export", std::move(words));
  }
  const auto code = run(options, open_window);
  if (code.ok()) return code.value();
  spdlog::error(code.error().message);
  return 1;
}

}  // namespace
}  // namespace tertulia

int main(int argc, char** argv) {
  try {
    tertulia::keep_memory_private();
    tertulia::log_to_standard_error("tertulia");
    return tertulia::command_line(argc, argv);
  } catch (const std::exception& problem) {
    tertulia::print_error(std::string("tertulia ended: ") + problem.what());
    return 70;
  }
}
