// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/picture_textures.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/screens/sample_pictures.h"
#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

QuestionView nine() {
  QuestionView view;
  view.page = "nine";
  view.total = 2;
  view.headline = "Which?";
  view.next = "Next";
  ChoicesBody body{"which", false, {}};
  for (std::size_t i = 0; i < 9; ++i)
    body.choices.push_back({std::to_string(i), "Choice", false, sample_picture(i, {640, 640})});
  view.body = std::move(body);
  return view;
}

std::size_t count(const Screenshot& picture, std::uint32_t color) {
  return static_cast<std::size_t>(std::count(picture.pixels.begin(), picture.pixels.end(), color));
}

constexpr std::uint32_t kSecondTint = 0xfff8e3c0;  // of pictures 1, 4 and 7

TEST(picture_textures, each_choice_shows_its_picture) {
  const Shown shown(nine(), {1280, 800});
  EXPECT_GT(count(shown.picture, kSecondTint), 3U * 80 * 80);
}

TEST(picture_textures, another_picture_in_the_same_place_is_drawn_again) {
  Shown shown(nine(), {1280, 800});
  auto view = nine();
  view.number = 1;
  std::get<ChoicesBody>(view.body).choices[1].picture = sample_picture(0, {640, 640});
  const std::size_t before = count(shown.picture, kSecondTint);
  shown.view = view;
  shown.settle({});
  EXPECT_LT(count(shown.picture, kSecondTint), before);
}

TEST(picture_textures, the_next_page_shows_nothing_of_them) {
  Shown shown(nine(), {1280, 800});
  QuestionView next = nine();
  next.page = "next";
  next.body = NoteBody{};
  shown.view = next;
  shown.settle({});
  EXPECT_EQ(count(shown.picture, kSecondTint), 0U);
}

TEST(picture_textures, a_touch_on_a_picture_chooses_it) {
  Shown shown(nine(), {1280, 800});
  const auto intents = shown.tap(shown.middle("choice:4"));
  ASSERT_EQ(intents.size(), 1U);
  EXPECT_EQ(std::get<intent::Choose>(intents.front()).choice, "4");
}

}  // namespace
