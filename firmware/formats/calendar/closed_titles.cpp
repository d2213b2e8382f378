// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/closed_titles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "firmware/formats/text/words.h"

namespace tertulia::formats {
namespace {

using Words = std::vector<std::string>;

// The words below are as plain_words() leaves them. What can be closed:
constexpr std::string_view kMeetings =
    " session sessions meeting meetings discussion discussions talks consultation consultations roundtable "
    "round"
    " table debate dialogue exchange plenary briefing event hearing working workshop forum group part lunch "
    "dinner"
    " seance reunion atelier rencontre entretien entretiens concertation partie pleniere"
    " sesion mesa encuentro taller parte dialogo conversacion plenaria consulta"
    " sessao reuniao encontro oficina conversa plenario"
    " جلسه اجتماع لقاء ورشه نقاش حوار مباحثات محادثات"
    " ስብሰባ ውይይት ክፍለ ጉባኤ መድረክ"
    " სხდომა შეხვედრა სესია დისკუსია მოლაპარაკება"
    " kikao mkutano majadiliano mazungumzo warsha"
    " sitzung besprechung treffen gesprach sessione riunione incontro ";

// Before the meeting: "closed session".
constexpr std::string_view kClosedBefore =
    " closed confidential restricted private ዝግ የተዘጋ ሚስጥራዊ დახურული კონფიდენციალური geschlossene "
    "vertrauliche ";

// Behind it: "réunion fermée", "kikao cha faragha".
constexpr std::string_view kClosedBehind =
    " fermee restreinte confidentielle cerrada cerrado reservada confidencial fechada fechado restrita"
    " مغلق مغلقه سري سريه ዝግ faragha siri kilichofungwa uliofungwa yaliyofungwa iliyofungwa chiusa "
    "riservata ";

// Right behind it only: "Encuentro sector privado" is open.
constexpr std::string_view kPrivateBehind = " ferme privee prive privada privado ";

// A part of a title that is only this: "Budget (confidential)", "CLOSED: budget".
constexpr std::string_view kClosedAlone =
    " closed confidential private restricted fermee prive privee confidentiel confidentielle cerrado cerrada"
    " privado privada reservado reservada confidencial fechado fechada restrito restrita مغلق مغلقه سري سريه "
    "ዝግ"
    " ሚስጥራዊ დახურული კონფიდენციალური faragha siri imefungwa geschlossen vertraulich chiuso chiusa riservato"
    " riservata ";

constexpr std::array<std::string_view, 20> kClosedPhrases{
    "closed doors",    "closed door",     "in camera session",    "in camera meeting", "closed to the press",
    "closed to press", "closed to media", "closed to the public", "huis clos",         "portes fermees",
    "portes closes",   "puerta cerrada",  "puertas cerradas",     "porta fechada",     "portas fechadas",
    "ابواب مغلقه",     "დახურულ კარს",    "milango iliyofungwa",  "porte chiuse",      "nicht offentlich"};

// They stand between a meeting and its adjective and do not count as words.
constexpr std::string_view kParticles = " de du des da do d of the la le el strictly ya wa cha za ";

constexpr std::string_view kCancelled =
    " canceled cancelled annule annulee cancelado cancelada anulado anulada suspendido suspendida ملغي ملغاه "
    "الغي"
    " غيت غاء ተሰርዟል የተሰረዘ გაუქმებულია გაუქმებული გაუქმდა imeghairiwa imefutwa umeghairiwa kimeghairiwa "
    "abgesagt"
    " annullato annullata ";

std::string joined(const Words& words) {
  std::string text = " ";
  for (const std::string& word : words) text += word + " ";
  return text;
}

bool has_phrase(std::string_view title) {
  const std::string text = joined(plain_words(title));
  return std::any_of(kClosedPhrases.begin(), kClosedPhrases.end(), [&](std::string_view phrase) {
    return text.find(" " + std::string(phrase) + " ") != std::string::npos;
  });
}

Words without_particles(const Words& words) {
  Words kept;
  for (const std::string& word : words)
    if (!is_word_of(kParticles, word)) kept.push_back(word);
  return kept;
}

// A word of `second` is at most `reach` words behind one of `first`.
bool stand_near(const Words& words, std::string_view first, std::string_view second, std::size_t reach) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_word_of(first, words[at])) continue;
    for (std::size_t next = at + 1; next < words.size() && next <= at + reach; ++next)
      if (is_word_of(second, words[next])) return true;
  }
  return false;
}

bool is_all_of(const Words& words, std::string_view list) {
  return !words.empty() && std::all_of(words.begin(), words.end(),
                                       [&](const std::string& word) { return is_word_of(list, word); });
}

bool says_closed(const Words& part) {
  constexpr std::string_view kAlsoApart = " closed confidential ዝግ დახურული ";
  const Words words = without_particles(part);
  return stand_near(words, kClosedBefore, kMeetings, 1) || stand_near(words, kAlsoApart, kMeetings, 2) ||
         stand_near(words, kMeetings, kPrivateBehind, 1) || stand_near(words, kMeetings, kClosedBehind, 2) ||
         is_all_of(words, kClosedAlone);
}

// "Budget (fermé)". Without its accent the word is a farm.
bool says_ferme(std::string_view title, const Words& part) {
  const bool has_accent = title.find("fermé") != std::string_view::npos ||
                          title.find("FERMÉ") != std::string_view::npos ||
                          title.find("Fermé") != std::string_view::npos;
  return has_accent && part == Words{"ferme"};
}

}  // namespace

bool says_closed(std::string_view title) {
  const auto parts = plain_parts(title);
  return has_phrase(title) || std::any_of(parts.begin(), parts.end(), [&](const Words& part) {
           return says_closed(part) || says_ferme(title, part);
         });
}

bool says_cancelled(std::string_view title) {
  const auto parts = plain_parts(title);
  // "Cancelled" alone in the middle of a title could be a subject: "Visas: cancelled: what now".
  return !parts.empty() && (is_all_of(parts.front(), kCancelled) || is_all_of(parts.back(), kCancelled));
}

}  // namespace tertulia::formats
