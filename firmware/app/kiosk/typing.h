// SPDX-License-Identifier: Apache-2.0
// What the pages with a keyboard share, of kiosks and of desks. Pure.
#pragma once

#include <string>

#include "firmware/app/kiosk/text_entry.h"
#include "firmware/domain/catalogue.h"
#include "firmware/ports/intents.h"

namespace tertulia {

// What a touch on the keyboard or in the field does to the text. The key that stores it does nothing here.
[[nodiscard]] TextEntry typed(TextEntry entry, const Intent& intent, std::size_t longest);
[[nodiscard]] bool is_done_key(const Intent& intent);
// Whether typed() may do something.
[[nodiscard]] bool is_typing(const Intent& intent);
[[nodiscard]] TextEntry entry_with(const std::string& text, const TextEntry& before);

// The field, without a keyboard.
[[nodiscard]] TextBody field_of(const TextEntry& entry, const std::string& name);
// The field and its keyboard. `done` is the label of the key that stores the text.
[[nodiscard]] TextBody field_of(const TextEntry& entry, const Catalogue& words, const std::string& name,
                                const std::string& done);

}  // namespace tertulia
