// SPDX-License-Identifier: Apache-2.0
// The DOCTYPE of an XML document. Older programs write one that says nothing; one with entities may grow a
// file of a few lines to any size, or read other files. XmlReader takes none. Pure.
#pragma once

#include <string>

#include "firmware/domain/result.h"

namespace tertulia::formats {

// The document with blanks in place of its DOCTYPE, so that its lines keep their numbers. Errors: the DOCTYPE
// declares entities.
[[nodiscard]] Result<std::string> without_doctype(std::string xml);

}  // namespace tertulia::formats
