// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_views.h"

#include <cstdio>
#include <cstdlib>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"
#include "tests/ui/screens/long_views.h"
#include "tests/ui/screens/sample_desk.h"
#include "tests/ui/screens/sample_group.h"
#include "tests/ui/screens/sample_pictures.h"
#include "tests/ui/screens/sample_rooms.h"
#include "tests/ui/screens/sample_search.h"
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

std::vector<SampleView> make_views() {
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
  const std::vector<SampleView> signs = sample_rooms();
  all.insert(all.end(), signs.begin(), signs.end());
  for (const SampleView& each : signs)
    if (each.name == "room")
      for (SampleView& desk : sample_desk(each.language, std::get<RoomView>(each.view)))
        all.push_back(std::move(desk));
  for (const auto& part : {sample_status(), sample_group(), sample_logos()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

const std::vector<SampleView>& sample_views() {
  static const std::vector<SampleView> all = make_views();
  return all;
}

const View& sample_view(const std::string& name, const Language& language) {
  for (const SampleView& each : sample_views())
    if (each.name == name && each.language == language) return each.view;
  std::fprintf(stderr, "no sample view %s in %s\n", name.c_str(), language.c_str());
  std::abort();
}

}  // namespace tertulia::test
