// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/geojson_list.h"
#include "firmware/formats/containers/xml_list.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

using namespace tertulia;
using namespace tertulia::formats;

void check(const Sheet& sheet, const Findings& findings) {
  require(!findings.any_wrong());
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    const Row& row = sheet.rows[at];
    require(!row.cells.empty());
    require((row.number == 0) == (at == 0));
    for (const Cell& cell : row.cells) require(!cell.text.empty() && !sheet.rows[0].at(cell.column).empty());
  }
}

}  // namespace

// A list of choices in XML or GeoJSON.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  Findings of_xml;
  check(read_xml_list({"forms/towns.xml", bytes}, of_xml), of_xml);
  Findings of_json;
  check(read_geojson_list({"forms/sites.geojson", bytes}, of_json), of_json);
  return 0;
}
