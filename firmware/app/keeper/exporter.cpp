// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/keeper/exporter.h"

namespace tertulia {

void run_exporter(const Export& write, const ExporterBoxes& boxes) {
  while (const auto request = boxes.in.take()) {
    const auto written = write();
    const CommandReply reply = written.ok() ? CommandReply{ReplyResult::kDone, written.value()}
                                            : CommandReply{ReplyResult::kRefused, written.error().message};
    // A courier that has no room left is far behind, and the hub asks again.
    static_cast<void>(boxes.courier.put(
        to_courier::Reply{std::string(name_of(hub_action::ExportNow{})), request->correlation, reply}));
  }
}

}  // namespace tertulia
