// SPDX-License-Identifier: Apache-2.0
// Documents that people take for an agenda and no reader knows, and how to make a readable one of them. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// What to do with the file, as the end of a sentence: "save it as .xlsx or .csv". None: it is no such
// document. The first bytes tell what it is, as office programs do not mind a wrong name; else its name.
[[nodiscard]] std::optional<std::string_view> cure_of_document(const SourceFile& source);

[[nodiscard]] bool is_named_like_a_table(std::string_view name);

}  // namespace tertulia::formats
