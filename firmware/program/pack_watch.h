// SPDX-License-Identifier: Apache-2.0
// Looks every two seconds whether the visit pack has changed, and tells the main thread what came of reading
// it. Rules: decisions 088 and 099.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "firmware/app/state/messages.h"
#include "firmware/domain/visit.h"

namespace tertulia {

struct PackWatch {
  std::filesystem::path pack;
  std::filesystem::path last_good;  // where a pack is kept in which nothing is wrong
  std::string seen;                 // appearance of the pack before it was last read
  std::vector<std::string> rooms;   // in which screens of this device stand
  std::size_t look = 0;             // of what is shown, see look_of()
  bool shows_nothing = false;       // it is enough that some of it can be shown
  bool is_unread = false;           // the start did not wait for it: what can be used of it is taken unasked
};

// Of logo and colour; equal for equal ones.
[[nodiscard]] std::size_t look_of(const Branding& branding);

// Until it is told to stop; on a thread of its own. A change is told at most six seconds after the last file
// was written, when nobody copies any more.
void watch_pack(PackWatch watch, MainBox& box, const std::stop_token& stop);

}  // namespace tertulia
