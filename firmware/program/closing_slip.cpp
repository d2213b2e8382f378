// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/closing_slip.h"

#include <string_view>
#include <utility>

#include "firmware/domain/terminal_text.h"
#include "firmware/files/buffered_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/program/console.h"
#include "firmware/program/identity.h"
#include "firmware/wire/export_signature.h"

namespace tertulia {
namespace {

std::string line_of(const ClosingSlip& slip) {
  std::string line = terminal_text(slip.room) + ": submitted " + std::to_string(slip.submitted) +
                     " = receipted " + std::to_string(slip.receipted) + " + waiting " +
                     std::to_string(slip.waiting());
  if (slip.held_back > 0) line += " (" + std::to_string(slip.held_back) + " of them held back, see below)";
  line += "\n";
  if (slip.unknown > 0)
    return line + "  the words cannot be compared: " + std::to_string(slip.unknown) +
           " answers were erased before they were added up\n";
  line += "  the hub must say: " + slip.receipted_sum.words() + "\n";
  if (slip.waiting() > 0) line += "  and when all has arrived: " + slip.submitted_sum.words() + "\n";
  return line;
}

Result<sqlite::Inspection> inspect(const formats::Configuration& configuration) {
  return sqlite::Inspection::open(configuration.store.path.string());
}

Result<std::string> slip_of(const std::filesystem::path& config) {
  TRY(const auto configuration, formats::read_configuration(config));
  TRY(auto inspection, inspect(configuration));
  TRY(const auto slips, inspection.slips());
  TRY(const auto parked, inspection.parked());
  return slip_text(slips, parked);
}

Result<Exported> write_export(const formats::Configuration& configuration,
                              const std::filesystem::path& folder) {
  TRY(auto inspection, inspect(configuration));
  const std::string name = "tertulia-" + configuration.device.programme + "-" + configuration.device.id;
  return export_events([&](const sqlite::TakeHeld& take) { return inspection.each_held(take); }, folder, name,
                       [&](const std::string& sha256) { return sign_export(configuration, sha256); });
}

std::string count_of(const Exported& exported) {
  return std::to_string(exported.events) + " events, " + std::to_string(exported.at_hub) +
         " of them already at the hub" +
         (exported.why_unsigned.empty()
              ? ", signed"
              : "; not signed, so the hub takes it with --unsigned only: " + exported.why_unsigned);
}

Result<std::string> export_of(const std::filesystem::path& config, const std::filesystem::path& folder) {
  TRY(const auto configuration, formats::read_configuration(config));
  TRY(const Exported exported, write_export(configuration, folder));
  return exported.file.string() + ": " + count_of(exported) + ". They stay on this device too.\n";
}

int exit_code(const Result<std::string>& text) {
  if (text.ok()) {
    print(text.value());
    return 0;
  }
  print_error(text.error().message);
  return 1;
}

}  // namespace

std::string slip_text(const std::vector<ClosingSlip>& slips,
                      const std::map<std::string, std::uint64_t>& parked) {
  std::string text = slips.empty() ? "No answers yet.\n" : "";
  for (const ClosingSlip& slip : slips) text += line_of(slip);
  for (const auto& [reason, count] : parked)
    text += "held back: " + std::to_string(count) + " (" + terminal_text(reason) + ")\n";
  return text;
}

Result<Exported> export_events(const EachHeld& each_held, const std::filesystem::path& folder,
                               const std::string& name, const SignExport& sign) {
  const std::string file = name + ".jsonl";
  const auto signature_file = folder / (file + std::string(wire::kSignatureEnding));
  Exported exported{folder / file, 0, 0, {}};
  TRY_DONE(remove_file(folder / (file + ".sha256")));
  TRY_DONE(remove_file(signature_file));
  TRY(auto lines, BufferedFile::begin(exported.file));
  const auto write = [&](const sqlite::HeldEvent& event) -> Outcome {
    ++exported.events;
    exported.at_hub += event.is_at_hub ? 1 : 0;
    TRY_DONE(lines.add(event.body));
    return lines.add("\n");
  };
  TRY_DONE(each_held(write));
  TRY(const WrittenFile written, lines.commit());
  TRY_DONE(replace_file(folder / (file + ".sha256"), written.digest + "  " + file + "\n"));
  const auto signature = sign(written.digest);
  if (!signature.ok()) {
    exported.why_unsigned = signature.error().message;
    return exported;
  }
  TRY_DONE(replace_file(signature_file, signature.value()));
  return exported;
}

Result<std::string> export_on_order(const formats::Configuration& configuration) {
  const std::filesystem::path& folder = configuration.store.export_folder;
  if (folder.empty()) return Error{"no export_folder is configured under [store]"};
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored))
    return Error{"the export_folder " + folder.string() + " does not exist: is the stick plugged in?"};
  TRY(const Exported exported, write_export(configuration, folder));
  return exported.file.filename().string() + ": " + count_of(exported);
}

int print_slip(const std::filesystem::path& config) { return exit_code(slip_of(config)); }

int export_held(const std::filesystem::path& config, const std::filesystem::path& folder) {
  return exit_code(export_of(config, folder));
}

}  // namespace tertulia
