// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows in each of its states.
#include <algorithm>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/graphemes.h"

namespace tertulia {
namespace {

using kiosk::Asking;
using kiosk::Attract;
using kiosk::Closing;
using kiosk::StillThere;
using kiosk::Thanks;

constexpr int kLargeChoicesAtOnce = 2;
constexpr int kLargeRowsAtOnce = 1;
constexpr std::size_t kLargestLetter = 4;  // bytes

// The text in the respondent's language, by the form's own fallback chain.
struct FormTexts {
  const Language& chosen;
  const Questionnaire& form;
  const std::string& operator()(const LocalizedText& text) const {
    return text.in(chosen, form.default_language);
  }
};

std::vector<ChoiceButton> buttons(const FormTexts& say, const std::vector<Choice>& choices,
                                  const AnswerValue& answer) {
  const auto* one = std::get_if<std::string>(&answer);
  const auto* several = std::get_if<std::vector<std::string>>(&answer);
  std::vector<ChoiceButton> result;
  for (const Choice& choice : choices) {
    const bool chosen =
        (one && *one == choice.name) ||
        (several && std::find(several->begin(), several->end(), choice.name) != several->end());
    const std::string& label = say(choice.label);
    result.push_back({choice.name, label.empty() ? choice.name : label, chosen});
  }
  return result;
}

AnswerValue answer_to(const Asking& asking, const Question& question) {
  const auto found = asking.submission.answers.find(question.name);
  return found == asking.submission.answers.end() ? AnswerValue{} : found->second;
}

ScaleBody scale_body(const Asking& asking, const KioskPage& step, const FormTexts& say) {
  const std::vector<double> values = scale_values(std::get<Range>(step.question().type));
  ScaleBody body;
  for (const double value : values) body.steps.push_back(number_text(value));
  for (const Question* question : step.questions) {
    ScaleRow row{question->name, step.is_matrix() ? say(question->label) : "", std::nullopt};
    row.missing = asking.problem == AnswerProblem::kRequired && is_missing(asking, *question);
    const AnswerValue answer = answer_to(asking, *question);
    if (const auto* given = std::get_if<double>(&answer)) {
      const auto found = std::find(values.begin(), values.end(), *given);
      if (found != values.end()) row.chosen = static_cast<int>(found - values.begin());
    }
    body.rows.push_back(std::move(row));
  }
  return body;
}

TextBody text_body(const Asking& asking, const Question& question, const Catalogue& words) {
  TextBody body;
  body.question = question.name;
  body.text = asking.entry.text;
  body.caret = asking.entry.caret;
  if (const auto* text = std::get_if<Text>(&question.type)) {
    body.multiline = text->multiline;
    const std::size_t count = grapheme_count(body.text);
    const bool is_full = size_in_json(body.text) + kLargestLetter > asking.room_for_text;
    const std::size_t most = is_full ? count : static_cast<std::size_t>(std::max(0, text->max_length));
    body.count = fill("{count} / {most}", {{"count", std::to_string(count)}, {"most", std::to_string(most)}});
  }
  body.selected = asking.entry.selected;
  body.open = asking.entry.open;
  const auto* number = std::get_if<Integer>(&question.type);
  body.number = number != nullptr;
  if (number)
    body.keyboard = number_pad(words, number->least.value_or(-1) < 0 ? Sign::kMinus : Sign::kNone);
  else
    body.keyboard =
        keyboard_for(words, asking.entry, body.multiline ? LineMode::kMultiline : LineMode::kOneLine);
  return body;
}

// A date or a time of day; the caret is always at its end.
TextBody places_body(const Asking& asking, const Question& question, const Catalogue& words) {
  FilledPattern filled =
      fill_places(pattern_for(words, question.type), places_of(question.type), asking.entry.text);
  TextBody body;
  body.question = question.name;
  body.text = std::move(filled.typed);
  body.caret = body.text.size();
  body.rest = std::move(filled.rest);
  body.number = true;
  body.keyboard = number_pad(words, Sign::kNone);
  return body;
}

QuestionBody body_of(const Asking& asking, const KioskPage& step, const Catalogue& words) {
  const Question& question = step.question();
  const FormTexts say{asking.submission.language, *asking.form};
  const AnswerValue answer = answer_to(asking, question);
  if (const auto* one = std::get_if<SelectOne>(&question.type)) {
    if (one->look == ChoiceLook::kFaces) return FacesBody{question.name, buttons(say, one->choices, answer)};
    return ChoicesBody{question.name, false, buttons(say, one->choices, answer)};
  }
  if (const auto* several = std::get_if<SelectMultiple>(&question.type))
    return ChoicesBody{question.name, true, buttons(say, several->choices, answer)};
  if (std::holds_alternative<Range>(question.type)) return scale_body(asking, step, say);
  if (std::holds_alternative<Note>(question.type)) return NoteBody{};
  if (places_of(question.type) > 0) return places_body(asking, question, words);
  return text_body(asking, question, words);
}

// Faces and keys are large in any case.
void enlarge(QuestionBody& body) {
  if (auto* choices = std::get_if<ChoicesBody>(&body)) choices->at_once = kLargeChoicesAtOnce;
  if (auto* scale = std::get_if<ScaleBody>(&body)) scale->at_once = kLargeRowsAtOnce;
}

std::string problem_text(const Asking& asking, const Catalogue& words) {
  if (asking.save_failed) return words.text("Not saved. Please tell the moderator, or try again.");
  const Question* missing = missing_answer(asking);
  const bool is_in_places = places_of(current_step(asking).question().type) > 0;
  switch (asking.problem) {
    case AnswerProblem::kNone:
      return {};
    case AnswerProblem::kRequired:
      if (missing && !missing->required_message.empty())
        return FormTexts{asking.submission.language, *asking.form}(missing->required_message);
      return words.text("Please choose an answer.");
    case AnswerProblem::kTooMany:
      // translators: “take it back” means: a second touch on a choice undoes it
      return words.text("That is the most you can choose. Touch one to take it back.");
    case AnswerProblem::kTooLong:
      return words.text("This is too long. Please shorten it.");
    case AnswerProblem::kOutOfRange:
      if (is_in_places) return words.text("This date is not possible here.");
      return words.text("This number is not possible here.");
    case AnswerProblem::kNoSuchDay:
      return words.text("There is no such day. Please check the date.");
    case AnswerProblem::kNoSuchTime:
      // translators: a visitor has typed a time of day like 25:70
      return words.text("There is no such time. It goes from 00:00 to 23:59.");
    case AnswerProblem::kUnknownChoice:
    case AnswerProblem::kWrongType:
      // translators: a visitor has typed only a part of a date or a time of day, as in “11/05/”
      if (is_in_places) return words.text("Some digits are missing.");
      return words.text("Please check your answer.");
  }
  return {};
}

Notice notice_of(SaveResult save_result, const Catalogue& words) {
  if (save_result == SaveResult::kSaved)
    return {words.text("This device was restarted. The answers that were sent last are saved."), Tone::kCalm};
  return {words.text("This device was restarted. The answers that were being given are not saved: please "
                     "answer again."),
          Tone::kAmber};
}

struct ShowKiosk {
  const KioskContext& context;

  [[nodiscard]] const Catalogue& words(const Language& language) const {
    return context.device_state.catalogues.of(language);
  }

  View operator()(const Attract& state) const {
    const Visit& visit = context.device_state.pack.visit;
    const Catalogue& say = words(state.language);
    AttractView view;
    view.tongue = tongue_of(state.language);
    const Session* session = room_now(context.device_state, context.settings.room, context.now).session;
    if (!session)
      view.title = visit.title.in(state.language, visit.default_language());
    else
      view.title = session->access == Access::kClosed
                       ? say.text("Closed session")
                       : session->title.in(state.language, visit.default_language());
    view.room = room_name(visit, context.settings.room, state.language);
    view.clock = clock_text(context.now.wall, visit.zone);
    const auto& offered = context.settings.offered.empty() ? visit.languages : context.settings.offered;
    for (const Language& language : offered)
      view.languages.push_back({language, language_name(language), language == state.language});
    view.can_read_aloud = context.settings.spoken_prompts;
    if (state.save_result) view.notice = notice_of(*state.save_result, say);
    ask(view, say);
    return view;
  }

  void ask(AttractView& view, const Catalogue& say) const {
    const Questionnaire* form = form_for(context.device_state, context.settings, context.now);
    if (!form) {
      // translators: headline of a kiosk that has nothing to ask; to one person or several
      view.headline = say.text("Welcome");
      view.privacy = say.text("There is no questionnaire at the moment.");
      return;
    }
    const FormTexts text{view.tongue.language, *form};
    const KioskPage first = kiosk_pages_of(*form).front();
    if (is_faces(first)) {
      view.headline = text(first.question().label);
      view.question = first.question().name;
      view.faces = buttons(text, std::get<SelectOne>(first.question().type).choices, {});
      view.privacy = say.text("Anonymous. No camera, no microphone. Touch a face to answer.");
    } else {
      view.headline = text(form->title);
      // translators: a button that opens the questionnaire
      view.begin = say.text("Begin");
      view.privacy = say.text("Anonymous. No camera, no microphone.");
    }
  }

  View operator()(const Asking& state) const {
    const Catalogue& say = words(state.submission.language);
    const KioskPage step = current_step(state);
    const FormTexts text{state.submission.language, *state.form};
    QuestionView view;
    view.tongue = tongue_of(state.submission.language);
    view.page = step.question().name;
    view.step = static_cast<int>(state.step) + 1;
    view.steps = static_cast<int>(kiosk_pages_of(*state.form).size());
    // translators: how far a visitor is in the questionnaire, as in "2 of 5"
    view.progress = fill(say.text("{number} of {total}"),
                         {{"number", std::to_string(view.step)}, {"total", std::to_string(view.steps)}});
    view.headline = text(step.is_matrix() ? step.page->title : step.question().label);
    view.hint = text(step.question().hint);
    view.problem = problem_text(state, say);
    view.body = body_of(state, step, say);
    if (context.settings.large_targets) enlarge(view.body);
    const bool required = std::any_of(step.questions.begin(), step.questions.end(),
                                      [](const Question* q) { return q->required; });
    const bool is_note = std::holds_alternative<NoteBody>(view.body);
    // translators: a button: leave this question without an answer
    if (!required && !is_note) view.skip = say.text("Skip");
    // translators: a button: go on, to the next question of a kiosk or to the next part of a session
    view.next = say.text("Next");
    // translators: the button of the last question: hand in all answers
    if (view.step == view.steps) view.next = say.text("Send");
    if (state.save_failed) view.next = say.text("Try again");
    view.can_go_back = true;
    view.can_read_aloud = context.settings.spoken_prompts;
    return view;
  }

  View operator()(const Closing& state) const {
    View view = (*this)(state.asking);
    auto& question = std::get<QuestionView>(view);
    question.busy = true;
    question.problem.clear();
    return view;
  }

  View operator()(const StillThere& state) const {
    const Catalogue& say = words(state.asking.submission.language);
    return StillThereView{tongue_of(say.language()),
                          say.text("Still there?"),
                          say.text("This screen will soon be ready for the next person."),
                          say.text("I am still here"),
                          say.text("Start over"),
                          {state.until, context.settings.still_there}};
  }

  View operator()(const Thanks& state) const {
    const Catalogue& say = words(state.language);
    ThanksView view;
    view.tongue = tongue_of(state.language);
    // translators: to the visitor, after the answers are stored
    view.headline = say.text("Thank you");
    view.detail = say.text("Your answer is saved on this device.");
    if (state.voices > 1)
      // translators: how many people have answered; voice as in “every voice counts”
      view.detail += " " + fill(say.plural("{count} voice so far in this session.",
                                           "{count} voices so far in this session.", state.voices),
                                {{"count", std::to_string(state.voices)}});
    // translators: a button under “Thank you”: free the screen for the next person
    view.done = say.text("Done");
    view.ring = {state.until, context.settings.thanks};
    return view;
  }
};

}  // namespace

View kiosk_view(const Kiosk& state, const KioskContext& context) {
  return std::visit(ShowKiosk{context}, state);
}

BootTime next_change(const Kiosk& state, const KioskContext& context) {
  const BootTime minute = next_minute(context.now);
  if (const auto* asking = std::get_if<Asking>(&state)) return asking->last_touch + context.settings.idle;
  if (const auto* still = std::get_if<StillThere>(&state)) return still->until;
  if (const auto* thanks = std::get_if<Thanks>(&state)) return thanks->until;
  if (const auto* attract = std::get_if<Attract>(&state); attract && attract->last_touch)
    return std::min<BootTime>(minute, *attract->last_touch + context.settings.idle);
  return minute;
}

}  // namespace tertulia
