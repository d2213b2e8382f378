// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/secret_file.h"

#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"

namespace tertulia::hub {
namespace {

Error about(std::string_view what, const Error& error) { return {std::string(what) + " " + error.message}; }

}  // namespace

Result<std::string> read_secret(const std::string& path, std::string_view what) {
  const auto text = read_file(path, {.privacy = FilePrivacy::kOwnerOnly, .cure = "make it with mode 0600"});
  if (!text.ok()) return about(what, text.error());
  std::string secret = text.value().substr(0, text.value().find('\n'));
  if (secret.ends_with('\r')) secret.pop_back();
  if (secret.empty())
    return Error{std::string(what) + " " + path + " is empty; its first line must be the secret"};
  return secret;
}

Outcome write_secret(const std::string& path, std::string_view what, std::string_view secret) {
  const auto made = create_private_file(path, std::string(secret) + "\n");
  return made.ok() ? made : about(what, made.error());
}

}  // namespace tertulia::hub
