// SPDX-License-Identifier: Apache-2.0
// Says what became of each text that a screen wrote, and of the logo. Tests use it to find texts that are
// cut, cover another or are hard to read. Nothing is recorded unless a test asks, because a respondent's text
// must not stay in memory.
#pragma once

#include <string>

#include "firmware/ports/geometry.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

struct Written {
  std::string text;
  Rect box;  // the space that it was given, on the glass
  Rect ink;  // the space that its lines take
  Color color;
  int asked_px = 0;  // size of its type
  int size_px = 0;   // after shrinking
  bool ellipsized = false;
  bool broke_word = false;
};

}  // namespace tertulia::ui
