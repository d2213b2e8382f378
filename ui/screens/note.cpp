// SPDX-License-Identifier: Apache-2.0
// The body of what is only to be read: nothing, or an answer on a card that nobody may change.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kAnswerSize = 34;
constexpr float kBeside = 28;
constexpr float kAboveAnswer = 22;

Type answer_type(const Frame& frame) {
  return {kAnswerSize, frame.theme().text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle};
}

}  // namespace

bool has_room(Frame& frame, const Box& box, const NoteBody& body) {
  return whole_height(frame, box.w, body) <= box.h;
}

float whole_height(Frame& frame, float width, const NoteBody& body) {
  if (body.answer.empty()) return 0;
  const Box inside{0, 0, width - 2 * frame.px(kBeside), kEndless};
  return frame.height_of(body.answer, answer_type(frame), inside) + 1 + 2 * frame.px(kAboveAnswer);
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const NoteBody& body) {
  if (body.answer.empty()) return std::nullopt;
  draw_card(frame, box, frame.theme(), CardState::kPlain);
  frame.write(box.inset(frame.px(kBeside), frame.px(kAboveAnswer)), body.answer, answer_type(frame));
  return std::nullopt;
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const NoteBody& body) {
  return draw_whole(frame, {box.x, box.y, box.w, whole_height(frame, box.w, body)}, body);
}

}  // namespace tertulia::ui
