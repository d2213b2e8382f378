// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_desk.h"

#include <utility>

#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"

namespace tertulia::test {
namespace {

// One text in the four languages.
struct Say {
  Language language;
  std::string operator()(const char* en, const char* fr, const char* ar, const char* am) const {
    return language == "fr" ? fr : language == "ar" ? ar : language == "am" ? am : en;
  }
  std::string minutes(const std::string& count) const {
    return "\u2068" + count + "\u2069" + (*this)(" min", " min", " دقيقة", " ደቂቃ");
  }
};

DeskStrip strip(std::string role) {
  DeskStrip strip;
  strip.room = "Sala Magna";
  strip.role = std::move(role);
  strip.clock = "10:42";
  return strip;
}

std::string moderator_role(const Say& say) { return say("Moderator", "Modération", "إدارة الجلسة", "አወያይ"); }

ControlButton control(Control control, std::string label) { return {control, std::move(label)}; }

std::vector<RundownRow> rows(const Say& say) {
  return {{"opening", "10:23",
           say("Opening by the moderator", "Ouverture par la modération", "افتتاح الجلسة", "የአወያይ መክፈቻ ንግግር"),
           say.minutes("7"), true, false},
          {"presentation", "10:30",
           say("Presentation — Costa Rica", "Présentation — Costa Rica", "عرض — كوستاريكا", "ገለጻ — ኮስታ ሪካ"),
           say.minutes("20"), false, true},
          {"response", "10:50", say("Response — Namibia", "Réponse — Namibie", "رد — ناميبيا", "ምላሽ — ናሚቢያ"),
           say.minutes("10")},
          {"discussion", "11:00", say("Open discussion", "Discussion ouverte", "نقاش مفتوح", "ክፍት ውይይት"),
           say.minutes("25")},
          {"coffee", "11:25", say("Coffee", "Pause café", "قهوة", "ቡና"), say.minutes("15")},
          {"groups", "11:40", say("Focus groups", "Groupes de discussion", "مجموعات التركيز", "የትኩረት ቡድኖች"),
           say.minutes("45")},
          {"points", "12:25",
           say("Key learning points", "Enseignements clés", "أهم الدروس المستفادة", "ዋና ዋና ትምህርቶች"),
           say.minutes("20")}};
}

SpeakingCard speaking(const Say& say) {
  return {
      say("Who has spoken", "Temps de parole", "من تحدّث", "የተናገሩት"),
      {{"host", say("Hosting peer", "Pays hôte", "البلد المضيف", "አስተናጋጅ አገር"), 760, "38%"},
       {"visitors", say("Visiting peers", "Pays visiteurs", "البلدان الزائرة", "ጎብኚ አገሮች"), 820, "41%", true},
       {"civil-society", say("Civil society", "Société civile", "المجتمع المدني", "ሲቪል ማኅበረሰብ"), 280, "14%"},
       {"private-sector", say("Private sector", "Secteur privé", "القطاع الخاص", "የግል ዘርፍ"), 140, "7%"}},
      say("Touch a group when it takes the floor", "Touchez un groupe quand il prend la parole",
          "المس مجموعة عندما تأخذ الكلمة", "ቡድኑ መናገር ሲጀምር ይንኩት")};
}

FloorCard floor(const Say& say) {
  return {say("Questions from the floor", "Questions de la salle", "أسئلة القاعة", "ከተሰብሳቢዎች የቀረቡ ጥያቄዎች"),
          "6",
          {{"q1",
            say("Who pays the social contributions of freelancers?",
                "Qui paie les cotisations sociales des indépendants ?",
                "من يدفع الاشتراكات الاجتماعية للعاملين لحسابهم؟", "የነፃ ሠራተኞችን ማኅበራዊ መዋጮ የሚከፍለው ማን ነው?"),
            "9"},
           {"q2",
            say("How long did the consultation take?", "Combien de temps la consultation a-t-elle duré ?",
                "كم استغرقت المشاورات؟", "ምክክሩ ምን ያህል ጊዜ ወሰደ?"),
            "5"}},
          "",
          control(Control::kNotes, say("Note a key learning point", "Noter un enseignement clé",
                                       "تدوين درس مستفاد", "ዋና ትምህርት መመዝገብ"))};
}

std::string screen_label(const Say& say) {
  return say("Room display", "Écran de la salle", "شاشة القاعة", "የክፍሉ ማሳያ");
}

ModeratorView moderator(const Say& say, const RoomView& display) {
  ModeratorView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(moderator_role(say));
  view.strip.status = {
      {say("4 screens in step", "4 écrans à l’heure", "4 شاشات متزامنة", "4 ማሳያዎች እኩል እየሄዱ"), Tone::kCalm},
      {say("Hub away · 12 waiting", "Centre injoignable · 12 en attente", "المركز غير متصل · 12 في الانتظار",
           "ማዕከሉ አይገኝም · 12 በመጠባበቅ ላይ"),
       Tone::kAmber}};
  view.rows = rows(say);
  view.rows_end = say("Ends 12:45 · planned 12:38", "Fin à 12:45 · prévu à 12:38",
                      "ينتهي الساعة 12:45 · المقرر 12:38", "12:45 ያበቃል · የታቀደው 12:38");
  view.title = view.rows[1].title;
  view.length = view.rows[1].detail;
  view.countdown = "08:24";
  view.bar = TimeBar{580, 800, 940};
  view.adjust = {{Control::kTakeOne, "\u2066–1\u2069"},
                 {Control::kAddOne, "\u2066+1\u2069"},
                 {Control::kAddFive, "\u2066+5\u2069"},
                 {Control::kClocks, ""}};
  view.controls = {control(Control::kBack, say("Back", "Retour", "السابق", "ወደ ኋላ")),
                   control(Control::kPause, say("Pause", "Pause", "إيقاف مؤقت", "ለአፍታ ማቆም")),
                   control(Control::kNext, say("Next", "Suivant", "التالي", "ቀጣይ"))};
  view.speaking = speaking(say);
  view.floor = floor(say);
  view.display = display;
  view.screen = control(Control::kScreen, screen_label(say));
  return view;
}

ModeratorView over(const Say& say, const RoomView& display) {
  ModeratorView view = moderator(say, display);
  view.countdown = "-1:01:20";
  view.tone = Tone::kRed;
  view.bar = TimeBar{1000, 800, 940};
  view.adjust.back().label = "00:48";
  view.state = say("Over by 1:01:20", "Dépassé de 1:01:20", "تجاوز الوقت بمقدار 1:01:20", "በ1:01:20 አልፏል");
  view.strip.status = {
      {say("Storage problem", "Problème de stockage", "مشكلة في التخزين", "የማከማቻ ችግር"), Tone::kRed},
      view.strip.status[1]};
  view.controls = {control(Control::kUndo, say("Undo", "Annuler", "تراجع", "መልስ")),
                   control(Control::kFinish, say("Finish", "Terminer", "إنهاء", "ማጠናቀቅ")), view.controls[1]};
  view.resting = say("Last part", "Dernière partie", "الجزء الأخير", "የመጨረሻ ክፍል");
  return view;
}

ModeratorView late(const Say& say, const RoomView& display) {
  ModeratorView view = moderator(say, display);
  view.speaking.reset();
  view.floor.reset();
  view.strip.status.front() = {say("9 min behind", "9 min de retard", "متأخر 9 دقائق", "9 ደቂቃ ዘግይቷል"),
                               Tone::kAmber};
  view.proposal = say("+9 min. Open discussion –7, time in hand –2, Coffee holds at 11:20",
                      "+9 min. Discussion ouverte –7, marge –2, Pause café maintenue à 11:20",
                      "+9 دقائق. نقاش مفتوح –7، وقت احتياطي –2، قهوة تبقى في 11:20",
                      "+9 ደቂቃ። ክፍት ውይይት –7፣ መጠባበቂያ ጊዜ –2፣ ቡና በ11:20 ይቆያል");
  view.ask =
      DeskAsk{say("End this session?", "Clore cette séance ?", "هل تريد إنهاء هذه الجلسة؟", "ይህ ክፍለ ጊዜ ይብቃ?"),
              control(Control::kGoOn, say("Not yet", "Pas encore", "ليس بعد", "ገና ነው")),
              control(Control::kEnd, say("End it", "Clore", "إنهاء", "ይብቃ"))};
  return view;
}

ModeratorView idle(const Say& say, const RoomView& display) {
  ModeratorView view = moderator(say, display);
  view.rows_are_sessions = true;
  for (RundownRow& row : view.rows) row.past = row.current = false;
  view.rows_end.clear();
  view.countdown.clear();
  view.bar.reset();
  view.adjust.clear();
  view.speaking.reset();
  view.floor.reset();
  view.controls = {control(Control::kStart, say("Start", "Démarrer", "بدء", "ማስጀመር"))};
  view.state = say("planned 10:30", "prévu à 10:30", "المقرر 10:30", "የታቀደው 10:30");
  return view;
}

PinView pin(const Say& say) {
  PinView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(say("Locked", "Verrouillé", "مقفل", "ተቆልፏል"));
  view.headline =
      say("Who are you today?", "Qui êtes-vous aujourd’hui ?", "من أنت اليوم؟", "ዛሬ እርስዎ ማን ነዎት?");
  view.roles = {{DeskRole::kModerator, moderator_role(say), true},
                {DeskRole::kNoteTaker, say("Note-taker", "Prise de notes", "تدوين الملاحظات", "ማስታወሻ ያዥ")}};
  view.hint = say(
      "The PIN stands on the moderator’s card. After five wrong tries this screen waits a minute.",
      "Le code figure sur la fiche de modération. Après cinq essais erronés, cet écran attend une minute.",
      "الرمز مكتوب على بطاقة مدير الجلسة. بعد خمس محاولات خاطئة تنتظر هذه الشاشة دقيقة.",
      "ፒኑ በአወያዩ ካርድ ላይ ይገኛል። ከአምስት የተሳሳቱ ሙከራዎች በኋላ ይህ ማሳያ አንድ ደቂቃ ይጠብቃል።");
  view.typed = 3;
  view.pad = digit_pad();
  return view;
}

ProposalView proposal(const Say& say) {
  ProposalView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(moderator_role(say));
  view.strip.clock = "10:51";
  view.strip.status = {
      {say("9 min behind", "9 min de retard", "متأخر 9 دقائق", "9 ደቂቃ ዘግይቷል"), Tone::kAmber}};
  view.headline = say("You are 9 minutes behind. End at 11:20 all the same?",
                      "Vous avez 9 minutes de retard. Finir tout de même à 11:20 ?",
                      "أنت متأخر 9 دقائق. هل تنتهي في 11:20 رغم ذلك؟", "9 ደቂቃ ዘግይተዋል። ቢሆንም በ11:20 ይጠናቀቅ?");
  const std::string stays = say("stays", "inchangé", "يبقى", "አይቀየርም");
  view.rows = {
      {"response",
       say("Response by the hosting peer", "Réponse du pays hôte", "رد البلد المضيف", "የአስተናጋጁ አገር ምላሽ"),
       say.minutes("10"), stays},
      {"discussion", say("Open discussion", "Discussion ouverte", "نقاش مفتوح", "ክፍት ውይይት"),
       say.minutes("25"), say.minutes("18"), true},
      {"in-hand", say("Time in hand", "Marge", "وقت احتياطي", "መጠባበቂያ ጊዜ"), say.minutes("2"),
       say.minutes("0"), true},
      {"coffee", say("Coffee", "Pause café", "قهوة", "ቡና"), "11:20", say("fixed", "fixe", "ثابت", "ቋሚ")}};
  view.note = say("The coffee break does not move. Everything changes back with one touch for 10 seconds.",
                  "La pause café ne bouge pas. Tout peut être annulé d’une touche pendant 10 secondes.",
                  "استراحة القهوة لا تتغير. كل شيء يعود كما كان بلمسة واحدة خلال 10 ثوان.",
                  "የቡና ዕረፍቱ አይንቀሳቀስም። በ10 ሰከንድ ውስጥ በአንድ ንክኪ ሁሉም ወደነበረበት ይመለሳል።");
  view.controls = {control(Control::kClose, say("Close", "Fermer", "إغلاق", "ዝጋ")),
                   control(Control::kEndLater, say("End later: 11:29", "Finir plus tard : 11:29",
                                                   "الانتهاء لاحقًا: 11:29", "ቆይቶ ይጠናቀቅ፦ 11:29")),
                   control(Control::kChoose, say("Let me choose", "Je choisis", "دعني أختار", "ልምረጥ")),
                   control(Control::kAccept, say("Do that", "Faire ainsi", "نفّذ ذلك", "እንዲህ ይሁን"))};
  return view;
}

ProposalView choosing(const Say& say) {
  ProposalView view = proposal(say);
  for (std::size_t i = 0; i < 3; ++i) view.rows[i].can_change = true;
  view.rows[0].proposed = view.rows[0].planned;
  view.tone = Tone::kAmber;
  view.note = say("3 min are still missing.", "Il manque encore 3 min.", "ما زالت 3 دقائق ناقصة.",
                  "አሁንም 3 ደቂቃ ይጎድላል።");
  view.controls.erase(view.controls.begin() + 2);
  return view;
}

ChangesView changes(const Say& say) {
  ChangesView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(moderator_role(say));
  view.strip.status = {{"08:24", Tone::kMuted}};
  view.headline = say("New programme: 3 changes", "Nouveau programme : 3 modifications",
                      "برنامج جديد: 3 تغييرات", "አዲስ ፕሮግራም፦ 3 ለውጦች");
  view.rows = {
      {say("Moved", "Déplacé", "تغيّر الموعد", "ሰዓቱ ተቀይሯል"), Tone::kAmber,
       say("Focus groups", "Groupes de discussion", "مجموعات التركيز", "የትኩረት ቡድኖች"),
       say("from Tuesday 11 May, 11:40 to Tuesday 11 May, 14:00",
           "de mardi 11 mai, 11:40 à mardi 11 mai, 14:00",
           "من الثلاثاء 11 مايو، 11:40 إلى الثلاثاء 11 مايو، 14:00",
           "ከማክሰኞ 11 ሜይ፣ 11:40 ወደ ማክሰኞ 11 ሜይ፣ 14:00")},
      {say("New", "Nouveau", "جديد", "አዲስ"), Tone::kCalm,
       say("Visit to the guild house", "Visite de la maison des métiers", "زيارة دار الحرف", "የሙያ ማኅበሩ ጉብኝት"),
       say("Tuesday 11 May, 15:30 · Sala Verde", "mardi 11 mai, 15:30 · Sala Verde",
           "الثلاثاء 11 مايو، 15:30 · Sala Verde", "ማክሰኞ 11 ሜይ፣ 15:30 · Sala Verde")},
      {say("Cancelled", "Annulé", "أُلغي", "ተሰርዟል"), Tone::kRed,
       say("Open forum", "Forum ouvert", "منتدى مفتوح", "ክፍት መድረክ"),
       say("Wednesday 12 May, 9:00 · Sala Magna", "mercredi 12 mai, 9:00 · Sala Magna",
           "الأربعاء 12 مايو، 9:00 · Sala Magna", "ረቡዕ 12 ሜይ፣ 9:00 · Sala Magna")}};
  view.note = say("What runs goes on. Nobody who answers at a kiosk is interrupted.",
                  "Ce qui est en cours continue. Personne n’est interrompu à une borne.",
                  "ما هو جارٍ يستمر. ولا يُقاطَع من يجيب عند الشاشة التفاعلية.",
                  "በመካሄድ ላይ ያለው ይቀጥላል። በመጠይቅ ማሳያው ላይ የሚመልስ ማንም አይቋረጥም።");
  view.controls = {control(Control::kNotNow, say("Not now", "Pas maintenant", "ليس الآن", "አሁን አይደለም")),
                   control(Control::kApply, say("Apply", "Appliquer", "تطبيق", "ተግብር"))};
  return view;
}

ControlButton close(const Say& say) {
  return control(Control::kClose, say("Close", "Fermer", "إغلاق", "ዝጋ"));
}
ControlButton undo(const Say& say) { return control(Control::kUndo, say("Undo", "Annuler", "تراجع", "መልስ")); }

OptionsView options(const Say& say, std::string headline) {
  OptionsView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(moderator_role(say));
  view.strip.status = {{"08:24", Tone::kMuted}};
  view.headline = std::move(headline);
  view.controls = {close(say)};
  return view;
}

OptionsView room_screen(const Say& say, const RoomView& display) {
  OptionsView view = options(say, screen_label(say));
  view.groups = {{"shown",
                  say("The display shows", "L’écran montre", "الشاشة تعرض", "ማሳያው የሚያሳየው"),
                  "",
                  Tone::kCalm,
                  {{"plan", say("The plan", "Le programme", "البرنامج", "ፕሮግራሙ"), true},
                   {"learning-points",
                    say("Key learning points", "Enseignements clés", "أهم الدروس المستفادة", "ዋና ዋና ትምህርቶች")},
                   {"next-session", say("Next session", "Prochaine séance", "الجلسة القادمة", "ቀጣይ ክፍለ ጊዜ")},
                   {"blackout", say("Dark", "Écran noir", "شاشة مظلمة", "ጨለማ")}}},
                 {"words",
                  say("Tell the room", "S’adresser à la salle", "إعلام القاعة", "ለክፍሉ መናገር"),
                  "",
                  Tone::kCalm,
                  {{"write", say("Write something", "Écrire", "اكتب شيئًا", "መጻፍ")},
                   {"take-off", say("Take it off", "Retirer", "إزالة", "አንሳ")}}},
                 {"more",
                  say("More", "Plus", "المزيد", "ተጨማሪ"),
                  "",
                  Tone::kCalm,
                  {{"questions", say("Questions from the floor", "Questions de la salle", "أسئلة القاعة",
                                     "ከተሰብሳቢዎች የቀረቡ ጥያቄዎች")},
                   {"clocks", say("Clocks", "Horloges", "الساعات", "ሰዓቶች")}}}};
  view.display = display;
  view.controls.insert(view.controls.begin(), undo(say));
  return view;
}

OptionsView clocks(const Say& say) {
  OptionsView view = options(say, say("Clocks", "Horloges", "الساعات", "ሰዓቶች"));
  const auto group = [&](const std::string& number) {
    return say("Group ", "Groupe ", "المجموعة ", "ቡድን ") + number;
  };
  const std::vector<ChoiceButton> run = {{"pause", say("Pause", "Pause", "إيقاف مؤقت", "ለአፍታ ማቆም")},
                                         {"stop", say("End", "Terminer", "إنهاء", "ጨርስ")}};
  view.groups = {
      {"clock-0", say("Intervention", "Intervention", "مداخلة", "አስተያየት"), "00:24", Tone::kAmber, run},
      {"clock-1", group("1"), "12:30", Tone::kCalm, run},
      {"clock-2",
       group("2"),
       "",
       Tone::kCalm,
       {{"300", "05:00"}, {"600", "10:00"}, {"900", "15:00"}, {"1200", "20:00"}, {"1800", "30:00"}}}};
  return view;
}

OptionsView questions(const Say& say) {
  const FloorCard card = floor(say);
  OptionsView view = options(say, card.title);
  for (const FloorRow& row : card.rows)
    view.groups.push_back({row.id, row.text, row.supports, Tone::kCalm, {}, true, false});
  OptionGroup& first = view.groups.front();
  first.chosen = true;
  first.options = {{"pick", say("Show", "Afficher", "عرض", "አሳይ")},
                   {"answered", say("Answered", "A reçu sa réponse", "تمت الإجابة", "ተመልሷል")},
                   {"up", say("Up", "Monter", "إلى أعلى", "ወደ ላይ")},
                   {"down", say("Down", "Descendre", "إلى أسفل", "ወደ ታች")},
                   {"hide", say("Hide", "Masquer", "إخفاء", "ደብቅ")}};
  return view;
}

TimeView time(const Say& say) {
  TimeView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(moderator_role(say));
  view.strip.status = {{"08:24", Tone::kMuted}};
  view.headline =
      say("Add or take time", "Ajouter ou retirer du temps", "إضافة وقت أو إنقاصه", "ጊዜ መጨመር ወይም መቀነስ");
  view.typed = "1:30";
  view.meaning =
      "\u2068"
      "90\u2069" +
      say(" min", " min", " دقيقة", " ደቂቃ");
  view.pad = time_pad();
  view.modes = {control(Control::kRules, say("How the clock behaves", "Comportement de l’horloge",
                                             "كيف تعمل الساعة", "ሰዓቱ እንዴት እንደሚሠራ")),
                control(Control::kLock, say("Lock", "Verrouiller", "قفل", "ቆልፍ"))};
  view.controls = {control(Control::kClose, say("Close", "Fermer", "إغلاق", "ዝጋ")),
                   control(Control::kTakeTyped, say("Take away", "Retirer", "إنقاص", "ቀንስ")),
                   control(Control::kAddTyped, say("Add", "Ajouter", "إضافة", "ጨምር"))};
  return view;
}

TimeView clock(const Say& say) {
  TimeView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(moderator_role(say));
  view.strip.clock.clear();
  view.headline = say("What day and time is it?", "Quel jour et quelle heure est-il ?",
                      "ما اليوم وما الوقت الآن؟", "ዛሬ ምን ቀን ነው? ስንት ሰዓት ነው?");
  view.days = {
      {"earlier", say("Earlier", "Plus tôt", "أقدم", "ቀደም ያሉ"), false},
      {"2027-05-10", say("Monday 10 May", "lundi 10 mai", "الاثنين 10 مايو", "ሰኞ 10 ሜይ"), false},
      {"2027-05-11", say("Tuesday 11 May", "mardi 11 mai", "الثلاثاء 11 مايو", "ማክሰኞ 11 ሜይ"), true},
      {"2027-05-12", say("Wednesday 12 May", "mercredi 12 mai", "الأربعاء 12 مايو", "ረቡዕ 12 ሜይ"), false},
      {"2027-05-13", say("Thursday 13 May", "jeudi 13 mai", "الخميس 13 مايو", "ሐሙስ 13 ሜይ"), false},
      {"2027-05-14", say("Friday 14 May", "vendredi 14 mai", "الجمعة 14 مايو", "ዓርብ 14 ሜይ"), false},
      {"later", say("Later", "Plus tard", "أحدث", "ቀጣይ"), false}};
  view.typed = "10:42";
  view.meaning =
      say("Tuesday 11 May, 10:42", "mardi 11 mai, 10:42", "الثلاثاء 11 مايو، 10:42", "ማክሰኞ 11 ሜይ፣ 10:42");
  view.pad = time_pad();
  view.controls = {
      control(Control::kClose, say("Close", "Fermer", "إغلاق", "ዝጋ")),
      control(Control::kSetClock, say("Set the clock", "Régler l’horloge", "ضبط الساعة", "ሰዓቱን ያስተካክሉ"))};
  return view;
}

WritingView notes(const Say& say, const Keyboard& keyboard) {
  WritingView view;
  view.tongue = tongue_of(say.language);
  view.strip = strip(say("Note-taker", "Prise de notes", "تدوين الملاحظات", "ማስታወሻ ያዥ"));
  view.strip.status = {{say("08:24 left", "Reste 08:24", "بقي 08:24", "08:24 ቀርቷል"), Tone::kMuted}};
  view.title = say("Key learning points", "Enseignements clés", "أهم الدروس المستفادة", "ዋና ዋና ትምህርቶች");
  view.count = say("this session · 3", "cette séance · 3", "هذه الجلسة · 3", "ይህ ክፍለ ጊዜ · 3");
  view.lines = {
      {"n1", "1",
       say("Legal status first, tax rules second: the order mattered.",
           "Le statut juridique d’abord, la fiscalité ensuite : l’ordre a compté.",
           "الوضع القانوني أولًا ثم القواعد الضريبية: كان الترتيب مهمًا.",
           "መጀመሪያ ሕጋዊ ሁኔታ፣ ቀጥሎ የግብር ደንቦች፦ ቅደም ተከተሉ አስፈላጊ ነበር።")},
      {"n2", "2",
       say("One counter needs one owner among the ministries.",
           "Un guichet unique demande un seul ministère responsable.",
           "الشباك الواحد يحتاج إلى مالك واحد بين الوزارات.", "አንድ መስኮት ከሚኒስቴሮች መካከል አንድ ባለቤት ያስፈልገዋል።")},
      {"n3", "3",
       say("Both visiting peers lack numbers: start a register.",
           "Les deux pays visiteurs manquent de chiffres : ouvrir un registre.",
           "البلدان الزائران يفتقران إلى الأرقام: ابدآ سجلًا.", "ሁለቱም ጎብኚ አገሮች ቁጥሮች ይጎድሏቸዋል፦ መዝገብ ይጀምሩ።")}};
  view.entry.question = "note";
  view.entry.text = say("Freelancers trusted the fund once", "Les indépendants ont fait confiance",
                        "وثق المستقلون بالصندوق حين", "ነፃ ሠራተኞች ፈንዱን አመኑት");
  view.entry.caret = view.entry.text.size();
  view.entry.keyboard = keyboard;
  view.kinds_label = say("What it is", "De quoi s’agit-il", "ما نوعها", "ምንነቱ");
  view.kinds = {
      {"learning-point", say("Learning", "Enseignement", "درس", "ትምህርት"), true},
      {"next-step", say("Next step", "Prochaine étape", "خطوة تالية", "ቀጣይ እርምጃ")},
      {"open-question", say("Open question", "Question ouverte", "سؤال مفتوح", "ክፍት ጥያቄ")},
      {"obstacle", say("Obstacle", "Obstacle", "عقبة", "እንቅፋት")},
      {"contact", say("Contact to make", "Contact à prendre", "جهة ينبغي الاتصال بها", "ሊገኝ የሚገባ ሰው")}};
  view.may_leave = say("May leave the room (closed session)", "Peut sortir de la salle (huis clos)",
                       "يجوز أن تخرج من القاعة (جلسة مغلقة)", "ከክፍሉ ሊወጣ ይችላል (ዝግ ክፍለ ጊዜ)");
  return view;
}

WritingView note_chosen(WritingView view, const Say& say) {
  view.lines[1].chosen = true;
  view.actions = {{NoteAction::kUp, say("Up", "Monter", "إلى أعلى", "ወደ ላይ")},
                  {NoteAction::kDown, say("Down", "Descendre", "إلى أسفل", "ወደ ታች")},
                  {NoteAction::kEdit, say("Correct", "Corriger", "تصحيح", "አስተካክል")},
                  {NoteAction::kRemove, say("Remove", "Supprimer", "حذف", "አስወግድ")}};
  view.kinds_label = view.lines[1].number;
  view.may_leave.clear();
  view.close = control(Control::kClose, say("Close", "Fermer", "إغلاق", "ዝጋ"));
  return view;
}

// An announcement that is being typed.
WritingView words_to_all(WritingView view, const Say& say, const Keyboard& keyboard) {
  view.strip.role = moderator_role(say);
  view.title = say("Tell the room", "S’adresser à la salle", "إعلام القاعة", "ለክፍሉ መናገር");
  view.count.clear();
  view.lines = {{"0", "",
                 say("We begin in five minutes.", "Nous commençons dans cinq minutes.", "نبدأ بعد خمس دقائق.",
                     "ከአምስት ደቂቃ በኋላ እንጀምራለን።")},
                {"1", "",
                 say("Please come back to your seats.", "Merci de regagner vos places.",
                     "يرجى العودة إلى مقاعدكم.", "እባክዎ ወደ መቀመጫዎ ይመለሱ።")}};
  view.entry.text = say("The bus leaves at 13:40", "Le bus part à 13:40", "تغادر الحافلة الساعة 13:40",
                        "አውቶቡሱ በ13:40 ይነሳል");
  view.entry.caret = view.entry.text.size();
  view.entry.keyboard = keyboard;
  view.kinds_label = say("Who sees it", "Qui le voit", "من يراه", "ማን ያየዋል");
  view.kinds = {{"room", say("To this room", "À cette salle", "إلى هذه القاعة", "ለዚህ ክፍል")},
                {"all", say("To all rooms", "À toutes les salles", "إلى جميع القاعات", "ለሁሉም ክፍሎች"), true}};
  view.more_kinds = {{"1", say.minutes("1")}, {"5", say.minutes("5"), true}, {"15", say.minutes("15")}};
  view.may_leave.clear();
  view.close = close(say);
  return view;
}

}  // namespace

std::vector<SampleView> sample_desk(const Language& language, const RoomView& display) {
  const Say say{language};
  const auto keyboard = [&](const std::string& done) {
    const std::string space = say("space", "espace", "مسافة", "ክፍተት");
    return keyboard_for(Catalogue(language, {{"Next", {done}}, {"space", {space}}}, {}), TextEntry{},
                        LineMode::kOneLine);
  };
  const WritingView plain = notes(say, keyboard(say("Note it", "Noter", "دوّن", "መዝግብ")));
  return {
      {"moderator", language, moderator(say, display)},
      {"moderator-over", language, over(say, display)},
      {"moderator-late", language, late(say, display)},
      {"moderator-idle", language, idle(say, display)},
      {"desk-pin", language, pin(say)},
      {"desk-proposal", language, proposal(say)},
      {"desk-choosing", language, choosing(say)},
      {"desk-clock", language, clock(say)},
      {"desk-agenda", language, changes(say)},
      {"desk-time", language, time(say)},
      {"desk-screen", language, room_screen(say, display)},
      {"desk-clocks", language, clocks(say)},
      {"desk-questions", language, questions(say)},
      {"desk-words", language, words_to_all(plain, say, keyboard(say("Show it", "Afficher", "اعرض", "አሳይ")))},
      {"desk-notes", language, plain},
      {"desk-note-chosen", language, note_chosen(plain, say)}};
}

}  // namespace tertulia::test
