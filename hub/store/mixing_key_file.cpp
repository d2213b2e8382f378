// SPDX-License-Identifier: Apache-2.0
#include "hub/store/mixing_key_file.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "firmware/domain/digest.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"
#include "hub/store/postgres.h"

namespace tertulia::hub {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameDigits = 16;

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Result<fs::path> state_folder() {
  // systemd may name several, with colons between them.
  const std::string of_service = variable("STATE_DIRECTORY");
  if (!of_service.empty()) return fs::path(of_service.substr(0, of_service.find(':')));
  const std::string state = variable("XDG_STATE_HOME");
  if (!state.empty()) return fs::path(state) / "tertulia-hub";
  const std::string home = variable("HOME");
  if (!home.empty()) return fs::path(home) / ".local" / "state" / "tertulia-hub";
  return Error{
      "there is no folder for the key under which answers wait: set STATE_DIRECTORY to one of this user "
      "alone"};
}

// Of this machine and file; systemd asks programs not to show the machine's own id.
std::string keeper_of(const fs::path& path) {
  const auto machine = read_file("/etc/machine-id");
  return sha256_hex((machine.ok() ? machine.value() : std::string()) + fs::absolute(path).string())
      .substr(0, kNameDigits);
}

Outcome make_folder_of(const fs::path& path) {
  const fs::path folder = path.parent_path();
  std::error_code problem;
  if (folder.empty() || !fs::create_directories(folder, problem)) return Done{};
  fs::permissions(folder, fs::perms::owner_all, problem);
  if (problem) return Error{"folder " + folder.string() + " cannot be closed to others"};
  return Done{};
}

}  // namespace

Result<MixingKeyFile> mixing_key_file(const std::string& database) {
  if (!Postgres::is_url(database)) return MixingKeyFile{database + ".mixing", ""};
  TRY(const fs::path folder, state_folder());
  const fs::path path = folder / ("mixing-" + sha256_hex(database).substr(0, kNameDigits));
  return MixingKeyFile{path.string(), keeper_of(path)};
}

Result<MixingKeys> read_mixing_keys(const MixingKeyFile& file) {
  std::error_code problem;
  const auto status = fs::status(file.path, problem);
  if (status.type() == fs::file_type::not_found) return MixingKeys::parse({});
  TRY(const std::string text,
      read_file(file.path, {.privacy = FilePrivacy::kOwnerOnly, .cure = "run this as the user of the hub"}));
  return MixingKeys::parse(text);
}

Outcome write_mixing_keys(const MixingKeyFile& file, const MixingKeys& keys) {
  if (keys.empty()) return remove_file(file.path);
  TRY_DONE(make_folder_of(file.path));
  return replace_file(file.path, keys.text());
}

}  // namespace tertulia::hub
