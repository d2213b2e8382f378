// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/contact.h"

#include <cassert>

#include <nlohmann/json.hpp>

#include "firmware/wire/json.h"

namespace tertulia::wire {

static_assert(2 * kMostContactTextBytes + kMostOfferBytes + 100 <= kContactBytes, "what stands around the texts has room, too");

std::string encode(const Contact& contact) {
  std::string text = print({{"name", contact.name},
                            {"address", contact.address},
                            {"offer", contact.offer},
                            {"for_others", contact.for_others}});
  assert(text.size() <= kContactBytes);
  text.resize(kContactBytes, ' ');
  return text;
}

Result<Contact> decode_contact(std::string_view json) {
  TRY(const Json object, parse_object(json, "contact"));
  Reader read(object, "contact");
  Contact contact;
  contact.name = read.text("name", kMostContactTextBytes);
  contact.address = read.text("address", kMostContactTextBytes);
  contact.offer = read.text("offer", kMostOfferBytes);
  contact.for_others = read.flag("for_others");
  TRY_DONE(read.outcome());
  return contact;
}

}  // namespace tertulia::wire
