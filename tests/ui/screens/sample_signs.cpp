// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_signs.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "firmware/app/text/labels.h"

namespace tertulia::test {
namespace {

struct Translation {
  std::string_view english, french, amharic;
};

constexpr Translation kTranslations[] = {
    {"Sala Magna", "Sala Magna", "Sala Magna"},
    {"Sala Verde", "Sala Verde", "Sala Verde"},
    {"Exchange visit, day 2 of 4", "Visite d’échange, jour 2 sur 4", "የልምድ ልውውጥ ጉብኝት፣ ቀን 2 ከ4"},
    {"7 min behind", "7 min de retard", "7 ደቂቃ ዘግይቷል"},
    {"Round table · segment 2 of 4", "Table ronde · partie 2 sur 4", "የክብ ጠረጴዛ ውይይት · ክፍል 2 ከ4"},
    {"Status of the artist: what the new law changed",
     "Statut de l’artiste : ce que la nouvelle loi a changé", "የአርቲስቶች ሁኔታ፦ አዲሱ ሕግ ምን ለወጠ"},
    {"Presentation by the visiting peer — Costa Rica", "Présentation par le pays visiteur — Costa Rica",
     "የጎብኚው አገር ገለጻ — ኮስታ ሪካ"},
    {"started 10:30", "début à 10:30", "10:30 ተጀመረ"},
    {"20 min · ends 10:50", "20 min · fin à 10:50", "20 ደቂቃ · 10:50 ያበቃል"},
    {"Coming up", "À suivre", "ቀጥሎ"},
    {"Response by the hosting peer", "Réponse du pays hôte", "የአስተናጋጁ አገር ምላሽ"},
    {"Open discussion", "Discussion ouverte", "ክፍት ውይይት"},
    {"Coffee", "Pause café", "የቡና ዕረፍት"},
    {"Focus groups", "Groupes de discussion", "የትኩረት ቡድኖች"},
    {"Key learning points", "Enseignements clés", "ዋና ዋና ትምህርቶች"},
    {"7 min", "7 min", "7 ደቂቃ"},
    {"10 min", "10 min", "10 ደቂቃ"},
    {"15 min", "15 min", "15 ደቂቃ"},
    {"20 min", "20 min", "20 ደቂቃ"},
    {"25 min", "25 min", "25 ደቂቃ"},
    {"45 min · 3 rooms", "45 min · 3 salles", "45 ደቂቃ · 3 ክፍሎች"},
    {"What we want to leave with", "Ce que nous voulons emporter", "ይዘን ለመውጣት የምንፈልገው"},
    {"One page: the three clauses that could travel to our own context, and what would have to change first.",
     "Une page : les trois clauses transposables chez nous, et ce qui devrait d’abord changer.",
     "አንድ ገጽ፦ ወደ እኛ ሁኔታ ሊሻገሩ የሚችሉ ሦስት አንቀጾች፣ እና በቅድሚያ መለወጥ ያለበት ነገር።"},
    {"Over by 01:20", "Dépassé de 01:20", "በ01:20 አልፏል"},
    {"Over by 1:01:20", "Dépassé de 1:01:20", "በ1:01:20 አልፏል"},
    {"Paused", "En pause", "ለአፍታ ቆሟል"},
    {"Next in this room", "À suivre dans cette salle", "በዚህ ክፍል ቀጣይ"},
    {"until we start", "avant le début", "እስክንጀምር"},
    {"Closed session", "Séance à huis clos", "ዝግ ክፍለ ጊዜ"},
    {"Open session", "Séance ouverte", "ክፍት ክፍለ ጊዜ"},
    {"In session until 11:25", "En séance jusqu’à 11:25", "እስከ 11:25 ድረስ ክፍለ ጊዜ ላይ"},
    {"Free until 11:40", "Libre jusqu’à 11:40", "እስከ 11:40 ድረስ ነፃ"},
    {"By invitation. Nothing said in this room is recorded.",
     "Sur invitation. Rien de ce qui se dit dans cette salle n’est enregistré.",
     "በግብዣ ብቻ። በዚህ ክፍል የሚነገር ምንም ነገር አይቀረጽም።"},
    {"Focus group — music and stage", "Groupe de discussion — musique et scène", "የትኩረት ቡድን — ሙዚቃና መድረክ"},
    {"open to all", "ouvert à tout le monde", "ለሁሉም ክፍት"}};

// Without the marks that keep an inserted value's direction to itself.
std::string plain(std::string text) {
  for (const std::string_view mark : {"\u2066", "\u2068", "\u2069"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  return text;
}

struct InLanguage {
  bool is_french = false;

  void say(std::string& text) const {
    const bool has_words =
        std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    if (!has_words) return;
    const std::string wanted = plain(text);
    for (const Translation& each : kTranslations)
      if (each.english == wanted) {
        text = is_french ? each.french : each.amharic;
        return;
      }
    std::fprintf(stderr, "sample_signs.cpp does not translate \"%s\"\n", wanted.c_str());
    std::abort();
  }

  void operator()(RoomView& view) const {
    for (std::string* text :
         {&view.room, &view.visit, &view.kicker, &view.title, &view.speaker, &view.state, &view.started,
          &view.ends, &view.coming_up_label, &view.outcome_label, &view.outcome})
      say(*text);
    if (view.chip) say(view.chip->text);
    for (ComingUp& row : view.coming_up) say(row.title), say(row.detail);
  }
  void operator()(DoorView& view) const {
    for (std::string* text :
         {&view.room, &view.kicker, &view.headline, &view.detail, &view.next_title, &view.next_access})
      say(*text);
  }
  template <class Other>
  void operator()(Other&) const {}
};

}  // namespace

View translated(View english, const Language& language) {
  std::visit(InLanguage{language == "fr"}, english);
  std::visit([&language](auto& view) { view.tongue = tongue_of(language); }, english);
  return english;
}

}  // namespace tertulia::test
