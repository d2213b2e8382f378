// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/credentials.h"

#include <fmt/format.h>

#include "firmware/files/read_file.h"
#include "firmware/formats/containers/toml_tree.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostBytes = 4096;

std::string member(const TomlValue& table, std::string_view key) {
  for (const TomlMember& each : std::get<TomlMembers>(table.data)) {
    const auto* text = std::get_if<std::string>(&each.value.data);
    if (each.key == key && text != nullptr) return *text;
  }
  return {};
}

}  // namespace

Result<Credentials> read_credentials(const std::filesystem::path& path) {
  constexpr std::string_view kCure = "write two lines: username = \"...\" and password = \"...\"";
  TRY(const std::string text, read_file(path, {kMostBytes, FilePrivacy::kMode0600, kCure}));
  const auto document = parse_toml(text);
  // The parser's own words could quote the password: only the line is told.
  if (const auto* error = std::get_if<TomlError>(&document)) {
    return Error{fmt::format("{}:{}: is not valid TOML; {}", path.string(), error->line, kCure)};
  }
  const auto& table = std::get<TomlValue>(document);
  Credentials credentials{member(table, "username"), member(table, "password")};
  if (credentials.username.empty() || credentials.password.empty()) {
    return Error{fmt::format("{}: user name or password is missing; {}", path.string(), kCure)};
  }
  return credentials;
}

}  // namespace tertulia::formats
