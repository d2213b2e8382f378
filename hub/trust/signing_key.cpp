// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/signing_key.h"

#include "hub/trust/secret_file.h"

namespace tertulia::hub {
namespace {

constexpr const char* kWhat = "signing key";

}  // namespace

Result<wire::SigningKey> read_signing_key(const std::string& path) {
  if (path.empty()) return Error{"no signing key is given; make one once with: tertulia-hub make-key FILE"};
  TRY(const std::string text, read_secret(path, kWhat));
  auto key = wire::SigningKey::parse(text);
  if (!key.ok()) return Error{"the file " + path + " is " + key.error().message};
  return key;
}

Result<wire::PublicKey> make_signing_key(const std::string& path) {
  const auto key = wire::SigningKey::random();
  TRY_DONE(write_secret(path, kWhat, key.text()));
  return key.public_key();
}

}  // namespace tertulia::hub
