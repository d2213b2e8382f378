// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/rehearsal.h"

#include <cstdlib>
#include <utility>

#include "firmware/app/text/labels.h"
#include "firmware/program/last_good_pack.h"
#include "firmware/program/packs.h"

namespace tertulia {
namespace {

constexpr Minutes kBeforeTheFirst{10};

Result<std::filesystem::path> scratch_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tertulia-rehearsal-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    return Error{name + ": the folder for the rehearsal cannot be made; check TMPDIR and the space there"};
  return std::filesystem::path(name);
}

}  // namespace

Result<double> rehearsal_speed(const std::string& text) {
  constexpr double kMost = 1000;
  const std::string digits = text.ends_with('x') ? text.substr(0, text.size() - 1) : text;
  char* end = nullptr;
  const double speed = std::strtod(digits.c_str(), &end);
  const bool is_number = !digits.empty() && end == digits.c_str() + digits.size();
  if (!is_number || !(speed >= 1 && speed <= kMost))
    return Error{"--rehearse " + text + ": write a speed from 1x to 1000x, for example 10x"};
  return speed;
}

Rehearsal::Rehearsal(RunOptions options, std::filesystem::path folder)
    : options_(std::move(options)), folder_(std::move(folder)) {}

Rehearsal::Rehearsal(Rehearsal&& other) noexcept
    : options_(std::move(other.options_)), folder_(std::exchange(other.folder_, {})) {}

Rehearsal& Rehearsal::operator=(Rehearsal&& other) noexcept {
  std::swap(options_, other.options_);
  std::swap(folder_, other.folder_);
  return *this;
}

Rehearsal::~Rehearsal() {
  std::error_code ignored;  // the system empties its folder for such files by itself
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

Result<Rehearsal> Rehearsal::begin(const RunOptions& options, formats::Configuration& configuration) {
  RunOptions rehearsed = options;
  TRY(rehearsed.rate, rehearsal_speed(options.rehearse));
  TRY(const std::filesystem::path folder, scratch_folder());
  Rehearsal rehearsal(std::move(rehearsed), folder);
  configuration.broker = formats::BrokerSettings{};
  configuration.broker.host.clear();
  configuration.store.path = folder / "store.db";
  configuration.store.export_folder.clear();
  if (!rehearsal.options_.at.empty()) return rehearsal;
  const LoadedPack loaded = load_pack(options.pack.empty() ? configuration.visit.pack : options.pack,
                                      last_good_of(configuration.store), {});
  if (!loaded.pack)
    return Error{"There is nothing to rehearse: " + loaded.problem.value_or(PackProblem{}).what};
  const VisitPack& pack = *loaded.pack;
  for (const Session& session : pack.agenda.sessions) {
    if (session.all_day) continue;
    rehearsal.options_.at = to_rfc3339(session.start() - kBeforeTheFirst);
    return rehearsal;
  }
  return Error{"There is nothing to rehearse: the agenda has no session"};
}

void mark_rehearsal(std::vector<ui::Look>& looks, const std::vector<RoleSettings>& roles,
                    const DeviceState& device_state) {
  for (std::size_t i = 0; i < looks.size() && i < roles.size(); ++i) {
    const Catalogue& words = device_state.catalogues.of(language_of(device_state, roles[i]));
    looks[i].ribbon = rehearsal_text(words);
  }
}

}  // namespace tertulia
