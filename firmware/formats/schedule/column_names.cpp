// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/column_names.h"

#include <array>
#include <map>

#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/language_names.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// One language's names of one role, as plain_typed leaves them, between bars. What several languages write
// alike stands once, without a language.
struct Names {
  ColumnRole role;
  std::string_view language;
  std::string_view names;
};

using enum ColumnRole;
constexpr std::array kNames = {
    Names{kDay, "", "|date|dia|"}, Names{kDay, "en", "|day|start date|event date|session date|"},
    Names{kDay, "fr", "|jour|"}, Names{kDay, "de", "|datum|tag|"}, Names{kDay, "es", "|fecha|"},
    Names{kDay, "pt", "|data|"}, Names{kDay, "ar", "|التاريخ|اليوم|تاريخ|يوم|"},
    Names{kDay, "am", "|ቀን|ዕለት|"}, Names{kDay, "ka", "|დღე|თარიღი|"}, Names{kDay, "sw", "|siku|tarehe|"},
    Names{kStart, "", "|hora|de|inicio|hora de inicio|hora inicio|horario|"},
    Names{kStart, "en",
          "|start|starts|start time|time start|start hour|begin|begins|begin time|from|time "
          "from|time|times|hour|when|"
          "time slot|slot|"},
    Names{kStart, "fr", "|debut|heure de debut|heure debut|heure|heures|horaire|horaires|"},
    Names{kStart, "es", "|desde|comienzo|empieza|hora de comienzo|hora comienzo|"},
    Names{kStart, "pt", "|comeco|das|hora de comeco|hora comeco|"},
    Names{kStart, "de", "|beginn|anfang|zeit|uhrzeit|startzeit|anfangszeit|von|"},
    Names{kStart, "ar", "|البداية|بداية|وقت البدء|الوقت|وقت|من|الساعة|"},
    Names{kStart, "am", "|ሰዓት|መጀመሪያ|የሚጀምርበት ሰዓት|ከ|"},
    Names{kStart, "ka", "|დაწყება|დასაწყისი|დრო|საათი|დაწყების დრო|"},
    Names{kStart, "sw", "|mwanzo|kuanza|saa|muda wa kuanza|wakati|kuanzia|"}, Names{kEnd, "", "|fin|a|"},
    Names{kEnd, "en",
          "|end|ends|end time|time end|end hour|finish|finishes|finish time|to|time to|until|till|"},
    Names{kEnd, "de", "|ende|schluss|endzeit|bis|"}, Names{kEnd, "fr", "|heure de fin|heure fin|jusqu'a|"},
    Names{kEnd, "es", "|final|hora final|hora de fin|hora fin|hasta|termina|"},
    Names{kEnd, "pt", "|fim|termino|hora de fim|hora fim|hora de termino|ate|"},
    Names{kEnd, "ar", "|النهاية|نهاية|وقت الانتهاء|إلى|الى|"},
    Names{kEnd, "am", "|መጨረሻ|ማብቂያ|የሚያበቃበት ሰዓት|እስከ|"},
    Names{kEnd, "ka", "|დასასრული|დამთავრება|დამთავრების დრო|მდე|"},
    Names{kEnd, "sw", "|mwisho|kumaliza|muda wa kumaliza|hadi|kuisha|"},
    Names{kLength, "", "|min|mins|duration|minutos|"},
    Names{kLength, "en", "|minutes|length|duration minutes|duration in minutes|length in minutes|"},
    Names{kLength, "de", "|dauer|minuten|dauer in minuten|"},
    Names{kLength, "fr", "|duree|duree en minutes|"}, Names{kLength, "es", "|duracion|"},
    Names{kLength, "pt", "|duracao|"}, Names{kLength, "ar", "|المدة|مدة|دقائق|"},
    Names{kLength, "am", "|ቆይታ|ደቂቃ|ደቂቃዎች|ርዝመት|"}, Names{kLength, "ka", "|ხანგრძლივობა|წუთი|წუთები|"},
    Names{kLength, "sw", "|muda|dakika|"}, Names{kRoom, "", "|sala|"},
    Names{kRoom, "en", "|room|rooms|room name|venue|place|location|location name|where|hall|"},
    Names{kRoom, "de", "|raum|ort|saal|veranstaltungsort|"}, Names{kRoom, "fr", "|salle|lieu|emplacement|"},
    Names{kRoom, "es", "|lugar|ubicacion|salon|"}, Names{kRoom, "pt", "|local|espaco|sala/local|local/sala|"},
    Names{kRoom, "ar", "|القاعة|قاعة|المكان|مكان|"}, Names{kRoom, "am", "|ክፍል|ቦታ|አዳራሽ|"},
    Names{kRoom, "ka", "|დარბაზი|ოთახი|ადგილი|"}, Names{kRoom, "sw", "|chumba|ukumbi|mahali|"},
    Names{kTitle, "", "|session|tema|evento|titulo|"},
    Names{
        kTitle, "en",
        "|title|session title|session name|name of session|event title|event name|talk title|activity|topic|"
        "subject|event|item|agenda item|what|name|"},
    Names{kTitle, "de", "|titel|thema|veranstaltung|programmpunkt|vortrag|sitzung|"},
    Names{kTitle, "fr",
          "|titre|intitule|seance|activite|sujet|theme|titre de la seance|titre de la session|"},
    Names{kTitle, "es", "|sesion|actividad|asunto|titulo de la sesion|"},
    Names{kTitle, "pt", "|sessao|atividade|assunto|titulo da sessao|"},
    Names{kTitle, "ar", "|العنوان|عنوان|الجلسة|جلسة|عنوان الجلسة|النشاط|الموضوع|"},
    Names{kTitle, "am", "|ርዕስ|ክፍለ ጊዜ|እንቅስቃሴ|የክፍለ ጊዜ ርዕስ|ስብሰባ|"},
    Names{kTitle, "ka", "|სათაური|სესია|აქტივობა|თემა|დასახელება|"},
    Names{kTitle, "sw", "|kichwa|kikao|mada|shughuli|jina|kichwa cha kikao|"},
    Names{kKind, "", "|type|tipo|categoria|"}, Names{kKind, "en", "|kind|category|session type|event type|"},
    Names{kKind, "de", "|art|typ|kategorie|"}, Names{kKind, "fr", "|categorie|nature|"},
    Names{kKind, "es", "|clase|"}, Names{kKind, "ar", "|النوع|نوع|الفئة|"}, Names{kKind, "am", "|ዓይነት|አይነት|"},
    Names{kKind, "ka", "|ტიპი|სახე|კატეგორია|"}, Names{kKind, "sw", "|aina|kundi|"},
    Names{kAccess, "en", "|access|open/closed|open or closed|visibility|"},
    Names{kAccess, "fr", "|acces|ouvert/ferme|ouverte/fermee|ouvert ou ferme|"},
    Names{kAccess, "es", "|acceso|abierta/cerrada|abierto/cerrado|"},
    Names{kAccess, "pt", "|acesso|aberta/fechada|aberto/fechado|"},
    Names{kAccess, "ar", "|الدخول|الوصول|مفتوح/مغلق|مفتوحة/مغلقة|مفتوحة أو مغلقة|"},
    Names{kAccess, "am", "|መግቢያ|ክፍት/ዝግ|"}, Names{kAccess, "ka", "|წვდომა|ღია/დახურული|"},
    Names{kAccess, "de", "|zugang|offen/geschlossen|"},
    Names{kAccess, "sw", "|ufikiaji|wazi/faragha|wazi/imefungwa|"},
    Names{kClosed, "",
          "|closed|private|confidential|ferme|fermee|huis clos|cerrada|cerrado|fechada|fechado|مغلق|مغلقة|ዝግ|"
          "დახურული|faragha|geschlossen|nicht offentlich|vertraulich|"},
    Names{kOpen, "",
          "|open|public|ouvert|ouverte|abierta|abierto|aberta|aberto|مفتوح|مفتوحة|ክፍት|ღია|wazi|"
          "offen|offentlich|"},
    Names{kFormat, "", "|format|formato|session format|الصيغة|الشكل|ቅርጽ|ფორმატი|muundo|"},
    Names{kSpeakers, "", "|orador|oradores|"},
    Names{kSpeakers, "en",
          "|speaker|speakers|speaker name|speaker "
          "names|presenter|presenters|speaker(s)|presenter(s)|presented by|"
          "who|lead|led by|"},
    Names{kSpeakers, "de", "|referent|referenten|referentin|referentinnen|redner|vortragende|vortragender|"},
    Names{kSpeakers, "fr",
          "|intervenant|intervenants|intervenante|intervenant(s)|intervenant.e.s|orateur|orateurs|"
          "conferencier|conferenciers|"},
    Names{kSpeakers, "es", "|ponente|ponentes|expositor|expositores|oradora|"},
    Names{kSpeakers, "pt", "|palestrante|palestrantes|oradora|orador(es)|"},
    Names{kSpeakers, "ar", "|المتحدث|المتحدثون|المتحدثين|المتكلمون|المتدخلون|"},
    Names{kSpeakers, "am", "|ተናጋሪ|ተናጋሪዎች|አቅራቢ|አቅራቢዎች|"},
    Names{kSpeakers, "ka", "|მომხსენებელი|მომხსენებლები|სპიკერი|სპიკერები|"},
    Names{kSpeakers, "sw", "|mzungumzaji|wazungumzaji|msemaji|wasemaji|mtoa mada|watoa mada|"},
    Names{kOutcome, "", "|resultados esperados|resultado esperado|resultados|"},
    Names{kOutcome, "en", "|outcome|outcomes|expected outcome|expected outcomes|results|expected results|"},
    Names{kOutcome, "fr", "|resultat|resultats|resultat attendu|resultats attendus|"},
    Names{kOutcome, "ar", "|النتائج|النتائج المتوقعة|النتيجة المتوقعة|"},
    Names{kOutcome, "am", "|ውጤት|የሚጠበቅ ውጤት|የሚጠበቁ ውጤቶች|"},
    Names{kOutcome, "ka", "|შედეგი|შედეგები|მოსალოდნელი შედეგი|მოსალოდნელი შედეგები|"},
    Names{kOutcome, "sw", "|matokeo|matokeo yanayotarajiwa|"},
    // In a calendar the summary is the title: what stands here is the title where there is no other.
    Names{kDescription, "", "|description|notes|details|summary|abstract|desc|"},
    Names{kDescription, "en", "|content|"}, Names{kDescription, "fr", "|contenu|resume|"},
    Names{kDescription, "es", "|descripcion|detalles|contenido|resumen|"},
    Names{kDescription, "pt", "|descricao|detalhes|conteudo|resumo|"},
    Names{kDescription, "ar", "|الوصف|وصف|التفاصيل|"}, Names{kDescription, "am", "|መግለጫ|ዝርዝር|"},
    Names{kDescription, "ka", "|აღწერა|"}, Names{kDescription, "sw", "|maelezo|muhtasari|"},
    Names{kDescription, "de", "|beschreibung|inhalt|zusammenfassung|"},
    Names{kForm, "",
          "|asks|form|questionnaire|formulaire|cuestionario|questionario|الاستبيان|መጠይቅ|კითხვარი|dodoso|"
          "fragebogen|"},
    Names{kId, "", "|id|uid|code|"}};

// "start time", "start_time" and "starttime" are one name.
std::string run_together(std::string_view name) {
  std::string joined;
  for (const char c : name)
    if (c != ' ' && c != '_' && c != '-') joined += c;
  return joined;
}

using Columns = std::map<std::string, NamedColumn, std::less<>>;

Columns columns_by_name() {
  Columns columns;
  for (const Names& each : kNames)
    for (const std::string& name : split(each.names, '|'))
      if (!name.empty())
        columns.emplace(run_together(name), NamedColumn{each.role, "", Language(each.language)});
  return columns;
}

std::optional<NamedColumn> exactly(const std::string& name) {
  static const Columns kColumns = columns_by_name();
  const auto found = kColumns.find(run_together(name));
  if (found == kColumns.end()) return std::nullopt;
  return found->second;
}

// "Start Time" of "StartTime".
std::string words_apart(std::string_view header) {
  std::string apart;
  for (const char c : header) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_behind_small = !apart.empty() && ((apart.back() >= 'a' && apart.back() <= 'z') ||
                                                    (static_cast<unsigned char>(apart.back()) & 0x80U) != 0);
    if (is_capital && is_behind_small) apart += ' ';
    apart += c;
  }
  return apart;
}

// "fr" of "(fr)" and "French"; a code of three letters could be any word, as "min".
std::optional<Language> language_in(std::string_view text) {
  const auto language = language_named(text);
  return language && language->size() == 2 ? language : std::nullopt;
}

struct Cut {
  std::string name;
  std::string behind;
  bool is_in_brackets = false;  // what is behind
};

// "title" and "fr" of "title::fr", "title:fr", "title (fr)", "title [fr]", "title_fr", "title fr".
Cut cut(const std::string& plain) {
  for (const std::string_view mark : {"::", ":", " (", "(", " [", "[", "_", " - ", " "}) {
    const std::size_t at = plain.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    std::string behind = plain.substr(at + mark.size());
    const bool is_nested = behind.find_first_of("([") != std::string::npos;
    while (!is_nested && (behind.ends_with(')') || behind.ends_with(']') || behind.ends_with('*')))
      behind.pop_back();
    const bool is_in_brackets = mark.ends_with('(') || mark.ends_with('[');
    Cut parts{std::string(trim(plain.substr(0, at))), std::string(trim(behind)), is_in_brackets};
    if (exactly(parts.name)) return parts;
  }
  return {};
}

bool is_of_time(ColumnRole role) { return role == kDay || role == kStart || role == kEnd || role == kLength; }

// With other words behind the known one. They may name a time ("Session date"), and may not open or close a
// session ("Open questions") or be its day ("Date created").
std::optional<NamedColumn> loose(NamedColumn column, const std::optional<NamedColumn>& behind) {
  if (behind && is_of_time(behind->role)) {
    if (column.role == kEnd && behind->role == kDay) return std::nullopt;  // the start has the day
    column.role = behind->role;
    return column;
  }
  const bool decides = column.role == kOpen || column.role == kClosed || column.role == kAccess;
  if (decides || column.role == kDay) return std::nullopt;
  return column;
}

}  // namespace

std::string_view to_text(ColumnRole role) {
  switch (role) {
    case kDay:
      return "day";
    case kStart:
      return "start";
    case kEnd:
      return "end";
    case kLength:
      return "length";
    case kRoom:
      return "room";
    case kTitle:
      return "title";
    case kKind:
      return "kind";
    case kAccess:
      return "open or closed";
    case kClosed:
      return "closed";
    case kOpen:
      return "open";
    case kFormat:
      return "format";
    case kSpeakers:
      return "speakers";
    case kOutcome:
      return "expected outcomes";
    case kDescription:
      return "description";
    case kForm:
      return "questionnaire";
    case kId:
      return "id";
  }
  return "title";
}

bool is_localized(ColumnRole role) {
  return role == kTitle || role == kSpeakers || role == kOutcome || role == kDescription;
}

std::optional<NamedColumn> column_named(std::string_view header) {
  if (header.size() > 200) return std::nullopt;
  std::string plain = plain_typed(words_apart(header));
  while (plain.ends_with('*') || plain.ends_with('?') || plain.ends_with(':') || plain.ends_with(' '))
    plain.pop_back();
  if (auto whole = exactly(plain)) return whole;
  const Cut parts = cut(plain);
  auto column = exactly(parts.name);
  if (!column) return std::nullopt;
  const auto language = language_in(parts.behind);
  column->language = language.value_or("");
  column->is_loose = !language && !parts.is_in_brackets;
  return column->is_loose ? loose(std::move(*column), exactly(parts.behind)) : column;
}

std::optional<bool> yes_or_no(std::string_view text) {
  const std::string word = plain_typed(text);
  if (is_one_of(word, {"yes", "y", "x", "1", "true", "oui", "o", "si", "s", "sim", "ja", "نعم", "አዎ", "კი",
                       "ndiyo", "✓", "✔"}))
    return true;
  if (is_one_of(word,
                {"no", "n", "0", "false", "non", "nao", "nein", "لا", "አይ", "አይደለም", "არა", "hapana", "-"}))
    return false;
  return std::nullopt;
}

}  // namespace tertulia::formats
