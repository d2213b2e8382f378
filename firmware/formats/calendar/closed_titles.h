// SPDX-License-Identifier: Apache-2.0
// Titles that say of themselves that a session is closed or cancelled, in English, French, Spanish,
// Portuguese, Arabic, Amharic, Georgian, Swahili, German and Italian. Pure.
#pragma once

#include <string_view>

namespace tertulia::formats {

// "Closed session", "Budget (confidential)", "Réunion à huis clos", "Mesa bilateral cerrada". False of
// "Closing session", "Closed loops in the circular economy". An entry with such a title that nobody marked is
// an error of the person: shown, it would betray what is closed.
[[nodiscard]] bool says_closed(std::string_view title);

// "Canceled: Site visit" as Outlook writes it, "[ANNULÉ] Visite", "Visita (cancelada)".
[[nodiscard]] bool says_cancelled(std::string_view title);

}  // namespace tertulia::formats
