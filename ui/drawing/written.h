// SPDX-License-Identifier: Apache-2.0
// What became of a text that a screen wrote, or of the logo: for tests that look for what is cut, covers
// another or is hard to read. Nothing is noted unless somebody asks: a respondent's words must not lie about.
#pragma once

#include <string>

#include "firmware/ports/geometry.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

struct Written {
  std::string text;
  Rect box;  // the room that it was given, on the glass
  Rect ink;  // the room that it took: its lines from the first to the last
  Color color;
  int asked_px = 0;  // size of its type
  int size_px = 0;   // after shrinking
  bool ellipsized = false;
  bool broke_word = false;
};

}  // namespace tertulia::ui
