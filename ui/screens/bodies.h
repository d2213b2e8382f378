// SPDX-License-Identifier: Apache-2.0
// The bodies of questions on a page (decision 108). A body is drawn in the box that its page leaves for it,
// and scrolls there by itself when it has more rows than room. Where that would cut one of its texts, it has
// no room: then the page scrolls as a whole, and the body is drawn as high as it needs.
#pragma once

#include <optional>
#include <vector>

#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

inline constexpr float kEndless = 1e6F;  // pixels: the height of a box for a text as long as it likes

// Rows of different heights on top of each other.
class Stack {
 public:
  explicit Stack(float gap) : gap_(gap) {}
  void add(float height) {
    tops_.push_back(height_);
    ends_.push_back(tops_.back() + height);
    height_ = ends_.back() + gap_;
  }
  [[nodiscard]] float height() const { return ends_.empty() ? 0 : ends_.back(); }
  [[nodiscard]] Box row(const Box& all, std::size_t index) const {
    return {all.x, all.y + tops_[index], all.w, ends_[index] - tops_[index]};
  }

 private:
  float gap_;
  float height_ = 0;
  std::vector<float> tops_;
  std::vector<float> ends_;
};

[[nodiscard]] bool has_room(Frame& frame, const Box& box, const ChoicesBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const FacesBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const ScaleBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const NoteBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const RankBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const StarsBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const SliderBody& body);
[[nodiscard]] bool has_room(Frame& frame, const Box& box, const SearchBody& body);

// Of a choice as a card, as wide as `least` and as high or higher, with nothing cut.
[[nodiscard]] float choice_height(Frame& frame, const Box& least, const ChoiceButton& choice,
                                  const ChoicesBody& body);

// A box to tick, where several may be chosen.
void draw_check_box(Frame& frame, const Box& box, const ChoiceButton& choice);

// Choices of which at least one has a picture: a grid of pictures with their labels, which scrolls by itself.
[[nodiscard]] bool has_pictures(const ChoicesBody& body);
[[nodiscard]] bool pictures_have_room(Frame& frame, const Box& box, const ChoicesBody& body);
[[nodiscard]] std::optional<Intent> draw_picture_choices(Frame& frame, const Box& box,
                                                         const ChoicesBody& body);
// The same as a part of the list that is open, and how high it is there.
[[nodiscard]] float picture_choices_height(Frame& frame, float width, const ChoicesBody& body);
[[nodiscard]] std::optional<Intent> draw_all_picture_choices(Frame& frame, const Box& box,
                                                             const ChoicesBody& body);

// The place of the question's picture beside what is left of its page, above it on a high screen; cut off the
// page. Empty without a picture.
[[nodiscard]] Box place_question_picture(Frame& frame, Box& page, const QuestionView& view);
// Its height on a page that scrolls and of which `most` is seen at a time; 0 without a picture.
[[nodiscard]] float question_picture_height(float width, float most, const QuestionView& view);
void draw_question_picture(Frame& frame, Box place, const QuestionView& view);

// What it needs at that width, with nothing cut.
[[nodiscard]] float whole_height(Frame& frame, float width, const ChoicesBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const FacesBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const ScaleBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const NoteBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const RankBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const StarsBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const SliderBody& body);
[[nodiscard]] float whole_height(Frame& frame, float width, const SearchBody& body);

// Draws it in a box of that height, as a part of the list that is open.
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const ChoicesBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const FacesBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const ScaleBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const NoteBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const RankBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const StarsBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const SliderBody& body);
[[nodiscard]] std::optional<Intent> draw_whole(Frame& frame, const Box& box, const SearchBody& body);

// Where in its whole height the row begins that must be answered and was not.
[[nodiscard]] std::optional<float> missing_at(Frame& frame, float width, const ScaleBody& body);
[[nodiscard]] std::optional<float> missing_at(Frame&, float, const auto&) { return std::nullopt; }

// Its targets are large, for hands that tremble: they do not drag, so a page that scrolls has two buttons.
[[nodiscard]] inline bool is_large(const ChoicesBody& body) { return body.at_once > 0; }
[[nodiscard]] inline bool is_large(const ScaleBody& body) { return body.at_once > 0; }
[[nodiscard]] bool is_large(const auto&) { return false; }

}  // namespace tertulia::ui
