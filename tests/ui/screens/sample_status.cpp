// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_status.h"

#include <utility>

#include "tests/support/status_views.h"

namespace tertulia::test {

std::vector<SampleView> sample_status() {
  std::vector<SampleView> samples;
  const DeviceState device_state = lisbon_device();
  for (const char* language : {"en", "fr", "ar", "am"}) {
    for (NamedView& each : status_views(device_state, language))
      if (each.name == "status" || each.name == "status-much-is-wrong" || each.name == "status-enrol")
        samples.push_back({each.name, language, std::move(each.view)});
    for (NamedView& each : kiosk_views(device_state, language))
      if (each.name == "attract-not-saved" || each.name == "attract-saved")
        samples.push_back({each.name, language, std::move(each.view)});
  }
  return samples;
}

}  // namespace tertulia::test
