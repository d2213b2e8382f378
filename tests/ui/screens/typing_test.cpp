// SPDX-License-Identifier: Apache-2.0
// Fingers on a text question: keys that are held, variants, the caret and the selection.
#include <algorithm>

#include <gtest/gtest.h>

#include "firmware/app/kiosk/keyboard.h"
#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// A kiosk of one text question: what the fingers want is done to the text, and shown.
class Typing {
 public:
  Typing(Language language, const std::string& text, Size size = {1280, 800})
      : words_(std::move(language), {}, {}) {
    begin_with(text);
    screen_ = std::make_unique<Shown>(view(), size);
  }
  // Another one at the same screen: what was shaped for the last one is used again.
  Typing& start_over(const std::string& text) {
    begin_with(text);
    screen_->reset();
    screen_->view = view();
    paint({});
    return *this;
  }

  Typing& down(const std::string& target) { return touch(TouchKind::kDown, screen_->middle(target)); }
  Typing& another(const std::string& target) { return touch(TouchKind::kAnother, screen_->middle(target)); }
  Typing& slide(const std::string& target) {
    return touch(TouchKind::kMove, last_ = screen_->middle(target));
  }
  Typing& up() { return touch(TouchKind::kUp, last_); }
  Typing& tap(const std::string& target) { return down(target).up(); }
  Typing& tap_at(Point at) { return touch(TouchKind::kDown, at).up(); }
  // The glass is painted when it asks for it, not before.
  Typing& rest(BootTime time) {
    const BootTime end = screen_->now.boot + time;
    while (next_frame_ && *next_frame_ <= end) {
      screen_->now.boot = *next_frame_;
      paint({});
    }
    screen_->now.boot = end;
    return *this;
  }

  [[nodiscard]] const TextEntry& entry() const { return entry_; }
  [[nodiscard]] const std::string& text() const { return entry_.text; }
  [[nodiscard]] bool shows(const std::string& target) const {
    const auto targets = screen_->targets();
    return std::any_of(targets.begin(), targets.end(),
                       [&](const Target& each) { return each.name == target; });
  }
  [[nodiscard]] Shown& screen() { return *screen_; }

 private:
  void begin_with(const std::string& text) {
    entry_ = {};
    entry_.text = text;
    entry_.caret = entry_.text.size();
    entry_.page = KeyboardPage::kLetters;
  }
  [[nodiscard]] View view() const {
    QuestionView question;
    question.tongue = {words_.language(), is_right_to_left(words_.language())};
    question.headline = "?";
    TextBody body;
    body.text = entry_.text;
    body.caret = entry_.caret;
    body.selected = entry_.selected;
    body.open = entry_.open;
    body.keyboard = keyboard_for(words_, entry_, LineMode::kOneLine);
    question.body = std::move(body);
    return question;
  }
  Typing& touch(TouchKind kind, Point at) {
    last_ = at;
    paint({screen_->touch(kind, at)});
    return *this;
  }
  void paint(std::vector<Touch> touches) {
    for (int guard = 0; guard < 50; ++guard) {
      const Painted painted = screen_->paint(std::exchange(touches, {}));
      next_frame_ = painted.next_frame;
      if (painted.intent) act(*painted.intent);
      screen_->view = view();
      if (!painted.intent && !(next_frame_ && *next_frame_ <= screen_->now.boot)) return;
    }
  }
  void act(const Intent& intent) {
    if (const auto* pressed = std::get_if<intent::PressKey>(&intent))
      entry_ = press(entry_, pressed->key, 400);
    if (const auto* held = std::get_if<intent::HoldKey>(&intent)) entry_ = hold(entry_, held->key);
    if (const auto* placed = std::get_if<intent::PlaceCaret>(&intent))
      entry_ = with_caret(entry_, placed->offset);
    if (const auto* chosen = std::get_if<intent::SelectWord>(&intent))
      entry_ = with_word(entry_, chosen->offset);
  }

  Catalogue words_;
  TextEntry entry_;
  std::unique_ptr<Shown> screen_;
  Point last_;
  std::optional<BootTime> next_frame_;
};

TEST(typing, a_tap_types_the_letter) { EXPECT_EQ(Typing("fr", "").tap("key:a").tap("key:z").text(), "az"); }

TEST(typing, two_thumbs_that_overlap_lose_no_letter) {
  Typing typing("fr", "");
  typing.down("key:v").another("key:i").another("key:t").another("key:e").up();
  EXPECT_EQ(typing.text(), "vite");
}

TEST(typing, a_thumb_that_still_rests_does_not_hold_up_the_other) {
  Typing typing("fr", "");
  typing.down("key:a").another("key:z").up().another("key:e").up();
  EXPECT_EQ(typing.text(), "aze");
}

TEST(typing, two_fingers_of_which_one_is_on_no_key_type_nothing) {
  EXPECT_EQ(Typing("fr", "").down("key:a").another("next").up().text(), "");
  Typing typing("fr", "abc");
  typing.down("field").another("key:z").up();
  EXPECT_EQ(typing.text(), "abc");
  EXPECT_EQ(typing.tap("key:z").text(), "abcz") << "the next finger counts again";
}

TEST(typing, a_letter_that_is_held_offers_its_accents_and_a_tap_takes_one) {
  Typing typing("fr", "caf");
  typing.down("key:e").rest(399ms);
  EXPECT_FALSE(typing.shows("variant:é"));
  typing.rest(1ms);
  EXPECT_TRUE(typing.shows("variant:é"));
  typing.up();
  EXPECT_EQ(typing.text(), "caf");
  typing.tap("variant:é");
  EXPECT_EQ(typing.text(), "café");
  EXPECT_FALSE(typing.shows("variant:é"));
}

TEST(typing, the_finger_may_slide_to_an_accent_and_lift_there) {
  Typing typing("fr", "caf");
  typing.down("key:e").rest(400ms).slide("variant:è").up();
  EXPECT_EQ(typing.text(), "cafè");
  EXPECT_FALSE(typing.shows("variant:è"));
}

TEST(typing, sliding_off_both_types_nothing) {
  Typing typing("fr", "caf");
  typing.down("key:e").rest(400ms).slide("key:w").up();
  EXPECT_EQ(typing.text(), "caf");
}

TEST(typing, another_letter_closes_the_accents) {
  Typing typing("fr", "caf");
  typing.down("key:e").rest(400ms).up();
  typing.tap("key:w");
  EXPECT_EQ(typing.text(), "cafw");
  EXPECT_FALSE(typing.shows("variant:é"));
}

TEST(typing, a_letter_without_variants_types_when_it_is_lifted_late) {
  EXPECT_EQ(Typing("fr", "").down("key:w").rest(2s).up().text(), "w");
}

// Every letter is held once: sanitizers, which take many times as long, see one panel.
#ifdef TERTULIA_SANITIZED
constexpr Size kHeldSizes[] = {{800, 480}};
#else
constexpr Size kHeldSizes[] = {{1280, 800}, {800, 480}, {720, 1280}};
#endif

TEST(typing, variants_never_lie_over_a_key_that_can_be_pressed_nor_off_the_glass) {
  int variants = 0;
  for (const char* language : {"en", "fr", "es", "ar", "am", "ka"})
    for (const Size size : kHeldSizes) {
      Typing typing(language, "ቀ", size);
      for (const Target& key : typing.screen().targets()) {
        if (!key.name.starts_with("key:")) continue;
        typing.start_over("ቀ").down(key.name).rest(400ms);
        const auto targets = typing.screen().targets();
        for (const Target& each : targets) {
          variants += each.name.starts_with("variant:");
          EXPECT_EQ(intersection(each.area, {0, 0, size.width, size.height}), each.area) << each.name;
          for (const Target& other : targets)
            EXPECT_TRUE(&each == &other || intersection(each.area, other.area).empty())
                << language << " " << key.name << ": " << each.name << " and " << other.name;
        }
      }
    }
  EXPECT_GT(variants, 100) << "they were there at all";
}

TEST(typing, backspace_that_is_held_takes_one_letter_after_400_ms_and_then_every_60) {
  Typing typing("en", "0123456789");
  typing.down("key:backspace").rest(399ms);
  EXPECT_EQ(typing.text().size(), 10U);
  typing.rest(1ms);
  EXPECT_EQ(typing.text().size(), 9U);
  typing.rest(120ms);
  EXPECT_EQ(typing.text().size(), 7U);
  typing.up();
  EXPECT_EQ(typing.text().size(), 7U);  // lifting it is no press of its own
  typing.rest(1s);
  EXPECT_EQ(typing.text().size(), 7U);
  typing.tap("key:backspace");
  EXPECT_EQ(typing.text().size(), 6U);
}

TEST(typing, a_finger_that_slides_off_backspace_stops_it) {
  Typing typing("en", "0123456789");
  typing.down("key:backspace").rest(400ms).slide("key:q").rest(1s).up();
  EXPECT_EQ(typing.text().size(), 9U);
}

// The middle of the field is right of a short Latin text and left of a short Arabic one.
TEST(typing, a_tap_beside_the_text_puts_the_caret_at_its_end) {
  for (const auto& [language, text] : {std::pair{"en", "idea"}, {"ar", "فكرة"}, {"am", "ሀሳብ"}}) {
    Typing typing(language, text);
    typing.tap("field");
    EXPECT_EQ(typing.entry().caret, std::string(text).size()) << language;
  }
}

TEST(typing, a_tap_on_the_first_letter_puts_the_caret_before_or_behind_it) {
  Typing english("en", "idea");
  const Rect left = english.screen().area("field");
  english.tap_at({left.left + 28, left.top + 40});
  EXPECT_EQ(english.entry().caret, 0U);
  Typing arabic("ar", "فكرة");
  const Rect right = arabic.screen().area("field");
  arabic.tap_at({right.right - 28, right.top + 40});
  EXPECT_EQ(arabic.entry().caret, 0U);
}

TEST(typing, a_finger_that_rests_on_a_word_selects_it_and_the_next_key_takes_its_place) {
  for (const auto& [language, text, key] :
       {std::tuple{"en", "idea", "key:x"}, {"ar", "فكرة", "key:ب"}, {"ka", "იდეა", "key:ბ"}}) {
    Typing typing(language, text);
    typing.down("field").rest(400ms).up();
    EXPECT_EQ(typing.entry().selected, std::string(text).size()) << language;
    typing.tap(key);
    EXPECT_EQ("key:" + typing.text(), key);
  }
}

TEST(typing, the_globe_of_arabic_leads_to_latin_letters_and_back) {
  Typing typing("ar", "");
  typing.tap("key:ب").tap("key:language").tap("key:q").tap("key:language").tap("key:ت");
  EXPECT_EQ(typing.text(), "بqت");
}

TEST(typing, amharic_is_a_consonant_and_its_vowel) {
  Typing typing("am", "");
  typing.tap("key:ሰ").tap("key:ለ").tap("key:syllable:ላ").tap("key:መ").tap("key:syllable:ም");
  EXPECT_EQ(typing.text(), "ሰላም");
}

TEST(typing, a_w_form_is_behind_the_last_vowel) {
  Typing typing("am", "");
  typing.tap("key:ቀ").down("key:syllable:ቋ").rest(400ms).slide("variant:ቈ").up();
  EXPECT_EQ(typing.text(), "ቈ");
}

TEST(typing, a_reset_leaves_no_finger_behind) {
  Typing typing("en", "0123456789");
  typing.down("key:backspace");
  typing.screen().reset();
  typing.rest(2s);
  EXPECT_EQ(typing.text().size(), 10U);
}

}  // namespace
