// SPDX-License-Identifier: Apache-2.0
// Values and statements in the form that PostgreSQL takes. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/sql.h"

namespace tertulia::hub {

// A text in PostgreSQL has neither NUL nor invalid UTF-8; each becomes U+FFFD here, so that one text cannot
// block a batch. A row that must not be altered was put into the quarantine before (arrival.cpp).
[[nodiscard]] std::string storable(std::string_view text);

// Column `column` of all rows as one array literal: {"a","b"}. Texts and numbers only.
[[nodiscard]] std::string array_of(const std::vector<SqlValues>& rows, std::size_t column);

// CREATE and ALTER statements that are written for SQLite, in the words of PostgreSQL.
[[nodiscard]] std::string in_postgres_words(std::string_view statements);

}  // namespace tertulia::hub
