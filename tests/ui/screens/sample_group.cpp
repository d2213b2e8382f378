// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_group.h"

#include "firmware/app/kiosk/offers.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"
#include "firmware/program/languages.h"
#include "firmware/program/qr_text.h"
#include "tests/ui/screens/sample_results.h"

namespace tertulia::test {
namespace {

// What people wrote, in the language of the sample.
struct Contents {
  Language language;
  std::string venue, visit, host;
  std::vector<std::string> visitors;
  std::string opening, status, closed, forum, webinar, coffee, social, music, fair, contracts, crafts;
  std::string plaza, online;
  std::vector<std::string> questions;
  std::vector<std::string> points;
  std::string bus, obstacles;
  std::vector<std::string> bars;
};

std::vector<Contents> all_contents() {
  return {
      {"en",
       "Centre for the Performing Arts",
       "Exchange visit",
       "Portugal",
       {"Costa Rica", "Namibia", "Georgia", "Ethiopia", "Tunisia", "Kenya"},
       "Opening: what each of us hopes to take home",
       "Status of the artist: what the new law changed",
       "Closed session",
       "Open forum: ask the artists",
       "Webinar: one-stop shop",
       "Coffee",
       "Social protection",
       "Focus group: music and stage",
       "Knowledge fair",
       "Focus group: contracts",
       "Focus group: heritage crafts",
       "Plaza room",
       "Online room",
       {"Who pays the social contributions of freelancers?", "How long did the consultation take?",
        "What would you do differently today?", "ከሕጉ በኋላ ስንት አርቲስቶች ተመዘገቡ?"},
       {"A legal status first, the tax rules second: the order mattered.",
        "One counter for artists needs one owner among the ministries.",
        "Costa Rica and Namibia both lack numbers: start a register now.",
        "Freelancers trusted the fund once they sat on its board."},
       "The bus to the pilot area leaves at 13:40 from the main door.",
       "Which obstacles do you expect back home?",
       {"Not enough funding", "Slow decision-making", "Team members change often", "Languages"}},
      {"fr",
       "Centre des arts de la scène",
       "Visite d’échange",
       "Portugal",
       {"Costa Rica", "Namibie", "Géorgie", "Éthiopie", "Tunisie", "Kenya"},
       "Ouverture : ce que chacun espère rapporter chez soi",
       "Statut de l’artiste : ce que la nouvelle loi a changé",
       "Séance à huis clos",
       "Forum ouvert : questions aux artistes",
       "Webinaire : guichet unique",
       "Café",
       "Protection sociale",
       "Groupe : musique et scène",
       "Foire aux savoirs",
       "Groupe : contrats",
       "Groupe : métiers du patrimoine",
       "Salle de la Place",
       "Salle en ligne",
       {"Qui paie les cotisations sociales des indépendants ?",
        "Combien de temps la consultation a-t-elle duré ?", "Que feriez-vous autrement aujourd’hui ?",
        "ከሕጉ በኋላ ስንት አርቲስቶች ተመዘገቡ?"},
       {"D’abord un statut juridique, ensuite les règles fiscales : l’ordre a compté.",
        "Un guichet pour les artistes a besoin d’un seul responsable parmi les ministères.",
        "Le Costa Rica et la Namibie manquent de chiffres : commencer un registre dès maintenant.",
        "Les indépendants ont fait confiance au fonds quand ils ont siégé à son conseil."},
       "Le car pour la zone pilote part à 13:40 de l’entrée principale.",
       "Quels obstacles prévoyez-vous à votre retour chez vous ?",
       {"Manque de financement", "Lenteur des décisions", "Équipes souvent renouvelées", "Langues"}},
      {"ar",
       "مركز فنون الأداء",
       "زيارة تبادل الخبرات",
       "البرتغال",
       {"كوستاريكا", "ناميبيا", "جورجيا", "إثيوبيا", "تونس", "كينيا"},
       "الافتتاح: ما يأمل كل منا أن يعود به",
       "وضع الفنان: ما الذي غيّره القانون الجديد",
       "جلسة مغلقة",
       "منتدى مفتوح: اسألوا الفنانين",
       "ندوة عبر الإنترنت: الشباك الموحد",
       "قهوة",
       "الحماية الاجتماعية",
       "مجموعة نقاش: الموسيقى والمسرح",
       "معرض المعارف",
       "مجموعة نقاش: العقود",
       "مجموعة نقاش: الحرف التراثية",
       "قاعة الساحة",
       "القاعة الافتراضية",
       {"من يدفع الاشتراكات الاجتماعية للعاملين المستقلين؟", "كم استغرقت المشاورات؟",
        "ما الذي ستفعلونه اليوم بطريقة مختلفة؟", "ከሕጉ በኋላ ስንት አርቲስቶች ተመዘገቡ?"},
       {"الوضع القانوني أولًا ثم قواعد الضرائب: كان للترتيب أهميته.",
        "شباك واحد للفنانين يحتاج إلى جهة مسؤولة واحدة بين الوزارات.",
        "تنقص كوستاريكا وناميبيا الأرقام: لنبدأ سجلًا الآن.", "وثق المستقلون بالصندوق عندما جلسوا في مجلسه."},
       "تغادر الحافلة إلى المنطقة التجريبية الساعة 13:40 من الباب الرئيسي.",
       "ما العقبات التي تتوقعها عند عودتك؟",
       {"نقص التمويل", "بطء اتخاذ القرار", "تغير أعضاء الفريق", "اللغات"}},
      {"am",
       "የትዕይንት ጥበባት ማዕከል",
       "የልምድ ልውውጥ ጉብኝት",
       "ፖርቱጋል",
       {"ኮስታ ሪካ", "ናሚቢያ", "ጆርጂያ", "ኢትዮጵያ", "ቱኒዚያ", "ኬንያ"},
       "መክፈቻ፦ እያንዳንዳችን ይዘን ለመመለስ የምንመኘው",
       "የአርቲስቶች ሁኔታ፦ አዲሱ ሕግ ምን ለወጠ",
       "ዝግ ክፍለ ጊዜ",
       "ክፍት መድረክ፦ አርቲስቶችን ጠይቁ",
       "ዌቢናር፦ የአንድ መስኮት አገልግሎት",
       "ቡና",
       "ማኅበራዊ ጥበቃ",
       "የትኩረት ቡድን፦ ሙዚቃና መድረክ",
       "የእውቀት ትርኢት",
       "የትኩረት ቡድን፦ ውሎች",
       "የትኩረት ቡድን፦ የቅርስ ሙያዎች",
       "የአደባባዩ ክፍል",
       "የበይነመረብ ክፍል",
       {"የነፃ ሠራተኞችን ማኅበራዊ መዋጮ ማን ይከፍላል?", "ምክክሩ ምን ያህል ጊዜ ወሰደ?", "ዛሬ ምን በተለየ መንገድ ትሠሩ ነበር?",
        "ከሕጉ በኋላ ስንት አርቲስቶች ተመዘገቡ?"},
       {"በመጀመሪያ ሕጋዊ እውቅና፣ ቀጥሎ የግብር ሕጎች፦ ቅደም ተከተሉ ወሳኝ ነበር።", "ለአርቲስቶች አንድ መስኮት ከሚኒስቴሮች መካከል አንድ ባለቤት ያስፈልገዋል።",
        "ኮስታ ሪካም ናሚቢያም ቁጥሮች ይጎድሏቸዋል፦ መዝገብ አሁን ይጀመር።", "ነፃ ሠራተኞች በቦርዱ ሲቀመጡ በፈንዱ አመኑ።"},
       "ወደ ሙከራ አካባቢው የሚሄደው አውቶቡስ በ13:40 ከዋናው በር ይነሳል።",
       "ወደ አገርዎ ሲመለሱ ምን እንቅፋት ይጠብቃሉ?",
       {"በቂ ገንዘብ አለመኖር", "የዘገየ ውሳኔ", "የቡድን አባላት መቀያየር", "ቋንቋዎች"}}};
}

class Group {
 public:
  Group(const Contents& contents, const Catalogues& catalogues)
      : say_(contents), catalogues_(catalogues), words_(catalogues.of(contents.language)) {}

  [[nodiscard]] WelcomeView welcome() const {
    auto view = signed_view<WelcomeView>("08:41");
    view.header.name = say_.venue;
    view.header.detail = day();
    view.kicker = joined(say_.visit, fill(words_.text("{host} receives"), {{"host", say_.host}}));
    view.headline = list_text(words_, say_.visitors, Conjunction::kAnd);
    for (const char* language : {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"})
      view.greetings.push_back({catalogues_.of(language).text("Welcome"), tongue_of(language)});
    view.begins =
        fill(words_.text("We begin at {time} in {room}"), {{"time", "09:30"}, {"room", "Sala Magna"}});
    view.title = say_.opening;
    view.wait = length_text(words_, std::chrono::minutes(49));
    view.code = qr_code("https://hub.example.org/visit").value();
    return view;
  }
  [[nodiscard]] WelcomeView closing() const {
    WelcomeView view = welcome();
    view.kicker = words_.text("Nothing more today");
    view.greetings.clear();
    view.wait.clear();
    view.header.clock.clear();
    view.header.chips = {clock_chip(words_, true)};
    view.begins = fill(with_phrase(words_.text("We begin on {day} at {time} in {room}"), "{day}", day()),
                       {{"time", "09:30"}, {"room", "Sala Magna"}});
    return view;
  }

  [[nodiscard]] DayView day_view() const {
    auto view = signed_view<DayView>("10:42");
    view.header.name = words_.text("What is where");
    view.header.detail = joined(day(), say_.visit);
    for (int hour = 0; hour < 5; ++hour)
      view.hours.push_back({(hour < 1 ? "0" : "") + std::to_string(9 + hour) + ":00", hour * 220});
    using enum BlockState;
    view.rows = {{"Sala Magna",
                  {{say_.status, "09:57", 210, 500, SegmentKind::kPresentation, kRunning},
                   {say_.coffee, "11:20", 510, 580, SegmentKind::kBreak, kComing},
                   {say_.social, "11:50", 620, 940, SegmentKind::kPresentation, kComing}}},
                 {"Sala Verde",
                  {{say_.closed, "09:00", 0, 375, SegmentKind::kOther, kRunning, true},
                   {say_.coffee, "11:20", 510, 580, SegmentKind::kBreak, kComing},
                   {say_.music, "11:45", 600, 1000, SegmentKind::kGroups, kComing}}},
                 {say_.plaza,
                  {{say_.forum, "09:38", 140, 490, SegmentKind::kDiscussion, kRunning},
                   {say_.fair, "11:45", 600, 960, SegmentKind::kDiscussion, kComing}}},
                 {say_.online, {{say_.webinar, "10:22", 300, 640, SegmentKind::kGroups, kRunning}}}};
    view.now = 374;
    view.next = {"", words_.in_context("what comes", "Next"),
                 fill(words_.text("{time} {title}, {room}"),
                      {{"time", "11:20"}, {"title", say_.coffee}, {"room", "Sala Magna"}})};
    view.remark = fill(words_.plural("{room} is {count} min behind", "{room} is {count} min behind", 7),
                       {{"room", "Sala Magna"}, {"count", "7"}});
    return view;
  }

  [[nodiscard]] BreakView break_view() const {
    auto view = signed_view<BreakView>("11:24");
    view.header.detail = say_.coffee;
    view.lead = words_.text("We go on in");
    view.countdown = "10:12";
    view.at = emphasised(words_.text("at {time}"), "{time}", "11:35");
    view.cards = {{"Sala Magna", say_.contracts, SegmentKind::kPresentation},
                  {"Sala Verde", say_.music, SegmentKind::kGroups},
                  {say_.plaza, say_.crafts, SegmentKind::kDiscussion}};
    return view;
  }

  [[nodiscard]] FloorQuestionView question() const {
    auto view = signed_view<FloorQuestionView>("10:44");
    view.header.detail = words_.text("A question from the floor");
    view.header.countdown = "06:48";
    view.question = say_.questions[0];
    view.support = emphasised(words_.text("Asked at a kiosk · supported by {people}"), "{people}",
                              fill(words_.plural("{count} person", "{count} people", 9), {{"count", "9"}}));
    view.waiting = fill(words_.plural("{count} more question is waiting. Ask yours at the kiosk.",
                                      "{count} more questions are waiting. Ask yours at the kiosk.", 5),
                        {{"count", "5"}});
    return view;
  }

  [[nodiscard]] LearningView learning() const {
    auto view = signed_view<LearningView>("11:16");
    view.header.name = words_.text("Key learning points");
    view.header.detail = say_.status;
    view.points = say_.points;
    view.remark = fill(words_.text("Something missing or wrong? Tell the note-taker before {time}."),
                       {{"time", "11:20"}});
    view.next =
        emphasised(words_.text("Next session: {when}"), "{when}",
                   fill(with_phrase(words_.text("{day}, {time}"), "{day}", day()), {{"time", "14:00"}}));
    return view;
  }

  [[nodiscard]] AnnouncementView announcement() const {
    auto view = signed_view<AnnouncementView>("10:42");
    view.header.countdown = "08:24";
    view.audience = words_.text("To everybody");
    view.text = say_.bus;
    view.said = "10:41";
    view.shown = with_phrase(words_.text("Shown for {length}"), "{length}",
                             length_text(words_, std::chrono::minutes(5)));
    return view;
  }

  [[nodiscard]] MessageView message() const {
    auto view = signed_view<MessageView>("11:16");
    view.header.detail = words_.text("Next session");
    view.text = fill(with_phrase(words_.text("{day}, {time}"), "{day}", day()), {{"time", "14:00"}});
    view.detail = say_.plaza;
    return view;
  }

  [[nodiscard]] MessageView black() const {
    MessageView view;
    view.tongue = tongue_of(say_.language);
    view.header.clock = "10:42";
    return view;
  }

  [[nodiscard]] NightView night() const {
    NightView view;
    view.tongue = tongue_of(say_.language);
    view.clock = "22:47";
    view.begins = fill(with_phrase(words_.text("We begin on {day} at {time} in {room}"), "{day}", day()),
                       {{"time", "09:30"}, {"room", "Sala Magna"}});
    view.place = 25;
    return view;
  }

  [[nodiscard]] ResultsView results() const {
    auto view = signed_view<ResultsView>("10:42");
    view.header.name = words_.text("What the room thinks");
    view.header.detail = results_texts(say_.language).answers;
    view.question = say_.obstacles;
    const int values[] = {31, 26, 17, 6};
    for (std::size_t i = 0; i < say_.bars.size(); ++i)
      view.bars.push_back({say_.bars[i], std::to_string(values[i]), values[i] * 1000 / 31, i < 2});
    return view;
  }
  // While the session is open: no numbers, and bars in steps of five, of fifteen in all.
  [[nodiscard]] ResultsView results_in_steps() const {
    ResultsView view = results();
    view.header.detail = results_texts(say_.language).steps;
    const int steps[] = {2, 2, 1, 0};
    for (std::size_t i = 0; i < view.bars.size(); ++i)
      view.bars[i] = {say_.bars[i], "", steps[i] * 1000 / 3, i < 2};
    return view;
  }
  [[nodiscard]] ResultsView results_on_scales() const {
    ResultsView sign = results();
    sign.bars.clear();
    return statements_on_scales(std::move(sign));
  }
  [[nodiscard]] ResultsView results_of_ten_steps() const {
    ResultsView sign = results();
    sign.bars.clear();
    return one_scale_of_ten(std::move(sign));
  }
  [[nodiscard]] ResultsView no_results() const {
    ResultsView view = results();
    view.header.detail = say_.visit;
    view.bars.clear();
    view.note = words_.text("The answers are not shown yet.");
    return view;
  }

  [[nodiscard]] MenuView menu() const {
    MenuView view;
    view.tongue = tongue_of(say_.language);
    view.title = say_.visit;
    view.detail = "Sala Magna";
    view.clock = "10:42";
    view.headline = words_.text("What would you like to do?");
    view.items = {
        {MenuItemKind::kFeedback, words_.text("How was the session that just ended?"), say_.status},
        {MenuItemKind::kQuestion, words_.text("Ask a question"),
         fill(words_.plural("{count} is waiting in this room", "{count} are waiting in this room", 6),
              {{"count", "6"}})},
        {MenuItemKind::kProgramme, words_.text("See today’s programme"),
         words_.text("And take it along on your telephone")}};
    view.languages = languages();
    return view;
  }

  // Of a kiosk that offers questionnaires beside the one about the session.
  [[nodiscard]] MenuView long_menu() const {
    MenuView view = menu();
    const std::string opinion = words_.text("Give your opinion");
    for (const char* form : {"visit", "venue", "meals", "access"})
      view.items.insert(view.items.begin() + 1, {MenuItemKind::kFeedback, say_.visit, opinion, form});
    return view;
  }

  [[nodiscard]] ContactView contact() const {
    ContactView view;
    view.tongue = tongue_of(say_.language);
    view.title = words_.text("Leave my contact");
    view.clock = "10:42";
    view.headline = words_.text("Stay in touch with the others");
    view.fields = {
        {ContactPart::kName, words_.text("Name"), "Ana Sousa", {}},
        {ContactPart::kAddress, words_.text("E-mail or telephone"), "ana@culture.example", {}, true},
        {ContactPart::kOffer, words_.text("What I can offer, what I look for"), {}, {}}};
    view.for_others = words_.text("Others of this visit may see it");
    view.is_for_others = true;
    view.promise = words_.text("Sealed at once");
    view.details = words_.text(
        "Your contact is locked on this device the moment you touch “Save”. Only the programme office can "
        "open "
        "it, to bring you together with others. It is kept apart from your answers: nothing joins the "
        "two. The office erases it when you ask, and after a year at the latest.");
    view.back = words_.text("Not now");
    view.save = words_.text("Save");
    return view;
  }
  [[nodiscard]] ContactView wrong_contact() const {
    ContactView view = contact();
    view.fields[0].text.clear();
    view.fields[0].problem = words_.text("Please write your name.");
    view.fields[1].text = "ana@culture";
    view.fields[1].problem = words_.text("This is neither an e-mail address nor a telephone number.");
    view.is_for_others = false;
    return view;
  }

  [[nodiscard]] AskView ask() const {
    AskView view;
    view.tongue = tongue_of(say_.language);
    view.title = words_.text("Ask the room");
    view.room = "Sala Magna";
    view.clock = "10:42";
    view.headline = words_.text("Which question should be answered next?");
    view.hint = words_.text("Touch the hand of a question that is yours, too. Nobody sees who asked.");
    const char* supports[] = {"9", "5", "4", "2"};
    for (std::size_t i = 0; i < say_.questions.size(); ++i)
      view.questions.push_back({std::to_string(i), say_.questions[i], supports[i], i == 0});
    view.back = words_.text("Back");
    view.ask = words_.text("Ask my own question");
    return view;
  }

  [[nodiscard]] ProgrammeView programme() const {
    ProgrammeView view;
    view.tongue = tongue_of(say_.language);
    view.title = words_.text("Today’s programme");
    view.day = day();
    view.clock = "10:42";
    view.rows = {{"09:00", say_.opening, "Sala Magna", true, false},
                 {"09:57", say_.status, "Sala Magna", false, true},
                 {"11:20", say_.coffee, say_.plaza, false, false},
                 {"11:45", say_.fair, say_.plaza, false, false},
                 {"11:50", say_.social, "Sala Magna", false, false}};
    view.code = qr_code("https://hub.example.org/visit").value();
    view.code_label = words_.text("Point the camera of your telephone here to take the programme along.");
    view.back = words_.text("Back");
    return view;
  }

 private:
  [[nodiscard]] std::string day() const { return day_text(words_, {2027, 5, 11}); }
  [[nodiscard]] std::vector<LanguageButton> languages() const {
    std::vector<LanguageButton> buttons;
    for (const char* language : {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"})
      buttons.push_back({language, language_name(language), language == say_.language});
    return buttons;
  }
  template <class Kind>
  [[nodiscard]] Kind signed_view(const std::string& clock) const {
    Kind view;
    view.tongue = tongue_of(say_.language);
    view.header = {"Sala Magna", say_.visit, clock, {}};
    return view;
  }

  const Contents& say_;
  const Catalogues& catalogues_;
  const Catalogue& words_;
};

}  // namespace

std::vector<SampleView> sample_group() {
  const Catalogues catalogues = built_in_catalogues();
  const std::vector<Contents> contents = all_contents();
  std::vector<SampleView> all;
  for (const Contents& each : contents) {
    const Group group(each, catalogues);
    const auto add = [&](const char* name, View view) {
      all.push_back({name, each.language, std::move(view)});
    };
    add("sign-welcome", group.welcome());
    add("sign-closing", group.closing());
    add("sign-day", group.day_view());
    add("sign-break", group.break_view());
    add("sign-question", group.question());
    add("sign-learning", group.learning());
    add("sign-announcement", group.announcement());
    add("sign-message", group.message());
    add("sign-black", group.black());
    add("sign-night", group.night());
    add("sign-results", group.results());
    add("sign-results-steps", group.results_in_steps());
    add("sign-results-scale", group.results_on_scales());
    add("sign-results-ten", group.results_of_ten_steps());
    add("sign-no-results", group.no_results());
    add("menu", group.menu());
    add("menu-long", group.long_menu());
    add("ask", group.ask());
    add("contact", group.contact());
    add("contact-problems", group.wrong_contact());
    add("programme", group.programme());
  }
  // Titles in scripts that the product itself does not speak.
  LearningView scripts = Group(contents.front(), catalogues).learning();
  scripts.header.detail = "สถานะของศิลปิน";
  scripts.points = {"कलाकार की स्थिति: नया कानून क्या बदलता है", "ស្ថានភាពសិល្បករ៖ ច្បាប់ថ្មី", "အနုပညာရှင်၏ အခြေအနေ",
                    "מעמד האמן: מה שינה החוק החדש (10:42)",
                    "Արվեստագետի կարգավիճակը, கலைஞரின் நிலை, শিল্পীর মর্যাদা"};
  all.push_back({"sign-scripts", "en", std::move(scripts)});
  return all;
}

}  // namespace tertulia::test
