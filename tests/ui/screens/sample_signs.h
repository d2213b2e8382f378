// SPDX-License-Identifier: Apache-2.0
// The sample screens of rooms, doors and moderators in French and Amharic: the English ones with their texts
// replaced.
#pragma once

#include "firmware/ports/views.h"

namespace tertulia::test {

// Of "fr" or "am". A text that the table does not have ends the test: it would be English in the picture.
[[nodiscard]] View translated(View english, const Language& language);

}  // namespace tertulia::test
