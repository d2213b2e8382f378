// SPDX-License-Identifier: Apache-2.0
// Values as PostgreSQL takes them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/sql.h"

namespace tertulia::hub {

// PostgreSQL's text has neither NUL nor invalid UTF-8: each becomes U+FFFD. What must not be altered is set
// aside before (see arrival.cpp); this only keeps the rest from blocking a batch.
[[nodiscard]] std::string storable(std::string_view text);

// Column `column` of all rows as one array literal: {"a","b"}. Texts and numbers only.
[[nodiscard]] std::string array_of(const std::vector<SqlValues>& rows, std::size_t column);

// Statements that create, in PostgreSQL's words.
[[nodiscard]] std::string in_postgres_words(std::string_view statements);

}  // namespace tertulia::hub
