// SPDX-License-Identifier: Apache-2.0
// What is longer than its page: nothing of it is cut, all of it can be reached, and a visitor sees that there
// is more.
#include <algorithm>
#include <array>
#include <map>

#include <gtest/gtest.h>

#include "tests/ui/screens/long_views.h"
#include "tests/ui/screens/sample_search.h"
#include "tests/ui/screens/written_out.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

// As for every screen: sanitizers find their faults on few of them, here on one.
#ifdef TERTULIA_SANITIZED
constexpr Size kLongSizes[] = {{800, 480}};
#else
constexpr Size kLongSizes[] = {{800, 480}, {1280, 800}, {720, 1280}, {1920, 1080}};
#endif

SampleTexts texts_in(const Language& language) {
  for (SampleTexts& say : sample_texts())
    if (say.language == language) return std::move(say);
  ADD_FAILURE() << language;
  return {};
}

bool shows(const Drawer::Drawn& drawn, const std::string& words) {
  return std::ranges::any_of(drawn.texts,
                             [&](const ui::Written& text) { return text.text == words && !text.ellipsized; });
}

// A glass without movement, and a person who reads what is on it.
class Visitor {
 public:
  Visitor(QuestionView shown, Size size)
      : view(std::move(shown)), panel_{size}, drawer_({.motion = ui::Motion::kReduced}) {
    look();
  }

  void look() { drawn = drawer_.lay_out(view, panel_); }
  [[nodiscard]] const Target* find(const std::string& name) const {
    const auto found = std::ranges::find(drawn.targets, name, &Target::name);
    return found == drawn.targets.end() ? nullptr : &*found;
  }
  std::optional<Intent> tap(const std::string& name) {
    const Target* target = find(name);
    if (!target) return std::nullopt;
    const Point at{(target->area.left + target->area.right) / 2,
                   (target->area.top + target->area.bottom) / 2};
    return touch({{TouchKind::kDown, at}, {TouchKind::kUp, at}});
  }
  // Pulls what lies there upwards. False: it does not move any further.
  bool pull(Point at, int by) {
    const auto before = places();
    touch(
        {{TouchKind::kDown, at}, {TouchKind::kMove, {at.x, at.y - by}}, {TouchKind::kUp, {at.x, at.y - by}}});
    return places() != before;
  }

  QuestionView view;
  Drawer::Drawn drawn;

 private:
  struct Move {
    TouchKind kind;
    Point at;
  };
  std::optional<Intent> touch(const std::vector<Move>& moves) {
    std::optional<Intent> intent;
    for (const Move& move : moves) {
      now_ += std::chrono::milliseconds(600);  // a finger that rests does not throw
      if (auto found = drawer_.touch(view, {move.kind, 0, move.at, now_}, now_)) intent = std::move(found);
    }
    look();
    return intent;
  }
  [[nodiscard]] std::vector<std::array<int, 4>> places() const {
    std::vector<std::array<int, 4>> all;
    for (const ui::Written& text : drawn.texts)
      all.push_back({text.box.top, text.ink.top, text.ink.bottom, text.ink.left});
    return all;
  }

  Panel panel_;
  Drawer drawer_;
  BootTime now_ = std::chrono::hours(2);
};

std::string cut_texts(const Drawer::Drawn& drawn) {
  std::string faults;
  for (const ui::Written& text : drawn.texts)
    if (text.ellipsized) faults += "\n  cut: " + text.text.substr(0, 60);
  return faults;
}

bool has_keyboard(const QuestionView& view) {
  const auto* search = std::get_if<SearchBody>(&view.body);
  return search ? !search->field.keyboard.empty() : std::holds_alternative<TextBody>(view.body);
}

class EveryLongScreen : public ::testing::TestWithParam<Size> {};

// From the top to the end, with a finger.
TEST_P(EveryLongScreen, nothing_that_must_be_read_ends_in_an_ellipsis) {
  const Size size = GetParam();
  for (const SampleTexts& say : sample_texts())
    for (const SampleView& each : long_views(say)) {
      Visitor visitor(std::get<QuestionView>(each.view), size);
      const bool is_typed = has_keyboard(visitor.view);
      const Point at{size.width / 3, is_typed ? size.height * 22 / 100 : size.height * 65 / 100};
      const int by = is_typed ? size.height / 8 : size.height / 3;
      std::string faults;
      for (int pulls = 0; pulls < 400 && faults.empty(); ++pulls) {
        faults = cut_texts(visitor.drawn) + faults_of(visitor.drawn.targets, {size});
        if (!visitor.pull(at, by)) break;
      }
      EXPECT_EQ(faults, "") << each.name << " in " << each.language;
      if (!is_typed) {
        EXPECT_TRUE(visitor.find("next")) << each.name << " in " << each.language;
      }
    }
}

TEST_P(EveryLongScreen, next_turns_a_note_until_its_end_has_been_seen) {
  for (const SampleTexts& say : sample_texts()) {
    Visitor visitor(long_note(say, 8'000), GetParam());
    int turns = 0;
    while (visitor.find("read-on") && turns < 300) {
      EXPECT_FALSE(visitor.tap("read-on"));
      ++turns;
    }
    EXPECT_GT(turns, 2);
    const auto intent = visitor.tap("next");
    ASSERT_TRUE(intent);
    EXPECT_TRUE(std::holds_alternative<intent::Next>(*intent));
  }
}

TEST_P(EveryLongScreen, who_agrees_has_had_the_whole_text_before_their_eyes) {
  Visitor visitor(long_consent(texts_in("am"), 8'000), GetParam());
  EXPECT_FALSE(visitor.find("choice:OK"));
  EXPECT_FALSE(visitor.find("next"));
  for (int turns = 0; visitor.find("read-on") && turns < 300; ++turns) visitor.tap("read-on");
  const auto intent = visitor.tap("choice:OK");
  ASSERT_TRUE(intent);
  EXPECT_EQ(std::get<intent::Choose>(*intent).choice, "OK");
}

TEST_P(EveryLongScreen, a_short_note_goes_on_at_once) {
  for (const SampleTexts& say : sample_texts())
    EXPECT_TRUE(Visitor(long_note(say, 60), GetParam()).find("next")) << say.language;
}

TEST_P(EveryLongScreen, the_last_of_thirty_long_choices_can_be_chosen) {
  for (const char* language : {"ar", "am"}) {
    Visitor visitor(thirty_choices(texts_in(language), 260), GetParam());
    const Point at{GetParam().width / 3, GetParam().height * 65 / 100};
    for (int pulls = 0; pulls < 300 && visitor.pull(at, GetParam().height / 4); ++pulls) {
    }
    const auto intent = visitor.tap("choice:30");
    ASSERT_TRUE(intent) << language;
    EXPECT_EQ(std::get<intent::Choose>(*intent).choice, "30");
  }
}

TEST_P(EveryLongScreen, the_field_has_a_line_for_what_is_typed_whatever_the_question_says) {
  for (const SampleTexts& say : sample_texts())
    for (const std::string& headline : {say.take_home, long_text(say, 300), long_text(say, 8'000)}) {
      const Visitor visitor(typed(say, headline), GetParam());
      ASSERT_TRUE(visitor.find("field")) << say.language;
      int line = 0;
      for (const ui::Written& text : visitor.drawn.texts)
        if (text.text == say.typed) line = text.ink.height();
      EXPECT_GT(line, 0);
      EXPECT_GE(visitor.find("field")->area.height(), line) << say.language;
      for (const ui::Written& text : visitor.drawn.texts)
        if (text.text == say.typed) {
          EXPECT_GE(text.ink.height(), text.size_px * 5 / 4) << say.language;
        }
    }
}

TEST_P(EveryLongScreen, above_a_search_stand_the_title_of_the_group_the_question_and_its_hint) {
  for (const SampleTexts& say : sample_texts()) {
    QuestionView view = searched(say, say.agree);
    view.group = say.group;
    view.hint = say.agree_hint;
    const Visitor visitor(view, GetParam());
    for (const std::string& words : {view.group, view.headline, view.hint})
      EXPECT_TRUE(shows(visitor.drawn, words)) << say.language << ": " << words;
    EXPECT_TRUE(visitor.find("field")) << say.language;
  }
}

TEST_P(EveryLongScreen, above_the_keyboard_stands_the_title_of_the_group) {
  for (const SampleTexts& say : sample_texts()) {
    QuestionView view = typed(say, say.take_home);
    view.group = say.group;
    EXPECT_TRUE(shows(Visitor(view, GetParam()).drawn, say.group)) << say.language;
  }
}

class SearchedToItsEnd {
 public:
  SearchedToItsEnd(QuestionView view, Size size) : visitor(std::move(view), size), middle_(size.height / 3) {
    const int y = has_keyboard(visitor.view) ? size.height * 22 / 100 : size.height * 65 / 100;
    for (int pulls = 0; pulls < 300 && visitor.pull({size.width / 3, y}, size.height / 8); ++pulls) {
    }
  }
  [[nodiscard]] bool shows_field_at_the_top() {
    visitor.look();
    const Target* field = visitor.find("field");
    return field && field->area.top < middle_;
  }

  Visitor visitor;

 private:
  int middle_;
};

TEST_P(EveryLongScreen, another_part_of_a_list_is_read_from_its_beginning) {
  const SampleTexts say = texts_in("fr");
  for (QuestionView view : {searched(say, ""), turned_search(plain_question(say, NoteBody{}), say)}) {
    view.headline = long_text(say, 900);
    SearchedToItsEnd page(view, GetParam());
    EXPECT_FALSE(page.shows_field_at_the_top());
    const auto intent = page.visitor.tap("part:after");
    ASSERT_TRUE(intent);
    EXPECT_TRUE(std::holds_alternative<intent::TurnList>(*intent));
    EXPECT_TRUE(page.shows_field_at_the_top());
  }
}

TEST_P(EveryLongScreen, whoever_types_sees_what_is_found) {
  const SampleTexts say = texts_in("fr");
  SearchedToItsEnd page(searched(say, long_text(say, 900)), GetParam());
  ASSERT_TRUE(page.visitor.tap("key:space"));
  EXPECT_TRUE(page.shows_field_at_the_top());
}

TEST_P(EveryLongScreen, a_long_problem_is_what_is_seen_first) {
  const SampleTexts say = texts_in("fr");
  QuestionView view = thirty_choices(say, 40);
  Visitor visitor(view, GetParam());
  const Point at{GetParam().width / 3, GetParam().height * 65 / 100};
  visitor.pull(at, GetParam().height / 4);
  visitor.view.problem = long_text(say, 600);
  visitor.look();
  visitor.look();
  const auto problem = std::ranges::find(visitor.drawn.texts, visitor.view.problem, &ui::Written::text);
  ASSERT_NE(problem, visitor.drawn.texts.end());
  EXPECT_FALSE(problem->ellipsized);
  EXPECT_LT(problem->ink.top, GetParam().height / 3);
}

TEST_P(EveryLongScreen, hands_that_tremble_turn_a_long_page_with_two_buttons) {
  QuestionView view = thirty_choices(texts_in("fr"), 900);
  std::get<ChoicesBody>(view.body).at_once = 2;
  Visitor visitor(view, GetParam());
  for (int turns = 0; visitor.find("later") && turns < 300; ++turns) visitor.tap("later");
  EXPECT_TRUE(visitor.find("earlier"));
  EXPECT_TRUE(visitor.find("choice:30"));
}

TEST_P(EveryLongScreen, each_word_of_a_matrix_can_be_read) {
  for (const SampleTexts& say : sample_texts()) {
    const Visitor visitor(worded_matrix(say, 3), GetParam());
    for (const std::string& word : say.faces)
      EXPECT_TRUE(std::ranges::any_of(visitor.drawn.texts, [&](const ui::Written& text) {
        return text.text == word && !text.broke_word;
      })) << word;
  }
}

TEST_P(EveryLongScreen, a_touch_on_a_step_in_words_chooses_its_choice) {
  Visitor visitor(worded_matrix(texts_in("ar"), 2), GetParam());
  const auto intent = visitor.tap("step:row1:1");
  ASSERT_TRUE(intent);
  EXPECT_EQ(std::get<intent::Choose>(*intent).question, "row1");
  EXPECT_EQ(std::get<intent::Choose>(*intent).choice, "2");
}

INSTANTIATE_TEST_SUITE_P(sizes, EveryLongScreen, ::testing::ValuesIn(kLongSizes), [](const auto& size) {
  return std::to_string(size.param.width) + "x" + std::to_string(size.param.height);
});

TEST(long_questions, words_of_a_matrix_stand_once_above_its_columns_where_they_have_room) {
  const SampleTexts say = texts_in("en");
  const auto count = [&](Size size) {
    const Visitor visitor(worded_matrix(say, 3), size);
    return std::ranges::count(visitor.drawn.texts, say.faces.front(), &ui::Written::text);
  };
  EXPECT_EQ(count({1280, 800}), 1);
  EXPECT_EQ(count({720, 1280}), 3);  // beneath the circles of each row
}

// A draw list has room for 65,536 corners. What is out of sight takes none of them.
TEST(long_questions, thousands_of_choices_and_forty_thousand_letters_have_room_in_a_picture) {
  const SampleTexts say = texts_in("am");
  ChoicesBody body{"many", false, {}};
  for (int i = 1; i <= 5'000; ++i) body.choices.push_back({std::to_string(i), say.choices[0], false});
  EXPECT_TRUE(Visitor(plain_question(say, body), {720, 1280}).find("choice:1"));
  EXPECT_TRUE(Visitor(long_note(say, 40'000), {720, 1280}).find("read-on"));
}

TEST(long_questions, a_row_that_must_be_answered_is_scrolled_to) {
  QuestionView view = worded_matrix(texts_in("en"), 12);
  Visitor visitor(view, {720, 1280});
  EXPECT_FALSE(visitor.find("step:row12:0"));
  std::get<ScaleBody>(visitor.view.body).rows.back().missing = true;
  visitor.look();
  visitor.look();
  EXPECT_TRUE(visitor.find("step:row12:0"));
}

TEST(long_questions, an_answer_that_may_only_be_read_stands_where_its_language_begins) {
  const Size size{1280, 800};
  const auto ink_of = [&](const Language& language, const std::string& answer) {
    const Visitor visitor(shown_answer(texts_in(language), answer), size);
    const auto text = std::ranges::find(visitor.drawn.texts, answer, &ui::Written::text);
    EXPECT_NE(text, visitor.drawn.texts.end());
    return text->ink;
  };
  EXPECT_LT(ink_of("en", "42").right, size.width / 4);
  EXPECT_GT(ink_of("ar", "42").left, size.width * 3 / 4);
}

}  // namespace
