// SPDX-License-Identifier: Apache-2.0
// Tables that are files beside a form, in CSV, XML or GeoJSON: choices come out of them, and pulldata() and
// instance() read them. Internal to the XLSForm parser.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/form_binds.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

inline constexpr std::string_view kCsv = ".csv";
inline constexpr std::string_view kXml = ".xml";
inline constexpr std::string_view kGeoJson = ".geojson";
inline constexpr std::string_view kTableEndings[] = {kCsv, kXml, kGeoJson};

// The one of these with which the name of a file ends, in any case; empty when it ends in another way.
[[nodiscard]] std::string_view table_ending(std::string_view file);

// "cities" of "cities.csv", as expressions name the table; any other name is as it is.
[[nodiscard]] std::string table_name(const std::string& list);

// The rows of the file, its header first, in a sheet that is called like it. None: there is no such file, or
// it has none.
[[nodiscard]] std::optional<Sheet> table_beside(const std::string& file, const FormContext& context);

// The file that expressions call "cities": of "cities.csv", "cities.xml" and "cities.geojson" the first that
// is there. "cities.xml" is that file alone. None when there is none. At most most_rows_of() rows.
[[nodiscard]] std::optional<FormTable> table_of_file(const std::string& name, const FormContext& context);

// How many rows of so many columns may be in memory with all their cells, the empty ones too; and what is
// said of a table that has more.
[[nodiscard]] std::size_t most_rows_of(std::size_t columns);
[[nodiscard]] std::string only_first_rows(std::size_t rows);

// "towns.csv" of a row csv-external that is called towns: it only says that expressions read that file. Empty
// for rows of other types. `type` is plain.
[[nodiscard]] std::string external_file(const FormSheet& survey, const Row& row, std::string_view type);

}  // namespace tertulia::formats
