// SPDX-License-Identifier: Apache-2.0
// Reads the features of a GeoJSON file (RFC 7946) as a list: the texts and numbers of their `properties`, and
// the `id` of a feature where it has no such property.
#pragma once

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// One row for each feature; see RecordTable::finished(). Places are left out, which is said once. Of a file
// that is broken the features before that are read, and the line is said. Nothing deeper than a feature needs
// is kept, so that the largest outline costs no memory.
[[nodiscard]] Sheet read_geojson_list(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
