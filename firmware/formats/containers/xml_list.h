// SPDX-License-Identifier: Apache-2.0
// Reads a list that is an XML file, as secondary instances of ODK are:
// `<root><item><name>braga</name><label>Braga</label></item>...</root>`, whatever the elements are called.
#pragma once

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// One row for each item; see RecordTable::finished(). Of a file that is broken, or has a DTD, the items
// before that are read, and the line is said.
[[nodiscard]] Sheet read_xml_list(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
