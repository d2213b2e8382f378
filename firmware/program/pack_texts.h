// SPDX-License-Identifier: Apache-2.0
// Every text of a visit pack that somebody will read, with the place where it stands, and the characters
// among them that no font of the device has.
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

// In the order of the pack; the texts live as long as it does.
void for_each_text(const VisitPack& pack, const std::function<void(const PackText&)>& see);

// One sentence for each character: what it is and where it stands. Empty when every one can be drawn.
[[nodiscard]] std::vector<std::string> missing_characters(const VisitPack& pack, ui::Fonts& fonts);

}  // namespace tertulia
