// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/identity.h"

#include <system_error>

#include "drivers/openssl/certificates.h"
#include "drivers/openssl/enrolment_request.h"
#include "drivers/openssl/signing.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/wire/enrolment.h"
#include "firmware/wire/export_signature.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

Identity places_in(const fs::path& folder) {
  return {folder / "key.pem", folder / "certificate.pem", folder / "authority.pem", ""};
}

Result<std::string> read(const fs::path& path) {
  return read_file(path, {.cure = "enrol this device first, with `tertulia enrol`"});
}

}  // namespace

Result<Identity> read_identity(const fs::path& folder) {
  Identity identity = places_in(folder);
  for (const fs::path& path : {identity.key, identity.certificate, identity.authority}) TRY_DONE(read(path));
  TRY(identity.hub_key, read(folder / "hub-key"));
  return identity;
}

bool is_enrolled(const fs::path& folder) { return read_identity(folder).ok(); }

Result<Application> apply_for_identity(const formats::Configuration& configuration, WallTime now) {
  const fs::path& folder = configuration.broker.identity;
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return Error{folder.string() + " cannot be made: " + failed.message()};
  const fs::path key_file = places_in(folder).key;
  if (!fs::exists(key_file)) TRY_DONE(replace_file(key_file, openssl::make_key()));  // mode 0600
  TRY(const std::string key, read(key_file));
  openssl::Applicant applicant{configuration.device.id, {}};
  for (const auto& screen : configuration.screens)
    applicant.roles.emplace_back(formats::to_text(screen.role));
  TRY(const std::string request, openssl::make_enrolment_request(key, applicant, now));
  TRY(const std::string public_key, openssl::public_key_of(key));
  return Application{request, openssl::code_for(applicant, public_key), openssl::in_words(applicant)};
}

Result<std::string> sign_export(const formats::Configuration& configuration, const std::string& sha256) {
  const fs::path& folder = configuration.broker.identity;
  if (folder.empty())
    return Error{"this device has no certificate, and with a password alone nothing can be signed"};
  const Identity places = places_in(folder);
  TRY(const std::string key, read(places.key));
  TRY(const std::string certificate, read(places.certificate));
  const wire::Origin origin{configuration.device.programme, configuration.device.id};
  TRY(const std::string signature, openssl::sign(key, wire::signed_text(origin, sha256)));
  return wire::encode(wire::ExportSignature{origin, sha256, signature, certificate});
}

Outcome take_identity(const fs::path& folder, const Admission& admission) {
  if (!openssl::is_same_code(admission.code, openssl::code_of(admission.bundle)))
    return Error{
        "the typed code does not belong to this file: check the code, and whether this is the file that "
        "the hub made for this device"};
  TRY(const auto bundle, wire::decode_enrolment(admission.bundle));
  const Identity places = places_in(folder);
  TRY(const std::string key, read(places.key));
  TRY_DONE(openssl::check_issued(bundle.certificate, bundle.authority, key));
  TRY(const auto certified, openssl::read_certificate(bundle.certificate));
  if (certified.common_name != admission.device)
    return Error{"the certificate is for " + certified.common_name + ", and this device is called " +
                 admission.device};
  TRY_DONE(replace_file(places.authority, bundle.authority));
  TRY_DONE(replace_file(folder / "hub-key", bundle.hub_key));
  return replace_file(places.certificate, bundle.certificate);
}

}  // namespace tertulia
