// SPDX-License-Identifier: Apache-2.0
#include "firmware/ports/intents.h"

namespace tertulia {

template struct CompiledOnce<AnyIntent>;

}  // namespace tertulia
