// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/state/messages.h"

namespace tertulia {

template struct CompiledOnce<AnyToKeeper>;
template struct CompiledOnce<AnyToCourier>;
template struct CompiledOnce<AnyToMain>;

std::size_t heard_bytes(const ToMain& message) {
  if (const auto* word = std::get_if<to_main::HeardInRoom>(&message)) return word->bytes;
  if (const auto* here = std::get_if<to_main::HeardHereInRoom>(&message)) return here->bytes;
  return 0;
}

}  // namespace tertulia
