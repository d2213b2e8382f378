// SPDX-License-Identifier: Apache-2.0
// Writes a pack and its findings as canonical JSON and reads them back without loss. The import child prints
// this for its parent. The parent trusts nothing in it: a wrong type, an unknown word or a number out of
// range is an error that names the path.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/formats/pack/pack.h"

namespace tertulia::formats {

[[nodiscard]] std::string to_canonical(const PackReading& reading);
[[nodiscard]] Result<PackReading> from_canonical(std::string_view json);

}  // namespace tertulia::formats
