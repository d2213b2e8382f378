// SPDX-License-Identifier: Apache-2.0
// Lists every text of a visit pack that people will read and where it stands, and the characters in them that
// no font of the device has.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "firmware/domain/visit.h"
#include "ui/text/fonts.h"

namespace tertulia {

struct PackText {
  std::string place;  // "the title of session opening"
  Language language;
  const std::string& text;
};

// In the order of the pack, which must outlive the texts.
void for_each_text(const VisitPack& pack, const std::function<void(const PackText&)>& see);

// One sentence for each script whose font is not installed, with the package that brings it, and one for each
// character that no package brings. Each says where it stands first. Empty when all can be drawn.
[[nodiscard]] std::vector<std::string> missing_characters(const VisitPack& pack, ui::Fonts& fonts);

}  // namespace tertulia
