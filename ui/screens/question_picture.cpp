// SPDX-License-Identifier: Apache-2.0
// The picture of a question: never larger than it is.
#include <variant>

#include "ui/screens/bodies.h"

namespace tertulia::ui {
namespace {

constexpr float kQuestionPictureRadius = 16;
constexpr float kBesidePicture = 20;

struct Extents {
  float width = 0;
  float height = 0;
};
Extents picture_in(const QuestionView& view, Extents most) {
  const PictureSize size =
      fitted(view.picture.size(), {static_cast<int>(most.width), static_cast<int>(most.height)});
  return {static_cast<float>(size.width), static_cast<float>(size.height)};
}

}  // namespace

float question_picture_height(float width, float most, const QuestionView& view) {
  return view.picture.exists() ? picture_in(view, {width, most * 0.8F}).height : 0;
}

Box place_question_picture(Frame& frame, Box& page, const QuestionView& view) {
  if (!view.picture.exists()) return {};
  const bool is_alone = std::holds_alternative<NoteBody>(view.body);
  const float gap = frame.px(kBesidePicture);
  if (is_alone || frame.is_portrait()) {
    const float most = is_alone ? page.h * 0.8F : page.h * 0.4F;
    const Box place = page.cut_top(picture_in(view, {page.w, most}).height);
    page.cut_top(gap);
    return place;
  }
  const Extents size = picture_in(view, {page.w * 0.36F, page.h});
  Box place = page.cut_right(size.width);
  place.h = size.height;
  page.cut_right(gap);
  return place;
}

void draw_question_picture(Frame& frame, Box place, const QuestionView& view) {
  if (!view.picture.exists()) return;
  place.w = picture_in(view, {place.w, place.h}).width;
  frame.picture(place, view.picture, kQuestionPictureRadius);
}

}  // namespace tertulia::ui
