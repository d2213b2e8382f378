// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/contact.h"

#include <cassert>

#include <nlohmann/json.hpp>

#include "firmware/wire/json.h"

namespace tertulia::wire {

static_assert(2 * kMostContactTextBytes + kMostOfferBytes + 100 <= kContactBytes,
              "what stands around the texts has room, too");

namespace {

// As print() writes it (RFC 8259, section 7), but a library's objects would keep copies.
void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::string_view kShort = "btn-fr";  // from 08 on
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out.append({'\\', c});
    else if (c >= '\b' && c <= '\r' && c != '\v')
      out.append({'\\', kShort[byte - 8U]});
    else if (byte < 0x20)
      out.append("\\u00").append({kDigits[byte >> 4U], kDigits[byte & 15U]});
    else
      out += c;
  }
  out += '"';
}

}  // namespace

PrivateText encode(const Contact& contact) {
  PrivateText text;
  text.reserve(kContactBytes);
  append_quoted(text.append("{\"address\":"), contact.address);
  append_quoted(text.append(",\"name\":"), contact.name);
  append_quoted(text.append(",\"offer\":"), contact.offer);
  text.append(",\"for_others\":").append(contact.for_others ? "true}" : "false}");
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
