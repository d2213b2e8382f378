// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/credentials.h"

#include <fmt/format.h>

#include "firmware/files/read_file.h"
#include "firmware/formats/containers/toml.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostCredentialsBytes = 4096;

}  // namespace

Result<Credentials> read_credentials(const std::filesystem::path& path) {
  constexpr std::string_view kCure = "write two lines: username = \"...\" and password = \"...\"";
  TRY(const std::string text, read_file(path, {kMostCredentialsBytes, FilePrivacy::kMode0600, kCure}));
  const auto document = parse_toml(text);
  // The parser's own words could quote the password: only the line is told.
  if (const auto* error = std::get_if<TomlError>(&document)) {
    return Error{fmt::format("{}:{}: is not valid TOML; {}", path.string(), error->line, kCure)};
  }
  Findings ignored;  // what is missing or no text is empty
  TomlTable table(*std::get<TomlDocument>(document), {path.string(), "", "", &ignored});
  Credentials credentials{table.exact_text("username").value_or(""),
                          table.exact_text("password").value_or("")};
  if (credentials.username.empty() || credentials.password.empty()) {
    return Error{fmt::format("{}: user name or password is missing; {}", path.string(), kCure)};
  }
  return credentials;
}

}  // namespace tertulia::formats
