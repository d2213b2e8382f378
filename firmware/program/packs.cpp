// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/packs.h"

#include <iostream>
#include <utility>

#include <spdlog/spdlog.h>

#include "drivers/linux/child_process.h"
#include "drivers/linux/sandbox.h"
#include "firmware/app/status/pack_problem.h"
#include "firmware/files/appearance.h"
#include "firmware/formats/pack/canonical.h"
#include "firmware/formats/pack/report.h"
#include "firmware/program/beside.h"
#include "firmware/program/console.h"
#include "firmware/program/languages.h"
#include "firmware/program/last_good_pack.h"
#include "firmware/program/logo_report.h"
#include "firmware/program/pack_texts.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

ChildLimits import_limits(std::chrono::seconds longest) {
  ChildLimits limits;
  limits.cpu = std::chrono::seconds(30);
  limits.wall = longest;
  limits.memory_bytes = 384ULL << 20U;
  limits.output_bytes = 60ULL << 20U;  // texts of forms, and their pictures in base64
#ifdef TERTULIA_SANITIZED
  limits.memory_limit = MemoryLimit::kOff;
#endif
  return limits;
}

Result<std::string> canonical_in_child(const fs::path& pack, std::chrono::seconds longest = kLongestReading) {
  return run_limited({{program_beside_this("tertulia-import"), pack.string()},
                      "The visit pack " + pack.string(),
                      import_limits(longest)});
}

std::optional<PackProblem> problem_of(const formats::Findings& findings) {
  std::optional<PackProblem> problem;
  for (const formats::Finding& finding : findings.all()) {
    if (finding.severity != formats::Severity::kWrong) continue;
    if (problem) {
      ++problem->more;
      continue;
    }
    const auto& [file, where] = finding.place;
    std::string place = file;
    if (!where.empty()) place.append(", ").append(where);
    problem = PackProblem{std::move(place), without_quoted(finding.message), 0, false};
  }
  if (problem) problem->more += findings.more(formats::Severity::kWrong);
  return problem;
}

PackProblem problem_of(const Result<formats::PackReading>& reading) {
  if (!reading.ok()) return {"", reading.error().message, 0, false};
  return problem_of(reading.value().findings)
      .value_or(PackProblem{"", "The pack has nothing to show.", 0, false});
}

// Whether the reading has all that its files say, or enough of it.
bool is_usable(const Result<formats::PackReading>& reading, Enough enough) {
  if (!reading.ok() || !reading.value().pack) return false;
  return enough == Enough::kGoodPart || !reading.value().findings.any_wrong();
}

// A pack without the room of a screen would leave that screen with nothing to show.
std::optional<PackProblem> missing_room(const std::vector<std::string>& rooms, const Visit& visit) {
  for (const std::string& room : rooms)
    if (!visit.room(room))
      return PackProblem{"visit.toml",
                         "It has no room " + room +
                             ", in which this device stands: add it under [[rooms]], or "
                             "change the room under [[screens]] in the configuration of this device.",
                         0, false};
  return std::nullopt;
}

// Why this device cannot show what was read; none: it can.
std::optional<PackProblem> refusal_of(const Result<formats::PackReading>& reading,
                                      const std::vector<std::string>& rooms, Enough enough) {
  if (!is_usable(reading, enough)) return problem_of(reading);
  return missing_room(rooms, reading.value().pack->visit);
}

// Empty, or why it was not kept.
std::string keep(const fs::path& last_good, const std::string& seen, const formats::PackReading& reading) {
  const Outcome written = write_last_good_pack(last_good, {seen, formats::to_canonical(reading)});
  if (written.ok()) return {};
  spdlog::error(written.error().message);
  return written.error().message;
}

// A box on the glass is ugly, but no reason to refuse a pack: the exit code says nothing of it.
std::string font_report(const VisitPack& pack) {
  auto fonts = ui::Fonts::open();
  if (!fonts.ok()) return fonts.error().message + '\n';
  std::string lines;
  for (const std::string& sentence : missing_characters(pack, fonts.value())) lines += sentence + '\n';
  return lines;
}

// Such a visit has its own texts in that language, and the buttons speak English beside them.
std::string language_report(const Visit& visit) {
  const Catalogues catalogues = built_in_catalogues();
  std::string lines;
  for (const Language& language : visit.languages)
    if (catalogues.of(language).language() != language)
      lines += "Tertulia does not speak the language " + language +
               ": its buttons and labels stay in English, beside the visit's own texts.\n";
  return lines;
}

std::string sandbox_report(const Sandbox& sandbox) {
  const auto lacks = [](const char* part) {
    return std::string("The importer has no ") + part +
           " on this device, so its sandbox is weaker: use a kernel that has it.\n";
  };
  return (sandbox.filters_calls ? "" : lacks("seccomp")) + (sandbox.filters_files ? "" : lacks("Landlock"));
}

Outcome print_canonical(const std::string& path) {
  TRY(const std::string json, canonical_in_child(path));
  TRY(const auto reading, formats::from_canonical(json));
  std::cout << json << std::flush;
  if (!std::cout.good()) return Error{"The pack cannot be written: check the free space."};
  if (formats::check_exit_code(reading) == 0) return Done{};
  return Error{"Something in this pack is wrong: `tertulia check " + path + "` says what."};
}

}  // namespace

Result<formats::PackReading> read_in_child(const fs::path& pack, std::chrono::seconds longest) {
  TRY(const std::string json, canonical_in_child(pack, longest));
  return formats::from_canonical(json);
}

int import_pack(const std::string& path) {
  const auto printed = print_canonical(path);
  if (!printed.ok()) print_error(printed.error().message);
  return printed.ok() ? 0 : 2;
}

int check_pack(const std::string& path) {
  const auto reading = read_in_child(path);
  if (!reading.ok()) {
    print(reading.error().message + '\n');
    return 2;
  }
  print(formats::check_report(reading.value()) + sandbox_report(possible_sandbox()));
  if (const auto& pack = reading.value().pack) {
    print(language_report(pack->visit) + font_report(*pack));
    for (const std::string& sentence : logo_report(pack->visit.branding)) print(sentence + '\n');
  }
  return formats::check_exit_code(reading.value());
}

LoadedPack load_pack(const fs::path& pack, const fs::path& last_good, const std::vector<std::string>& rooms,
                     Keeps keeps, std::chrono::seconds longest) {
  // Looked at before it is read: what changes meanwhile is read again.
  const std::string seen = appearance_of(pack);
  const std::string seen_with = appearance_of(program_beside_this("tertulia-import")) + seen;
  const LastGoodPack kept = read_last_good_pack(last_good);
  auto last = formats::from_canonical(kept.canonical);
  const bool has_last = last.ok() && last.value().pack && !missing_room(rooms, last.value().pack->visit);
  if (has_last && kept.seen == seen_with)
    return {std::move(last.value().pack), problem_of(last.value().findings), seen};
  auto reading = read_in_child(pack, longest);
  if (!reading.ok() && longest < kLongestReading) {
    LoadedPack unread;
    unread.is_unread = true;
    if (has_last)
      unread.pack = std::move(last.value().pack);
    else
      unread.problem = PackProblem{"", "", 0, true, true};
    return unread;
  }
  const bool is_same_visit = has_last && reading.ok() && reading.value().pack &&
                             last.value().pack->visit.id == reading.value().pack->visit.id;
  auto refusal = refusal_of(reading, rooms, is_same_visit ? Enough::kAll : Enough::kGoodPart);
  if (!refusal) {
    spdlog::info("Read the visit pack {}", pack.string());
    std::string notice;
    if (keeps == Keeps::kLastGood) notice = keep(last_good, seen_with, reading.value());
    return {std::move(reading.value().pack), problem_of(reading.value().findings), seen, std::move(notice)};
  }
  spdlog::error("{}\n{}\n{}", refusal->what,
                reading.ok() ? formats::check_report(reading.value()) : std::string(),
                has_last ? "The last good pack stays in use." : "There is no last good pack to show.");
  LoadedPack loaded{std::nullopt, std::move(refusal), seen};
  loaded.problem->shows_nothing = !has_last;
  loaded.is_last_good = has_last;
  if (has_last) loaded.pack = std::move(last.value().pack);
  return loaded;
}

LoadedPack reload_pack(const fs::path& pack, const fs::path& last_good, const std::vector<std::string>& rooms,
                       Enough enough) {
  const std::string seen = appearance_of(pack);
  const std::string seen_with = appearance_of(program_beside_this("tertulia-import")) + seen;
  auto reading = read_in_child(pack);
  if (auto refusal = refusal_of(reading, rooms, enough)) {
    spdlog::warn("The visit pack has changed and cannot be used: {}", refusal->what);
    return {std::nullopt, std::move(refusal), seen};
  }
  spdlog::info("The visit pack has changed: {}", pack.string());
  std::string notice;
  if (is_usable(reading, Enough::kAll)) notice = keep(last_good, seen_with, reading.value());
  return {std::move(reading.value().pack), std::nullopt, seen, std::move(notice)};
}

VisitPack empty_pack(const std::vector<std::string>& rooms, const Language& language) {
  VisitPack pack;
  pack.visit.zone = "UTC";
  pack.visit.languages = {language.empty() ? "en" : language};
  for (const std::string& room : rooms) pack.visit.rooms.push_back({room, LocalizedText("en", room)});
  if (rooms.empty()) pack.visit.rooms.push_back({"room", {}});
  return pack;
}

}  // namespace tertulia
