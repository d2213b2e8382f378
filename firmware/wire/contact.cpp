// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/contact.h"

#include <cassert>

#include <nlohmann/json.hpp>

#include "firmware/wire/json.h"

namespace tertulia::wire {

static_assert(3 * kMostContactTextBytes + 100 <= kContactBytes, "what stands around the texts has room, too");

std::string encode(const Contact& contact) {
  std::string text = print({{"name", contact.name},
                            {"organisation", contact.organisation},
                            {"address", contact.address},
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
  contact.organisation = read.text("organisation", kMostContactTextBytes);
  contact.address = read.text("address", kMostContactTextBytes);
  contact.for_others = read.flag("for_others");
  TRY_DONE(read.outcome());
  return contact;
}

}  // namespace tertulia::wire
