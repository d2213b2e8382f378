// SPDX-License-Identifier: Apache-2.0
// The interface texts of every language in config/languages, compiled into the program. The source is made at
// build time by config/languages/generate.
#pragma once

#include "firmware/domain/catalogue.h"

namespace tertulia {

[[nodiscard]] Catalogues built_in_catalogues();

}  // namespace tertulia
