// SPDX-License-Identifier: Apache-2.0
// A reading of a pack as canonical JSON and back, exactly: what the import child prints for its parent. The
// parent trusts none of it; decoding never throws and names the path of what is not as it should be.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/formats/pack/pack.h"

namespace tertulia::formats {

[[nodiscard]] std::string to_canonical(const PackReading& reading);
[[nodiscard]] Result<PackReading> from_canonical(std::string_view json);

}  // namespace tertulia::formats
