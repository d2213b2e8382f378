// SPDX-License-Identifier: Apache-2.0
#include "drivers/sealing/sodium_sealer.h"

#include <sodium.h>

#include "firmware/domain/contact.h"

namespace tertulia {

static_assert(kSealedBytes == kContactBytes + crypto_box_SEALBYTES);

Result<SodiumSealer> SodiumSealer::open() {
  if (sodium_init() < 0) return Error{"libsodium cannot start: without it no contact can be sealed"};
  return SodiumSealer();
}

Result<std::vector<std::uint8_t>> SodiumSealer::seal(const SealingKey& key, std::string_view text) {
  std::vector<std::uint8_t> sealed(text.size() + crypto_box_SEALBYTES);
  if (crypto_box_seal(sealed.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                      key.bytes().data()) != 0)
    return Error{
        "Nothing can be sealed to the programme's key: make another one with `tertulia-hub "
        "make-contact-key`"};
  return sealed;
}

}  // namespace tertulia
