// SPDX-License-Identifier: Apache-2.0
// Five faces on cards: a question that one tap answers.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
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

constexpr float kLyingFace = 110;

struct Lying {  // within a card
  Box face;
  Box label;
};
Lying lying_in(const Frame& frame, const Box& card) {
  Box inside = card.inset(frame.px(24), frame.px(8));
  const float size = std::min(inside.h, frame.px(kLyingFace));
  const Box face = inside.cut_left(size).centred(size, size);
  inside.cut_left(frame.px(28));
  return {face, inside};
}
Type lying_type(const Frame& frame) {
  return {30, frame.theme().text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle};
}

bool draw_lying(Frame& frame, const Box& card, const Face& face) {
  const bool hit = frame.pressed(card, "choice:" + face.choice.name);
  draw_card(frame, card, frame.theme(), card_state(frame, face.choice.chosen));
  const Lying lying = lying_in(frame, card);
  draw_face(frame, lying.face, face.mood);
  frame.write(lying.label, face.choice.label, lying_type(frame));
  return hit;
}

struct FaceRow {
  Box area;
  int count = 0;
  float gap = 0;

  [[nodiscard]] Box card(const Frame& frame, int index) const {
    return frame.is_portrait() ? area.row(index, count, gap) : area.column(index, count, gap);
  }
};
FaceRow row_of(const Frame& frame, const Box& box, std::size_t faces) {
  const int count = static_cast<int>(faces);
  const bool lies = frame.is_portrait();
  const float height = std::min(box.h, lies ? frame.px(150) * static_cast<float>(count) : frame.px(256));
  return {box.centred(std::min(box.w, frame.px(1112)), height), count, frame.px(lies ? kGap : 28.0F)};
}

int mood_of(std::size_t index, int count) {
  return count > 1 ? static_cast<int>(index) * 4 / (count - 1) : 4;
}

// Lying cards, each as high as its label needs.
Stack stack_of(Frame& frame, float width, const FacesBody& body) {
  Stack stack(frame.px(kGap));
  const float least = frame.px(kLyingFace) + 2 * frame.px(8);
  const Box label = lying_in(frame, {0, 0, width, least}).label;
  for (const ChoiceButton& face : body.faces) {
    const float needed = frame.height_of(face.label, lying_type(frame), {0, 0, label.w, kEndless}) + 1;
    stack.add(std::max({least, frame.smallest_target(), needed + 2 * frame.px(16)}));
  }
  return stack;
}

}  // namespace

std::optional<std::size_t> draw_faces(Frame& frame, const Box& box, const std::vector<ChoiceButton>& faces) {
  std::optional<std::size_t> chosen;
  const bool lies = frame.is_portrait();
  const FaceRow row = row_of(frame, box, faces.size());
  const Labels labels = lies || faces.empty() ? Labels{} : labels_of(frame, row.card(frame, 0), faces);
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const Face face{faces[i], mood_of(i, row.count)};
    const Box card = row.card(frame, static_cast<int>(i));
    if (lies ? draw_lying(frame, card, face) : draw_upright(frame, card, face, labels)) chosen = i;
  }
  return chosen;
}

bool has_room(Frame& frame, const Box& box, const FacesBody& body) {
  if (body.faces.empty()) return true;
  const Box card = row_of(frame, box, body.faces.size()).card(frame, 0);
  const Labels upright = frame.is_portrait() ? Labels{} : labels_of(frame, card, body.faces);
  const Box beneath{0, 0, card.w - 2 * frame.px(kLabelInset), upright.height};
  return std::all_of(body.faces.begin(), body.faces.end(), [&](const ChoiceButton& face) {
    return frame.is_portrait() ? frame.shows_all(lying_in(frame, card).label, face.label, lying_type(frame))
                               : frame.shows_all(beneath, face.label, upright.type);
  });
}

float whole_height(Frame& frame, float width, const FacesBody& body) {
  return stack_of(frame, width, body).height();
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const FacesBody& body) {
  const Stack stack = stack_of(frame, box.w, body);
  std::optional<Intent> wish;
  for (std::size_t i = 0; i < body.faces.size(); ++i)
    if (draw_lying(frame, stack.row(box, i),
                   {body.faces[i], mood_of(i, static_cast<int>(body.faces.size()))}))
      wish = intent::Choose{body.question, body.faces[i].name};
  return wish;
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const FacesBody& body) {
  const auto face = draw_faces(frame, box, body.faces);
  if (!face) return std::nullopt;
  return intent::Choose{body.question, body.faces[*face].name};
}

}  // namespace tertulia::ui
