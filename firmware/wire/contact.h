// SPDX-License-Identifier: Apache-2.0
// The text of a contact, which is sealed on the device and opened in the programme's office: JSON, padded
// with spaces to kContactBytes.
//
//   {address, for_others, name, offer}
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/contact.h"
#include "firmware/domain/result.h"

namespace tertulia::wire {

// Name and address have at most kMostContactTextBytes as JSON, the offer kMostOfferBytes. No other copy of
// them stays in memory.
[[nodiscard]] PrivateText encode(const Contact& contact);
[[nodiscard]] Result<Contact> decode_contact(std::string_view json);

}  // namespace tertulia::wire
