// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_views.h"

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"
#include "tests/ui/screens/long_views.h"
#include "tests/ui/screens/sample_desk.h"
#include "tests/ui/screens/sample_group.h"
#include "tests/ui/screens/sample_logo.h"
#include "tests/ui/screens/sample_pictures.h"
#include "tests/ui/screens/sample_search.h"
#include "tests/ui/screens/sample_signs.h"
#include "tests/ui/screens/sample_status.h"
#include "tests/ui/screens/sample_texts.h"

using namespace std::chrono_literals;

namespace tertulia::test {
namespace {

std::vector<LanguageButton> languages(const Language& chosen) {
  std::vector<LanguageButton> result;
  for (const char* language : {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"})
    result.push_back({language, language_name(language), language == chosen});
  return result;
}

// Buttons named "1", "2"...; those in `chosen` are on.
std::vector<ChoiceButton> buttons(const std::vector<std::string>& labels,
                                  std::initializer_list<std::size_t> chosen = {}) {
  std::vector<ChoiceButton> result;
  for (const std::string& label : labels) result.push_back({std::to_string(result.size() + 1), label, false});
  for (const std::size_t index : chosen) result[index].chosen = true;
  return result;
}

AttractView home(const SampleTexts& say) {
  AttractView view;
  view.tongue = tongue_of(say.language);
  view.title = say.session;
  view.room = say.room;
  view.clock = "10:42";
  view.headline = say.useful;
  view.question = "useful";
  view.faces = buttons(say.faces);
  view.privacy = say.privacy;
  view.languages = languages(say.language);
  return view;
}

AttractView begin(const SampleTexts& say) {
  AttractView view = home(say);
  view.headline = say.agree;
  view.faces.clear();
  view.begin = say.begin;
  return view;
}

QuestionView question(const SampleTexts& say, int step) {
  QuestionView view;
  view.tongue = tongue_of(say.language);
  view.page = "sample";
  view.number = step;
  view.total = 5;
  view.progress = std::to_string(step) + say.of + "5";
  view.skip = say.skip;
  view.next = say.next;
  view.can_go_back = true;
  return view;
}

QuestionView choice(const SampleTexts& say) {
  QuestionView view = question(say, 2);
  view.headline = say.obstacles;
  view.hint = say.up_to_three;
  view.body = ChoicesBody{"obstacles", true, buttons(say.choices, {0, 2})};
  return view;
}

QuestionView one_choice(const SampleTexts& say) {
  QuestionView view = question(say, 5);
  view.headline = say.group;
  view.skip.clear();
  view.next = say.send;
  view.problem = say.choose;
  view.body = ChoicesBody{"group", false, buttons(say.groups, {1})};
  return view;
}

// More than any panel has room for at once.
QuestionView many_choices(const SampleTexts& say) {
  QuestionView view = choice(say);
  std::vector<std::string> labels;
  for (int i = 0; i < 4; ++i) {
    labels.insert(labels.end(), say.choices.begin(), say.choices.end());
    labels.insert(labels.end(), say.groups.begin(), say.groups.end());
  }
  view.body = ChoicesBody{"obstacles", true, buttons(labels, {0, 2})};
  return view;
}

QuestionView large_choices(const SampleTexts& say) {
  QuestionView view = choice(say);
  std::get<ChoicesBody>(view.body).at_once = 2;
  return view;
}

QuestionView faces(const SampleTexts& say) {
  QuestionView view = question(say, 1);
  view.headline = say.useful;
  view.problem = say.not_saved;
  view.body = FacesBody{"useful", buttons(say.faces, {3})};
  return view;
}

AttractView home_read_aloud(const SampleTexts& say) {
  AttractView view = home(say);
  view.can_read_aloud = true;
  return view;
}

QuestionView read_aloud(const SampleTexts& say) {
  QuestionView view = one_choice(say);
  view.can_read_aloud = true;
  return view;
}

QuestionView likert(const SampleTexts& say) {
  QuestionView view = question(say, 3);
  view.headline = say.agree;
  view.hint = say.agree_hint;
  ScaleBody body{{"1", "2", "3", "4", "5"}, {}};
  for (const std::string& label : say.statements)
    body.rows.push_back(
        {std::to_string(body.rows.size() + 1), label, 3 - static_cast<int>(body.rows.size())});
  body.rows.back().chosen.reset();
  view.body = body;
  return view;
}

QuestionView large_likert(const SampleTexts& say) {
  QuestionView view = likert(say);
  std::get<ScaleBody>(view.body).at_once = 1;
  return view;
}

QuestionView likert_missing(const SampleTexts& say) {
  QuestionView view = likert(say);
  view.problem = say.choose;
  std::get<ScaleBody>(view.body).rows.back().missing = true;
  return view;
}

QuestionView scale(const SampleTexts& say) {
  QuestionView view = question(say, 3);
  view.headline = say.agree;
  view.hint = say.agree_hint;
  ScaleBody body{{}, {{"agree", "", 7}}};
  for (int step = 0; step <= 10; ++step) body.steps.push_back(std::to_string(step));
  view.body = body;
  return view;
}

QuestionView rank(const SampleTexts& say) {
  QuestionView view = question(say, 3);
  view.headline = say.obstacles;
  view.hint = say.rank_hint;
  view.group = say.session;
  RankBody body{"first", {}};
  for (int i = 0; i < 5; ++i)
    body.rows.push_back(
        {"row" + std::to_string(i), say.choices[static_cast<std::size_t>(i)], i < 3 ? i + 1 : 0});
  view.body = std::move(body);
  return view;
}

// More than any panel has room for at once.
QuestionView many_ranks(const SampleTexts& say) {
  QuestionView view = rank(say);
  auto& rows = std::get<RankBody>(view.body).rows;
  for (int i = 5; i < 20; ++i)
    rows.push_back(
        {"row" + std::to_string(i), say.choices[static_cast<std::size_t>(i) % say.choices.size()], 0});
  return view;
}

QuestionView stars(const SampleTexts& say, int count) {
  QuestionView view = question(say, 2);
  view.headline = say.useful;
  StarsBody body{"care", {}, count - 2};
  for (int star = 1; star <= count; ++star) body.values.push_back(std::to_string(star));
  view.body = std::move(body);
  return view;
}

QuestionView slider(const SampleTexts& say, std::optional<int> chosen) {
  QuestionView view = question(say, 2);
  view.headline = say.agree;
  SliderBody body{"sure", {}, chosen};
  for (int value = 0; value <= 100; ++value) body.values.push_back(std::to_string(value));
  view.body = std::move(body);
  return view;
}

QuestionView acknowledge(const SampleTexts& say) {
  QuestionView view = question(say, 1);
  view.headline = say.no_names;
  view.body = ChoicesBody{"consent", true, {{"OK", say.here, true}}};
  return view;
}

QuestionView text(const SampleTexts& say) {
  const Catalogue words(say.language, {{"space", {say.space}}, {"Next", {say.next}}}, {});
  QuestionView view = question(say, 4);
  view.headline = say.take_home;
  view.hint = say.no_names;
  const TextEntry entry{say.typed, say.typed.size(), KeyboardPage::kLetters};
  TextBody body;
  body.question = "take-home";
  body.text = entry.text;
  body.caret = entry.caret;
  body.multiline = true;
  body.count = "44 / 400";
  body.keyboard = keyboard_for(words, entry, LineMode::kMultiline);
  view.body = std::move(body);
  return view;
}

QuestionView text_in_group(const SampleTexts& say) {
  QuestionView view = text(say);
  view.group = say.session;
  return view;
}

// A finger rested on a letter; a word is selected.
QuestionView variants(const SampleTexts& say) {
  QuestionView view = text(say);
  auto& body = std::get<TextBody>(view.body);
  const TextEntry entry = with_word({body.text, body.caret, KeyboardPage::kLetters}, body.caret);
  body.selected = entry.selected;
  for (const auto& row : body.keyboard)
    for (const Key& key : row)
      if (body.open.empty() && key.kind == KeyKind::kCharacter && !key.variants.empty()) body.open = key.text;
  return view;
}

QuestionView number(const SampleTexts& say) {
  const Catalogue words(say.language, {{"Next", {say.next}}}, {});
  QuestionView view = question(say, 4);
  view.headline = say.group;
  TextBody body;
  body.question = "age";
  body.number = true;
  body.text = "-42";
  body.caret = body.text.size();
  body.keyboard = number_pad(words, Sign::kMinus);
  view.body = std::move(body);
  return view;
}

QuestionView decimal(const SampleTexts& say) {
  const Catalogue words(say.language, {{"Next", {say.next}}, {"decimal mark\4.", {say.decimal_mark}}}, {});
  QuestionView view = number(say);
  auto& body = std::get<TextBody>(view.body);
  body.text = std::string("12") + decimal_mark(words) + "5";
  body.caret = body.text.size();
  body.keyboard = number_pad(words, Sign::kMinus, Decimals::kSome);
  return view;
}

// Half typed.
QuestionView date(const SampleTexts& say) {
  QuestionView view = number(say);
  view.headline = say.which_day;
  auto& body = std::get<TextBody>(view.body);
  body.question = "date";
  FilledPattern filled = fill_pattern(say.date_pattern, 8, "110");
  body.text = std::move(filled.typed);
  body.caret = body.text.size();
  body.unfilled = std::move(filled.unfilled);
  body.keyboard = number_pad(Catalogue(say.language, {{"Next", {say.next}}}, {}), Sign::kNone);
  return view;
}

ThanksView thanks(const SampleTexts& say) {
  return {tongue_of(say.language), say.thanks, say.saved, say.done, {kSampleTime + 4300ms, 6s}};
}

StillThereView still_there(const SampleTexts& say) {
  return {tongue_of(say.language), say.there, say.soon, say.here, say.again, {kSampleTime + 5s, 10s}};
}

enum class Speech { kEnglish, kArabic };

// Inserted values in isolates, as the appliance does it.
std::string with(std::string_view pattern, std::initializer_list<std::string> values) {
  Values named;
  static constexpr std::string_view kNames[] = {"a", "b", "c"};
  for (const std::string& value : values) named.emplace_back(kNames[named.size()], value);
  return fill(pattern, named);
}

RoomView room_english() {
  RoomView view;
  view.tongue = tongue_of("en");
  view.room = "Sala Magna";
  view.visit = "Exchange visit, day 2 of 4";
  view.chip = Chip{"7 min behind", Tone::kAmber};
  view.clock = "10:42";
  view.kicker = "Round table · segment 2 of 4";
  view.title = "Status of the artist: what the new law changed";
  view.speaker = "Presentation by the visiting peer — Costa Rica";
  view.countdown = "08:24";
  view.bar = TimeBar{580, 800, 940};
  view.started = "started 10:30";
  view.ends = "20 min · ends 10:50";
  view.coming_up_label = "Coming up";
  view.coming_up = {{"10:50", "Response by the hosting peer", "10 min", SegmentKind::kResponse},
                    {"11:00", "Open discussion", "25 min", SegmentKind::kDiscussion},
                    {"11:25", "Coffee", "15 min", SegmentKind::kBreak},
                    {"11:40", "Focus groups", "45 min · 3 rooms", SegmentKind::kGroups},
                    {"12:25", "Key learning points", "20 min", SegmentKind::kLearningPoints}};
  view.outcome_label = "What we want to leave with";
  view.outcome =
      "One page: the three clauses that could travel to our own context, and what would have to change "
      "first.";
  return view;
}

RoomView room_arabic() {
  RoomView view = room_english();
  view.tongue = tongue_of("ar");
  view.visit = with("{a}، اليوم {b} من {c}", {"زيارة تبادل", "2", "4"});
  view.chip = Chip{with("متأخرون {a} دقائق", {"7"}), Tone::kAmber};
  view.kicker = with("مائدة مستديرة · الفقرة {a} من {b}", {"2", "4"});
  view.title = "وضع الفنان: ما الذي غيّره القانون الجديد";
  view.speaker = with("{a} — {b}", {"عرض النظير الزائر", "Costa Rica"});
  view.started = with("بدأت الساعة {a}", {"10:30"});
  view.ends = with("{a} دقيقة · تنتهي الساعة {b}", {"20", "10:50"});
  view.coming_up_label = "فيما يلي";
  view.coming_up = {{"10:50", "رد النظير المضيف", with("{a} دقائق", {"10"}), SegmentKind::kResponse},
                    {"11:00", "Open discussion", with("{a} دقيقة", {"25"}), SegmentKind::kDiscussion},
                    {"11:25", "قهوة", with("{a} دقيقة", {"15"}), SegmentKind::kBreak}};
  view.outcome_label = "ما نريد أن نخرج به";
  view.outcome = "صفحة واحدة: البنود الثلاثة التي يمكن نقلها إلى سياقنا، وما يجب أن يتغير أولًا.";
  return view;
}

RoomView alone(RoomView view) {
  view.step = Chip{"Not in step", Tone::kMuted};
  return view;
}

RoomView over(RoomView view) {
  const bool arabic = view.tongue.right_to_left;
  view.countdown = "-01:20";
  view.tone = Tone::kRed;
  view.state = with(arabic ? "تجاوز الوقت بمقدار {a}" : "Over by {a}", {"01:20"});
  view.bar = TimeBar{1000, 800, 940};
  return view;
}

RoomView paused(RoomView view) {
  view.tone = Tone::kPaused;
  view.state = view.tongue.right_to_left ? "متوقفة مؤقتًا" : "Paused";
  view.countdown = "1:08:24";
  return view;
}

RoomView with_clocks(RoomView view) {
  const bool arabic = view.tongue.right_to_left;
  view.clocks = {{arabic ? "مداخلة" : "Intervention", "00:24", Tone::kAmber},
                 {arabic ? "المجموعة 1" : "Group 1", "12:30", Tone::kCalm}};
  return view;
}

RoomView between(RoomView view) {
  const bool arabic = view.tongue.right_to_left;
  view.chip.reset();
  view.kicker = arabic ? "التالي في هذه القاعة" : "Next in this room";
  view.speaker.clear();
  view.started.clear();
  view.ends.clear();
  view.outcome.clear();
  view.bar.reset();
  view.tone = Tone::kMuted;
  view.state = arabic ? "حتى البداية" : "until we start";
  view.coming_up.clear();
  return view;
}

DoorView door_closed(Speech speech) {
  const bool arabic = speech == Speech::kArabic;
  DoorView view;
  view.tongue = tongue_of(arabic ? "ar" : "en");
  view.state = DoorState::kClosedSession;
  view.room = "Sala Verde";
  view.clock = "10:42";
  view.kicker = arabic ? "جلسة مغلقة" : "Closed session";
  view.headline = with(arabic ? "الجلسة منعقدة حتى {a}" : "In session until {a}", {"11:25"});
  view.detail = arabic ? "بدعوة خاصة. لا يُسجَّل أي شيء يُقال في هذه القاعة."
                       : "By invitation. Nothing said in this room is recorded.";
  view.next_time = "11:40";
  view.next_title = arabic ? "مجموعة تركيز — الموسيقى والمسرح" : "Focus group — music and stage";
  view.next_access = arabic ? "مفتوحة للجميع" : "open to all";
  return view;
}

DoorView door_open(Speech speech) {
  const bool arabic = speech == Speech::kArabic;
  DoorView view = door_closed(speech);
  view.state = DoorState::kOpenSession;
  view.kicker = arabic ? "جلسة مفتوحة" : "Open session";
  view.detail = view.headline;
  view.headline =
      arabic ? "وضع الفنان: ما الذي غيّره القانون الجديد" : "Status of the artist: what the new law changed";
  return view;
}

DoorView door_free(Speech speech) {
  DoorView view = door_closed(speech);
  view.state = DoorState::kFree;
  view.kicker = view.detail = {};
  view.headline = with(speech == Speech::kArabic ? "متاحة حتى {a}" : "Free until {a}", {"11:40"});
  return view;
}

}  // namespace

std::vector<SampleView> sample_views() {
  std::vector<SampleView> all;
  const auto add = [&all](std::string_view name, const Language& language, View view) {
    all.push_back({std::string(name), language, std::move(view)});
  };
  for (const SampleTexts& say : sample_texts()) {
    add("home", say.language, home(say));
    add("begin", say.language, begin(say));
    add("faces", say.language, faces(say));
    add("choice", say.language, choice(say));
    add("one-choice", say.language, one_choice(say));
    add("many-choices", say.language, many_choices(say));
    add("large-choices", say.language, large_choices(say));
    add("picture-choices", say.language, with_pictures(one_choice(say), 3));
    add("picture-choices-many", say.language, with_pictures(many_choices(say), 9));
    add("home-read-aloud", say.language, home_read_aloud(say));
    add("read-aloud", say.language, read_aloud(say));
    add("likert", say.language, likert(say));
    add("large-likert", say.language, large_likert(say));
    add("likert-missing", say.language, likert_missing(say));
    add("scale", say.language, scale(say));
    add("rank", say.language, rank(say));
    add("rank-many", say.language, many_ranks(say));
    add("search", say.language, search(question(say, 3), say));
    add("search-turned", say.language, turned_search(question(say, 3), say));
    add("stars", say.language, stars(say, 5));
    add("stars-ten", say.language, stars(say, 10));
    add("slider", say.language, slider(say, 70));
    add("slider-empty", say.language, slider(say, std::nullopt));
    add("acknowledge", say.language, acknowledge(say));
    add("text-group", say.language, text_in_group(say));
    add("text", say.language, text(say));
    add("variants", say.language, variants(say));
    add("number", say.language, number(say));
    add("decimal", say.language, decimal(say));
    add("date", say.language, date(say));
    for (SampleView& each : pictured_views(say)) all.push_back(std::move(each));
    add("thanks", say.language, thanks(say));
    add("still-there", say.language, still_there(say));
  }
  for (const Speech speech : {Speech::kEnglish, Speech::kArabic}) {
    const Language language = speech == Speech::kArabic ? "ar" : "en";
    const RoomView room = speech == Speech::kArabic ? room_arabic() : room_english();
    add("room", language, room);
    add("room-over", language, over(room));
    add("room-paused", language, paused(room));
    add("room-clocks", language, with_clocks(room));
    add("room-between", language, between(room));
    add("door-closed", language, door_closed(speech));
    add("door-open", language, door_open(speech));
    add("door-free", language, door_free(speech));
  }
  const std::vector<SampleView> untranslated = all;
  for (const SampleView& each : untranslated) {
    const bool is_sign = each.name.starts_with("room") || each.name.starts_with("door");
    if (!is_sign || each.language != "en") continue;
    for (const char* language : {"fr", "am"}) add(each.name, language, translated(each.view, language));
  }
  const std::vector<SampleView> signs = all;
  for (const SampleView& each : signs)
    if (each.name == "room")
      for (SampleView& desk : sample_desk(each.language, std::get<RoomView>(each.view)))
        all.push_back(std::move(desk));
  const auto logos = logo_views(room_english(), alone(room_english()), room_arabic());
  for (const auto& part : {sample_status(), sample_group(), logos})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace tertulia::test
