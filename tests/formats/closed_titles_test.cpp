// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/closed_titles.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

TEST(closed_titles, a_title_can_say_in_every_language_that_the_session_is_closed) {
  for (const char* title : {"Closed session",
                            "CLOSED MEETING of the teams",
                            "Closed bilateral meeting",
                            "Closed-door talks",
                            "Talks behind closed doors",
                            "Private meeting",
                            "Confidential exchange",
                            "Budget (closed)",
                            "[Closed] Budget",
                            "Closed: budget",
                            "Budget - closed",
                            "Budget – confidential",
                            "Huis clos",
                            "Réunion à huis clos",
                            "Séance fermée",
                            "Réunion bilatérale fermée",
                            "Atelier fermé",
                            "Budget (fermé)",
                            "Séance privée",
                            "Reunión cerrada",
                            "Sesión a puerta cerrada",
                            "Sesión de trabajo cerrada",
                            "Reunión privada",
                            "Mesa (cerrada)",
                            "Reunião fechada",
                            "Sessão à porta fechada",
                            "Reunião bilateral fechada",
                            "Orçamento (fechado)",
                            "جلسة مغلقة",
                            "اجتماع مغلق",
                            "لقاء خلف الأبواب المغلقة",
                            "الجلسة المغلقة",
                            "ዝግ ስብሰባ",
                            "ዝግ ውይይት",
                            "დახურული შეხვედრა",
                            "დახურული სხდომა",
                            "Kikao cha faragha",
                            "Mkutano wa siri",
                            "Kikao kilichofungwa",
                            "Geschlossene Sitzung",
                            "Sessione a porte chiuse"})
    EXPECT_TRUE(says_closed(title)) << title;
}

TEST(closed_titles, other_titles_with_such_words_are_open) {
  for (const char* title :
       {"Closing session", "Séance de clôture", "Sesión de clausura", "Closed loops in the circular economy",
        "Meeting private partners", "Panel session: private sector", "Encuentro sector privado",
        "Rencontre à la ferme", "Ferme", "Private and public money", "Why schools closed",
        "Sesión sobre las fronteras cerradas", "جلسة خاصة", "Enclosed gardens", "Open session", "Opening",
        ""})
    EXPECT_FALSE(says_closed(title)) << title;
}

TEST(cancelled_titles, a_calendar_program_marks_a_cancelled_entry_in_its_title) {
  for (const char* title :
       {"Canceled: Site visit", "CANCELLED - Site visit", "[Cancelled] Site visit", "Site visit (cancelled)",
        "Annulé : Visite", "Annulée: visite", "Cancelado: Visita", "Cancelada: visita", "ملغى: زيارة",
        "ملغاة - زيارة", "ተሰርዟል፡ ጉብኝት", "გაუქმებულია: ვიზიტი", "Imeghairiwa: Ziara", "Abgesagt: Besuch"})
    EXPECT_TRUE(says_cancelled(title)) << title;
}

TEST(cancelled_titles, a_session_about_a_cancellation_takes_place) {
  for (const char* title :
       {"Cancelled flights and their refunds", "Why the festival was cancelled", "Site visit", ""})
    EXPECT_FALSE(says_cancelled(title)) << title;
}

}  // namespace
}  // namespace tertulia::formats
