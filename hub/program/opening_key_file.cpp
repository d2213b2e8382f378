// SPDX-License-Identifier: Apache-2.0
#include "hub/program/opening_key_file.h"

#include <CLI/CLI.hpp>

#include "hub/trust/secret_file.h"

namespace tertulia::hub {

void add_passphrase_option(CLI::App& command, KeyFile& file) {
  command.add_option("--passphrase-file", file.passphrase_file,
                     "file with the passphrase of the key in its first line, mode 0600");
}

Result<std::string> passphrase_of(const KeyFile& file) {
  if (file.passphrase_file.empty()) return std::string();
  return read_secret(file.passphrase_file, "passphrase file");
}

Result<OpeningKey> read_key(const KeyFile& file) {
  TRY(const std::string passphrase, passphrase_of(file));
  TRY(const std::string text, read_secret(file.path, kOpeningKey));
  auto key = OpeningKey::parse(text, passphrase);
  if (!key.ok()) return Error{"the file " + file.path + " is " + key.error().message};
  return key;
}

}  // namespace tertulia::hub
