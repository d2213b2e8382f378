// SPDX-License-Identifier: Apache-2.0
// Five faces on cards: a question that one tap answers.
#include "ui/icons.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

bool draw_upright(Frame& frame, const Box& card, const ChoiceButton& face, int mood) {
  const bool hit = frame.pressed(card, "choice:" + face.name);
  draw_card(frame, card, kPaper, card_state(frame, face.chosen));
  Box inside = card.inset(frame.px(8), card.h * 0.08F);
  Box label = inside.cut_bottom(card.h * 0.27F);
  const float size = std::min({frame.px(140), inside.h * 0.96F, card.w * 0.75F});
  draw_face(frame, inside.centred(size, size), mood);
  frame.write(label, face.label, {23, kPaper.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 2});
  return hit;
}

bool draw_lying(Frame& frame, const Box& card, const ChoiceButton& face, int mood) {
  const bool hit = frame.pressed(card, "choice:" + face.name);
  draw_card(frame, card, kPaper, card_state(frame, face.chosen));
  Box inside = card.inset(frame.px(24), frame.px(8));
  const float size = std::min(inside.h, frame.px(110));
  draw_face(frame, inside.cut_left(size).centred(size, size), mood);
  inside.cut_left(frame.px(28));
  frame.write(inside, face.label, {30, kPaper.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2});
  return hit;
}

}  // namespace

std::optional<std::size_t> draw_faces(Frame& frame, const Box& box, const std::vector<ChoiceButton>& faces) {
  std::optional<std::size_t> chosen;
  const int count = static_cast<int>(faces.size());
  const float gap = frame.is_portrait() ? frame.px(kGap) : frame.px(28);
  const float width = std::min(box.w, frame.px(1112));
  const float height =
      std::min(box.h, frame.is_portrait() ? frame.px(150) * static_cast<float>(count) : frame.px(256));
  const Box area = box.centred(width, height);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const int mood = count > 1 ? i * 4 / (count - 1) : 4;
    const bool hit = frame.is_portrait()
                         ? draw_lying(frame, area.row(i, count, gap), faces[index], mood)
                         : draw_upright(frame, area.column(i, count, gap), faces[index], mood);
    if (hit) chosen = index;
  }
  return chosen;
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const FacesBody& body) {
  const auto face = draw_faces(frame, box, body.faces);
  if (!face) return std::nullopt;
  return intent::Choose{body.question, body.faces[*face].name};
}

}  // namespace tertulia::ui
