// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows in each of its states.
#include <algorithm>

#include "firmware/app/kiosk/contact_form.h"
#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/kiosk/kiosk_form.h"
#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/kiosk/kiosk_touch.h"
#include "firmware/app/kiosk/offers.h"
#include "firmware/app/kiosk/question_kinds.h"
#include "firmware/app/room/public_room.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/graphemes.h"

namespace tertulia {
namespace {

using kiosk::Asking;
using kiosk::Attract;
using kiosk::Closing;
using kiosk::StillThere;
using kiosk::Thanks;

// The text in the respondent's language, by the form's own fallback chain.
struct FormTexts {
  const Language& chosen;
  const Questionnaire& form;
  const std::string& operator()(const LocalizedText& text) const {
    return text.in(chosen, form.default_language);
  }
};

// The author's own words, where there are some.
std::string problem_of(const Asking& asking, const KioskPage& page, const Catalogue& words) {
  if (asking.save_failed) return words.text("Not saved. Please tell the moderator, or try again.");
  if (asking.problem == AnswerProblem::kNone || page.more) return {};
  const PageProblem found = problem_on(page, asking);
  const PageQuestion& at = found.question ? *found.question : page.question();
  const Question& question = *at.question;
  if (asking.problem == AnswerProblem::kRequired && found.problem == AnswerProblem::kRequired &&
      !question.required_message.empty())
    return form_text(asking, question.required_message, at.name());
  const bool is_limit = asking.problem == AnswerProblem::kOutOfRange ||
                        asking.problem == AnswerProblem::kTooMany ||
                        asking.problem == AnswerProblem::kRefused;
  if (is_limit && !question.constraint_message.empty())
    return form_text(asking, question.constraint_message, at.name());
  return problem_text(question.kind, asking.problem, words);
}

// "Is there another one?", behind a repetition.
void ask_for_more(QuestionView& view, const Asking& asking, const QuestionNow& more, const Catalogue& say) {
  view.group = title_of(asking, more);
  // translators: to a visitor who has answered about one of several things, for example one member of a
  // family
  view.headline = say.text("Is there another one?");
  // translators: an answer to “Is there another one?”
  const ChoiceButton yes{std::string(kOneMore), say.text("Yes, one more"), false};
  // translators: an answer to “Is there another one?”
  const ChoiceButton no{"no", say.text("No, that was all"), false};
  view.body = ChoicesBody{asking.page, false, {yes, no}};
}

constexpr std::size_t kLongestOnAttract =
    120;  // letters: beside languages and faces there is no room for more

// Whether the attract screen can ask the question before a form has begun.
bool stands_alone(const Page& page, const std::string& label) {
  const Question& question = page.questions.front();
  const auto* one = std::get_if<SelectOne>(&question.kind);
  const bool has_faces = one && one->look == ChoiceLook::kFaces;
  return has_faces && page.repeat.empty() && !question.is_conditional && question.picture.empty() &&
         label.find("${") == std::string::npos && grapheme_count(label) <= kLongestOnAttract;
}

struct LanguageOf {
  const Language& operator()(const Asking& state) const { return state.submission.language; }
  const Language& operator()(const kiosk::OwnQuestion& state) const { return state.offer.language; }
  const Language& operator()(const kiosk::ContactForm& state) const { return state.language; }
};

struct ShowKiosk {
  const KioskContext& context;

  [[nodiscard]] const Catalogue& words(const Language& language) const {
    return context.device_state.catalogues.of(language);
  }

  View operator()(const Attract& state) const {
    const auto [form, session] = to_ask(context.device_state, context.settings, context.now);
    const std::string& why_closed = takes_no_answers_because(context);
    if (!form && why_closed.empty()) return offer_view(state, context);
    const Visit& visit = context.device_state.pack.visit;
    const Catalogue& say = words(state.language);
    AttractView view;
    view.tongue = tongue_of(state.language);
    view.title =
        session ? title_of(*session, say, visit) : visit.title.in(state.language, visit.default_language());
    view.room = room_name(visit, context.settings.room, state.language);
    view.clock = clock_text(context.now.wall, visit.zone);
    view.languages = language_buttons(context, state.language);
    view.can_read_aloud = context.settings.spoken_prompts;
    if (state.save_result) view.notice = notice_of(*state.save_result, say);
    if (why_closed.empty())
      ask(view, *form, say);
    else
      refuse(view, why_closed, say);
    view.busy = state.waits_since.has_value();
    if (state.waits_since && context.now.boot >= *state.waits_since + kSaysSaving)
      // translators: to a visitor who wants to begin, while the device is still saving
      view.notice = Notice{say.text("One moment, please"), Tone::kCalm};
    // translators: a button of a kiosk: to the menu of what it offers beside its questionnaire
    view.other = say.text("Something else");
    return view;
  }

  View operator()(const kiosk::Offer& state) const { return offer_view(state, context); }
  View operator()(const kiosk::OwnQuestion& state) const { return own_question_view(state, context); }
  View operator()(const kiosk::ContactForm& state) const { return contact_view(state, context); }

  // In the place of the question. What a visitor cannot mend stands small below it, for those who can.
  static void refuse(AttractView& view, const std::string& why, const Catalogue& say) {
    // translators: to visitors, in large letters, in the place of a question
    view.headline = say.text("No answers can be taken here now");
    view.detail = say.text("They would not be saved. Please tell the moderator.");
    view.why = isolated(why);
  }

  static void ask(AttractView& view, const Questionnaire& form, const Catalogue& say) {
    const FormTexts text{view.tongue.language, form};
    const Page& first = form.pages.front();
    const Question& question = first.questions.front();
    const std::string& headline = text(question.label);
    if (stands_alone(first, headline)) {
      view.headline = headline;
      view.question = question.name;
      if (const auto* choices = choices_of(question.kind))
        for (const Choice& choice : *choices) view.faces.push_back(button_of(choice, text(choice.label), {}));
      view.privacy = say.text("Anonymous. No camera, no microphone. Touch a face to answer.");
    } else {
      view.headline = text(form.title);
      // translators: a button that opens the questionnaire
      view.begin = say.text("Begin");
      view.privacy = say.text("Anonymous. No camera, no microphone.");
    }
  }

  View operator()(const Asking& state) const {
    const Catalogue& say = words(state.submission.language);
    const AskedNow asked = asked_now(state);
    const KioskPage& page = asked.page;
    QuestionView view;
    view.tongue = tongue_of(state.submission.language);
    view.page = state.page;
    view.number = asked.number;
    view.total = asked.total;
    // translators: how far a visitor is in the questionnaire, as in "2 of 5"
    view.progress = fill(say.text("{number} of {total}"),
                         {{"number", std::to_string(view.number)}, {"total", std::to_string(view.total)}});
    if (page.more)
      ask_for_more(view, state, *page.more, say);
    else
      ask_page(view, state, page, say);
    // translators: a button: go on, to the next question of a kiosk or to the next part of a session
    view.next = say.text("Next");
    // translators: the button of the last question: hand in all answers
    if (asked.is_last) view.next = say.text("Send");
    if (state.save_failed) view.next = say.text("Try again");
    view.can_go_back = true;
    view.can_read_aloud = context.settings.spoken_prompts;
    return view;
  }

  void ask_page(QuestionView& view, const Asking& state, const KioskPage& page, const Catalogue& say) const {
    const Question& question = *page.question().question;
    const std::string& name = page.question().name();
    view.headline = form_text(state, page.is_matrix() ? page.form_page->title : question.label, name);
    if (!page.is_matrix()) view.group = form_text(state, page.form_page->title, name);
    if (page.has_one_hint()) view.hint = form_text(state, question.hint, name);
    if (view.hint.empty() && !page.question().now->is_read_only) view.hint = how_to(question.kind, say);
    if (!page.is_matrix()) view.picture = form_picture(state, question.picture);
    view.problem = problem_of(state, page, say);
    view.body = body_of({state, page, say, context.settings});
    const bool may_skip = !page.is_required() && asks(question.kind) && !page.question().now->is_read_only;
    // translators: a button: leave this question without an answer
    if (may_skip) view.skip = say.text("Skip");
  }

  View operator()(const Closing& state) const {
    View view = (*this)(state.asking);
    auto& question = std::get<QuestionView>(view);
    question.busy = true;
    question.problem.clear();
    if (context.now.boot >= state.since + kSaysSaving)
      // translators: on the button that was pressed, while the answers or the contact are being saved
      question.next = words(state.asking.submission.language).text("Saving…");
    return view;
  }

  View operator()(const StillThere& state) const {
    const Catalogue& say = words(std::visit(LanguageOf{}, state.left));
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
    // translators: to a visitor who has asked a question to the room
    if (state.what == kiosk::ThanksFor::kQuestion)
      view.detail = hears_desk(context)
                        ? say.text("Your question is on the moderator’s list.")
                        // translators: to a visitor who has asked a question; the moderator's screen is off
                        : say.text("Your question is kept until the moderator’s screen is on again.");
    if (state.what == kiosk::ThanksFor::kHands)
      // translators: to a visitor who has supported questions of others
      view.detail = say.text("Your hand counts. Nobody sees who raised it.");
    if (state.what == kiosk::ThanksFor::kContact)
      // translators: to a visitor who has left a contact
      view.detail = say.text("Your contact is sealed and saved on this device.");
    // translators: a choice of a kiosk: to write down how others can get in touch
    if (state.what == kiosk::ThanksFor::kAnswers && takes_contacts(context))
      view.contact = say.text("Leave my contact");
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

// When somebody who waits for the store is told so; none: nobody waits.
std::optional<BootTime> says_saving_from(const Kiosk& state) {
  if (const auto* closing = std::get_if<Closing>(&state)) return closing->since + kSaysSaving;
  if (const auto* attract = std::get_if<Attract>(&state); attract && attract->waits_since)
    return *attract->waits_since + kSaysSaving;
  if (const auto* form = std::get_if<kiosk::ContactForm>(&state); form && form->saving)
    return form->saving_since + kSaysSaving;
  return std::nullopt;
}

}  // namespace

View kiosk_view(const Kiosk& state, const KioskContext& context) {
  return std::visit(ShowKiosk{context}, state);
}

BootTime next_change(const Kiosk& state, const KioskContext& context) {
  const BootTime minute = next_minute(context.now);
  if (const auto* still = std::get_if<StillThere>(&state)) return still->until;
  if (const auto* thanks = std::get_if<Thanks>(&state)) return thanks->until;
  if (const auto says = says_saving_from(state); says && *says > context.now.boot) return *says;
  const BootTime* touch = last_touch_in(state);
  if (!touch) return minute;
  const BootTime idle = *touch + context.settings.idle;
  const bool has_clock = !std::get_if<Asking>(&state) && !std::get_if<kiosk::OwnQuestion>(&state);
  return has_clock ? std::min<BootTime>(minute, idle) : idle;
}

}  // namespace tertulia
