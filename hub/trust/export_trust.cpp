// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/export_trust.h"

#include <algorithm>

#include "drivers/openssl/certificates.h"
#include "drivers/openssl/signing.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/wire/export_signature.h"
#include "hub/trust/authority.h"

namespace tertulia::hub {

Result<wire::Origin> signer_of(const std::string& authority_folder, std::string_view signature,
                               std::string_view sha256) {
  TRY(const auto signed_by, wire::decode_export_signature(signature));
  const std::string device = signed_by.origin.device;
  if (signed_by.sha256 != sha256)
    return Error{"the file is not the one that " + device +
                 " signed: it was cut short or altered. Copy it from the device once more"};
  TRY(const std::string authority, programme_certificate(authority_folder));
  TRY_DONE(openssl::check_device(signed_by.certificate, authority));
  TRY(const auto holder, openssl::read_certificate(signed_by.certificate));
  if (holder.common_name != device)
    return Error{"it was signed by " + terminal_text(holder.common_name) + ", which calls itself " + device};
  if (!openssl::has_signed(signed_by.certificate, wire::signed_text(signed_by.origin, sha256),
                           signed_by.signature))
    return Error{"its signature is not one of " + device + ": it was altered or forged"};
  TRY(const bool is_revoked, is_turned_away(authority_folder, holder.serial));
  if (is_revoked)
    return Error{"the certificate of " + device +
                 " was revoked: whoever holds that device may have written it"};
  return signed_by.origin;
}

}  // namespace tertulia::hub
