// SPDX-License-Identifier: Apache-2.0
// Five faces on cards: a question that one tap answers.
#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kLabelInset = 8;
constexpr float kUprightSize = 23;
constexpr float kMostOfCard = 0.45F;  // of its height, for a label

// Of all faces alike: their type is as large as the longest word allows, and all get the room of the tallest
// label, so that the faces stand in a line.
struct Labels {
  Type type;
  float height = 0;
};

Labels labels_of(Frame& frame, const Box& card, const std::vector<ChoiceButton>& faces) {
  Type type{kUprightSize, frame.theme().text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 3};
  const Box most{0, 0, card.w - 2 * frame.px(kLabelInset), card.h * kMostOfCard};
  const float least = kUprightSize * frame.px(1) / frame.text_px(1);  // what larger type grows from
  for (const ChoiceButton& face : faces) type.size = unbroken_size(frame, face.label, type, {most, least});
  float height = card.h * 0.27F;
  for (const ChoiceButton& face : faces)
    height = std::max(height, static_cast<float>(frame.measure(face.label, type, most.w).height) + 1);
  return {type, std::min(height, most.h)};
}

struct Face {
  const ChoiceButton& choice;
  int mood = 0;
};

bool draw_upright(Frame& frame, const Box& card, const Face& face, const Labels& labels) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(card, "choice:" + face.choice.name);
  draw_card(frame, card, theme, card_state(frame, face.choice.chosen));
  Box inside = card.inset(frame.px(kLabelInset), 0);
  inside.cut_top(card.h * 0.125F);
  inside.cut_bottom(card.h * 0.035F);
  const Box label = inside.cut_bottom(labels.height);
  const float size = std::min({frame.px(140), inside.h * 0.96F, card.w * 0.75F});
  draw_face(frame, inside.centred(size, size), face.mood);
  frame.write(label, face.choice.label, labels.type);
  return hit;
}

bool draw_lying(Frame& frame, const Box& card, const Face& face) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(card, "choice:" + face.choice.name);
  draw_card(frame, card, theme, card_state(frame, face.choice.chosen));
  Box inside = card.inset(frame.px(24), frame.px(8));
  const float size = std::min(inside.h, frame.px(110));
  draw_face(frame, inside.cut_left(size).centred(size, size), face.mood);
  inside.cut_left(frame.px(28));
  frame.write(inside, face.choice.label,
              {30, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2});
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
  const bool lies = frame.is_portrait();
  const Labels labels = lies || count == 0 ? Labels{} : labels_of(frame, area.column(0, count, gap), faces);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const Face face{faces[index], count > 1 ? i * 4 / (count - 1) : 4};
    const bool hit = lies ? draw_lying(frame, area.row(i, count, gap), face)
                          : draw_upright(frame, area.column(i, count, gap), face, labels);
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
