// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/keeper/exporter.h"

namespace tertulia {

void run_exporter(const Export& write, const ExporterBoxes& boxes) {
  while (const auto request = boxes.in.take()) {
    const auto written = write();
    const CommandReply answer = written.ok() ? CommandReply{Obeyed::kDone, written.value()}
                                             : CommandReply{Obeyed::kRefused, written.error().message};
    // A courier that has no room left is far behind, and the hub asks again.
    static_cast<void>(boxes.courier.put(
        to_courier::Answer{std::string(name_of(order::ExportNow{})), request->correlation, answer}));
  }
}

}  // namespace tertulia
