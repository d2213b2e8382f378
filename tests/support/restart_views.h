// SPDX-License-Identifier: Apache-2.0
// A kiosk after a restart in the middle of answers, and with a disk that takes none.
#pragma once

#include <vector>

#include "firmware/app/kiosk/kiosk.h"
#include "tests/support/lisbon_views.h"

namespace tertulia::test {

inline void add_restart_views(std::vector<NamedView>& views, DeviceState device_state,
                              const RoleSettings& settings, const Now& now) {
  const KioskContext context{device_state, settings, now, SubmissionId({1})};
  const auto add = [&](const char* name) {
    views.push_back({name, kiosk_view(first_kiosk(context), context)});
  };
  device_state.interrupted = {{SubmissionId({1}), 0, settings.room, settings.language, true}};
  add("attract-saved");
  device_state.interrupted.front().is_saved = false;
  add("attract-not-saved");
  device_state.interrupted.clear();
  device_state.store_closed = "The disk is full: nothing was saved in /var/lib/tertulia/store.db.";
  add("attract-closed");
}

}  // namespace tertulia::test
