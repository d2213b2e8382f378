// SPDX-License-Identifier: Apache-2.0
// A contact that a person leaves: what is typed so far on one side, what happens to it on the other; on a
// high screen one below the other. What has no room scrolls.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/question_words.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kContactHeadline = 42;
constexpr float kFieldText = 27;
constexpr float kFieldRow = 80;
constexpr float kTickRow = 64;
constexpr float kButtonRow = 84;
constexpr float kPromiseSize = 27;
constexpr float kDetailsSize = 24;
constexpr float kShield = 56;
constexpr float kBetweenSides = 56;

std::string_view name_of(ContactPart part) {
  switch (part) {
    case ContactPart::kName:
      return "contact:name";
    case ContactPart::kAddress:
      return "contact:address";
    case ContactPart::kOffer:
      return "contact:offer";
    case ContactPart::kForOthers:
      break;
  }
  return "contact:for-others";
}

float text_height(Frame& frame, const std::string& text, const Type& type, float width) {
  return text.empty() ? 0 : static_cast<float>(frame.measure(text, type, width).height) + 1;
}

// The side on which a person types.
class Fields {
 public:
  Fields(Frame& frame, const ContactView& view) : frame_(frame), view_(view) {}

  [[nodiscard]] float height(float width) {
    float sum = text_height(frame_, view_.headline, headline_type(), width) + gap();
    if (!view_.problem.empty()) sum += problem_height(frame_, view_.problem, width) + gap();
    for (const ContactField& field : view_.fields) sum += height_of(field, width);
    return sum + row(kTickRow);
  }

  // Where the first thing stands that is wrong.
  [[nodiscard]] std::optional<float> first_problem(float width) {
    if (!view_.problem.empty()) return 0.0F;
    float above = text_height(frame_, view_.headline, headline_type(), width) + gap();
    for (const ContactField& field : view_.fields) {
      if (!field.problem.empty()) return above;
      above += height_of(field, width);
    }
    return std::nullopt;
  }

  std::optional<Intent> draw(Box box) {
    std::optional<Intent> wish;
    if (!view_.problem.empty()) {
      draw_problem(frame_, box.cut_top(problem_height(frame_, view_.problem, box.w)), view_.problem);
      box.cut_top(gap());
    }
    frame_.write(box.cut_top(text_height(frame_, view_.headline, headline_type(), box.w)), view_.headline,
                 headline_type());
    box.cut_top(gap());
    for (const ContactField& field : view_.fields)
      if (draw_contact_field(box, field)) wish = intent::EditContact{field.part};
    ChoicesBody tick;
    tick.several = true;
    if (draw_choice(frame_, box.cut_top(row(kTickRow)), {"for-others", view_.for_others, view_.is_for_others},
                    tick))
      wish = intent::EditContact{ContactPart::kForOthers};
    return wish;
  }

 private:
  [[nodiscard]] float gap() const { return frame_.px(14); }
  [[nodiscard]] float row(float tokens) const {
    return std::max({frame_.smallest_target(), frame_.px(tokens),
                     frame_.text_px(kFieldText) * kTallScriptLineHeight + frame_.px(20)});
  }
  [[nodiscard]] Type headline_type() const {
    return {kContactHeadline, frame_.theme().text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 0,
            Digits::kAsDrawn, kHeadlineLineHeight};
  }
  [[nodiscard]] Type label_type() const {
    return {kLabelSize, frame_.theme().muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle};
  }
  [[nodiscard]] float height_of(const ContactField& field, float width) {
    const float problem = field.problem.empty() ? 0 : problem_height(frame_, field.problem, width) + gap();
    return text_height(frame_, field.label, label_type(), width) + frame_.px(4) + row(kFieldRow) + problem +
           gap();
  }

  bool draw_contact_field(Box& box, const ContactField& field) {
    frame_.write(box.cut_top(text_height(frame_, field.label, label_type(), box.w)), field.label,
                 label_type());
    box.cut_top(frame_.px(4));
    const Box card = box.cut_top(row(kFieldRow));
    const bool hit = frame_.pressed(card, name_of(field.part));
    draw_card(frame_, card, frame_.theme(), card_state(frame_, false));
    Type type{kFieldText, frame_.theme().text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
    if (field.reads_from_left) type.digits = Digits::kEqualWidth;
    frame_.write(pressed_in(frame_, card).inset(frame_.px(24), frame_.px(4)), field.text, type);
    if (!field.problem.empty()) {
      box.cut_top(gap());
      draw_problem(frame_, box.cut_top(problem_height(frame_, field.problem, box.w)), field.problem);
    }
    box.cut_top(gap());
    return hit;
  }

  Frame& frame_;
  const ContactView& view_;
};

// The card that says what happens to it.
class Promise {
 public:
  Promise(Frame& frame, const ContactView& view) : frame_(frame), view_(view) {}

  [[nodiscard]] float height(float width) {
    const float inner = width - 2 * frame_.px(kPadding);
    return 2 * frame_.px(kPadding) + frame_.px(kShield) + 2 * frame_.px(kGap) +
           text_height(frame_, view_.promise, promise_type(), inner) +
           text_height(frame_, view_.details, details_type(), inner);
  }

  void draw(Box box) {
    box.h = height(box.w);
    draw_card(frame_, box, frame_.theme(), CardState::kPlain);
    Box inside = box.inset(frame_.px(kPadding), frame_.px(kPadding));
    const float side = frame_.px(kShield);
    const Box shield = inside.cut_top(side).cut_left(side);
    draw_shield(frame_, shield, frame_.theme().primary);
    inside.cut_top(frame_.px(kGap));
    frame_.write(inside.cut_top(text_height(frame_, view_.promise, promise_type(), inside.w)), view_.promise,
                 promise_type());
    inside.cut_top(frame_.px(kGap));
    frame_.write(inside, view_.details, details_type());
  }

 private:
  static constexpr float kPadding = 32;

  [[nodiscard]] Type promise_type() const { return {kPromiseSize, frame_.theme().text, Weight::kBold}; }
  [[nodiscard]] Type details_type() const { return {kDetailsSize, frame_.theme().muted}; }

  Frame& frame_;
  const ContactView& view_;
};

std::optional<Intent> draw_header(Frame& frame, Box& page, const ContactView& view) {
  Box strip = page.cut_top(frame.px(74));
  const float side = std::max(frame.smallest_target(), frame.px(72));
  const Box back{0, 0, side, std::max(side, strip.h)};
  const bool hit = frame.pressed(back, "back");
  draw_chevron_back(frame, Box{0, 0, side, strip.h}.centred(frame.px(20), frame.px(24)),
                    touched_ink(frame, frame.theme().text));
  strip.cut_left(side);
  strip.cut_right(frame.px(kEdge));
  const Box clock = strip.cut_right(frame.text_px(110));
  frame.write(clock, view.clock,
              {kLabelSize, frame.theme().muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1,
               Digits::kEqualWidth});
  frame.write(strip, view.title,
              {kLabelSize, frame.theme().text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
  std::optional<Intent> wish = watch_clock(frame, clock);
  if (hit) wish = intent::Back{};
  return wish;
}

std::optional<Intent> draw_sides(Frame& frame, const Box& page, const ContactView& view) {
  Fields fields(frame, view);
  Promise promise(frame, view);
  const bool stacks = frame.is_portrait();
  const float between = frame.px(stacks ? 24.0F : kBetweenSides);
  const auto side = [&](float width) { return stacks ? width : (width - between) / 2; };
  const auto whole = [&](float width) {
    const float left = fields.height(side(width));
    const float right = promise.height(side(width));
    return stacks ? left + between + right : std::max(left, right);
  };
  const float narrow = frame.width_in_list(page.w);
  List list{page, "contact", whole(page.w)};
  const bool scrolls = list.height > page.h;
  if (scrolls) list.height = whole(narrow);
  list.focus = fields.first_problem(side(scrolls ? narrow : page.w));
  Box content = frame.begin_list(list);
  content.h = list.height;
  const float width = side(content.w);
  Box typed = stacks ? content.cut_top(fields.height(width)) : content.cut_left(width);
  std::optional<Intent> wish = fields.draw(typed);
  stacks ? content.cut_top(between) : content.cut_left(between);
  promise.draw(content);
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ContactView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  if (view.busy) frame.disable();
  Box page = frame.screen();
  std::optional<Intent> wish = draw_header(frame, page, view);
  page = page.inset(frame.px(frame.is_portrait() ? 40.0F : kMargin), 0);
  page.cut_bottom(frame.px(kEdge));
  Box footer = page.cut_bottom(std::max(frame.smallest_target(), frame.px(kButtonRow)));
  page.cut_bottom(frame.px(16));
  if (auto pressed = draw_sides(frame, page, view)) wish = std::move(pressed);
  const float width = std::min(footer.w * 0.45F, frame.text_px(320));
  if (button(frame, footer.cut_right(width), "save", view.save, primary_look(theme))) wish = intent::Next{};
  if (button(frame, footer.cut_left(width), "not-now", view.back, quiet_look(theme))) wish = intent::Back{};
  return wish;
}

}  // namespace tertulia::ui
