// SPDX-License-Identifier: Apache-2.0
// The bytes of an XML file as a parser can read them, whatever encoding the file claims to have. Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::formats {

struct XmlText {
  std::string bytes;
  std::string remark;  // what was guessed, with the cure; may be empty
};

// UTF-8 and UTF-16 show in the bytes, so that a declaration that says something else is not believed. Other
// encodings are left to the parser. Without a DOCTYPE. Errors: the declaration names an encoding that does
// not exist; the DOCTYPE declares entities.
[[nodiscard]] Result<XmlText> as_readable_xml(std::string_view bytes);

}  // namespace tertulia::formats
