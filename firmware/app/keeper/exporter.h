// SPDX-License-Identifier: Apache-2.0
// The exporter: a thread that writes the device's events to a folder when the hub commands it, and replies to
// the hub. The keeper does not do it: a stick may take minutes, and no answer may wait for it.
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

// What was written, in words. Errors: why not. On the exporter's thread.
using Export = std::function<Result<std::string>()>;

// Body of the exporter's thread: returns when boxes.in is closed and empty.
void run_exporter(const Export& write, const ExporterBoxes& boxes);

}  // namespace tertulia
