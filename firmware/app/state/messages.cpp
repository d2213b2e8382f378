// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/state/messages.h"

namespace tertulia {

template struct CompiledOnce<AnyToKeeper>;
template struct CompiledOnce<AnyToCourier>;
template struct CompiledOnce<AnyToMain>;

}  // namespace tertulia
