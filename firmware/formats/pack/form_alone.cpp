// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/form_alone.h"

#include <filesystem>
#include <map>
#include <utility>

#include "firmware/files/read_file.h"
#include "firmware/formats/pack/pack_files.h"
#include "firmware/formats/schedule/agenda_file.h"
#include "firmware/formats/xlsform/xlsform.h"

namespace tertulia::formats {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_any(const fs::path& path) {
  return read_file(path, {ZipLimits{}.total_bytes, {}, "check its name and rights"});
}

// A table, a calendar or a schedule that an agenda of a visit might be.
bool is_agenda(const SourceFile& source) {
  Findings not_asked_for;
  const LocalTime any_day{2000, 1, 1};
  return read_agenda_file(source, Named::kNo, {"UTC", any_day, any_day, "en"}, not_asked_for).has_value();
}

VisitPack pack_of(Questionnaire form) {
  VisitPack pack;
  pack.visit.zone = "UTC";
  pack.visit.title = form.title;
  pack.visit.languages = form.languages;
  pack.visit.rooms = {{"room", {"en", "Preview"}}};
  pack.visit.default_form = form.id;
  pack.questionnaires.push_back(std::move(form));
  return pack;
}

}  // namespace

std::optional<PackReading> read_form_alone(const std::string& path) {
  std::error_code unknown;
  if (!fs::is_regular_file(path, unknown) || path.ends_with(".visit")) return std::nullopt;
  const auto bytes = read_any(path);
  if (!bytes.ok()) return std::nullopt;
  const std::string name = fs::path(path).filename().string();
  const SourceFile source{name, bytes.value()};
  if (!is_meant_as_form(source)) return std::nullopt;
  std::map<std::string, std::string> kept;  // a source does not own its bytes
  const FilesBeside beside = [&](const std::string& wanted) -> std::optional<SourceFile> {
    if (wanted.find('/') != std::string::npos || is_left_out(wanted)) return std::nullopt;
    for (const std::string& place : paths_beside(name, wanted)) {
      const fs::path file = fs::path(path).replace_filename(place);
      if (!fs::is_regular_file(file, unknown)) continue;  // a pipe would be waited for without end
      auto other = read_any(file);
      if (!other.ok()) continue;
      const auto& [key, content] = *kept.emplace(place, std::move(other).value()).first;
      return SourceFile{key, content};
    }
    return std::nullopt;
  };
  PackReading reading;
  if (auto form = read_form(source, "en", reading.findings, beside)) {
    reading.pack = pack_of(*std::move(form));
  } else if (is_agenda(source)) {
    reading.findings = {};
    reading.findings.wrong({name, ""},
                           "This is an agenda and no form. Put it into a folder, with a visit.toml beside "
                           "it, and give that folder.");
  }
  return reading;
}

}  // namespace tertulia::formats
