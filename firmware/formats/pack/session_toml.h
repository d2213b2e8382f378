// SPDX-License-Identifier: Apache-2.0
// The [[sessions]] tables of `visit.toml`; the schema stands in visit_toml.h.
#pragma once

#include "firmware/formats/containers/toml_reader.h"
#include "firmware/formats/pack/visit_toml.h"

namespace tertulia::formats {

[[nodiscard]] SessionDetails read_session_details(TomlReader& table);

}  // namespace tertulia::formats
