// SPDX-License-Identifier: Apache-2.0
// Draws every screen: a function of its View that returns what the person wants. One overload for each View.
// None has state, does I/O or contains a text of its own.
#pragma once

#include <optional>

#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

[[nodiscard]] std::optional<Intent> draw(Frame& frame, const AttractView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const QuestionView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ThanksView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const StillThereView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const RoomView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const DoorView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ModeratorView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const WelcomeView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const DayView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const BreakView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const FloorQuestionView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const LearningView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const AnnouncementView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const MessageView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ResultsView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const NightView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const MenuView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const AskView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ContactView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ProgrammeView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const PinView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ProposalView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const ChangesView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const TimeView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const OptionsView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const WritingView& view);
[[nodiscard]] std::optional<Intent> draw(Frame& frame, const StatusView& view);

// Draws the body of a question in the box that the page leaves for it.
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const ChoicesBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const FacesBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const ScaleBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const NoteBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const RankBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const StarsBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const SliderBody& body);
[[nodiscard]] std::optional<Intent> draw_body(Frame& frame, const Box& box, const SearchBody& body);
// A choice as a card; true when it was pressed.
[[nodiscard]] bool draw_choice(Frame& frame, const Box& card, const ChoiceButton& choice,
                               const ChoicesBody& body);

// Draws five faces with their labels, side by side, or stacked on a narrow screen. Returns the index that was
// pressed.
[[nodiscard]] std::optional<std::size_t> draw_faces(Frame& frame, const Box& box,
                                                    const std::vector<ChoiceButton>& faces);

// A text question fills the whole screen with its keyboard.
[[nodiscard]] std::optional<Intent> draw_text_question(Frame& frame, const QuestionView& view,
                                                       const TextBody& body);
// So does a search while its keyboard is shown.
[[nodiscard]] std::optional<Intent> draw_search(Frame& frame, const QuestionView& view,
                                                const SearchBody& body);
// Draws the field of a text that is being typed, with its caret; `radius` in tokens.
[[nodiscard]] std::optional<Intent> draw_field(Frame& frame, const Box& field, const TextBody& body,
                                               float radius);
[[nodiscard]] std::optional<Intent> draw_keyboard(Frame& frame, const Box& box, const TextBody& body);
// Cuts its place off the bottom of the screen: at most that part of it, unless a finger needs more.
[[nodiscard]] Box cut_keyboard(const Frame& frame, Box& page, const TextBody& body, float part);
// What Skip needs beside a question above a keyboard; 0: it must be answered.
[[nodiscard]] float skip_width(Frame& frame, const QuestionView& view);

// Part of the room display.
void draw_coming_up(Frame& frame, const Box& box, const RoomView& view);

// Opens the status screen when a finger rests on the clock for five seconds (decision 052). Nothing is drawn
// for it.
[[nodiscard]] std::optional<Intent> watch_clock(Frame& frame, const Box& clock);

// The space beside a question's page.
[[nodiscard]] inline float page_margin(const Frame& frame) {
  return frame.is_portrait() ? frame.px(40) : frame.px(kMargin);
}
// Draws nothing where the question must be answered.
[[nodiscard]] std::optional<Intent> draw_skip(Frame& frame, const Box& box, const QuestionView& view);

// Draws a loudspeaker at the end of the strip at the top of the screen; cuts its width off the strip.
[[nodiscard]] std::optional<Intent> draw_read_aloud(Frame& frame, Box& strip);

// Draws the back button, the progress bar and the page number at the top of a question; cuts its height off
// the box.
[[nodiscard]] std::optional<Intent> draw_progress(Frame& frame, Box& box, const QuestionView& view);

}  // namespace tertulia::ui
