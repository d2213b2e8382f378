// SPDX-License-Identifier: Apache-2.0
// A sentence for whoever stands at a kiosk, above everything else.
#pragma once

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// Across the page, under the header; takes its height off it.
void draw_notice(Frame& frame, Box& page, const Notice& notice);

}  // namespace tertulia::ui
