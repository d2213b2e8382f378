// SPDX-License-Identifier: Apache-2.0
#include "firmware/ports/views.h"

namespace tertulia {

template struct CompiledOnce<AnyView>;

}  // namespace tertulia
