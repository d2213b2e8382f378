// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/exporter.h"

namespace tertulia {

void run_exporter(const Export& write, const ExporterBoxes& boxes) {
  while (const auto request = boxes.in.take()) {
    const auto written = write();
    const OrderAnswer answer = written.ok() ? OrderAnswer{Obeyed::kDone, written.value()}
                                            : OrderAnswer{Obeyed::kRefused, written.error().message};
    // A courier that has no room left is far behind, and the hub asks again.
    static_cast<void>(boxes.courier.put(
        to_courier::Answer{std::string(name_of(order::ExportNow{})), request->correlation, answer}));
  }
}

}  // namespace tertulia
