// SPDX-License-Identifier: Apache-2.0
// The exporter: a thread that writes what this device holds to a folder when the hub commands it, and replies
// to the hub. It is not the keeper, because a stick may take seconds and no answer may wait for it (decision
// 051).
#pragma once

#include <functional>
#include <string>

#include "firmware/app/state/messages.h"
#include "firmware/domain/result.h"

namespace tertulia {

struct ExporterBoxes {  // both must outlive the exporter's thread
  ExporterBox& in;
  CourierBox& courier;
};

// Says in words what was written. Errors: why nothing was written. Called on the thread of the exporter.
using Export = std::function<Result<std::string>()>;

// Body of the exporter's thread: returns when boxes.in is closed and empty.
void run_exporter(const Export& write, const ExporterBoxes& boxes);

}  // namespace tertulia
