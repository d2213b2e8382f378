// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk.h"

#include <algorithm>

#include "firmware/app/kiosk/contact_form.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/kiosk/kiosk_form.h"
#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/kiosk/kiosk_pages.h"
#include "firmware/app/kiosk/kiosk_touch.h"
#include "firmware/app/kiosk/offers.h"
#include "firmware/app/kiosk/own_question.h"
#include "firmware/app/kiosk/search.h"
#include "firmware/app/room/public_room.h"

namespace tertulia {
namespace {

using kiosk::Asking;
using kiosk::Attract;
using kiosk::Closing;
using kiosk::ContactForm;
using kiosk::Offer;
using kiosk::OfferPage;
using kiosk::OwnQuestion;
using kiosk::StillThere;
using kiosk::Thanks;

KioskChange unchanged(Kiosk&& state) { return {std::move(state), {}}; }

KioskChange to_attract(const KioskContext& context) {
  KioskChange change{fresh_kiosk(context), {}};
  change.effects.forget = true;
  return change;
}

// The person has read that it is stored: a restart need not say so.
KioskChange leave_thanks(const Thanks& thanks, const KioskContext& context) {
  KioskChange change = to_attract(context);
  if (thanks.what != kiosk::ThanksFor::kAnswers) return change;
  change.effects.keeper.push_back(to_keeper::Thanked{thanks.id});
  return change;
}

// What the label time of anonymous feedback is rounded to: the session, else the full hour.
WallTime coarse_time(const std::optional<PublicSession>& session, const KioskContext& context) {
  return session ? session->start() : std::chrono::floor<std::chrono::hours>(context.now.wall);
}

to_keeper::CloseSubmission closed_as(SubmissionState state, const Asking& asking, const Now& now) {
  to_keeper::CloseSubmission letter{sendable(asking), {now, asking.label}};
  letter.submission.state = state;
  return letter;
}

KioskChange submit(Asking asking, const KioskContext& context) {
  KioskChange change;
  change.effects.keeper.push_back(closed_as(SubmissionState::kSubmitted, asking, context.now));
  change.state = Closing{std::move(asking), context.now.boot};
  return change;
}

// What was typed is erased in any case (decision 062).
KioskChange abandon(Asking asking, const KioskContext& context) {
  if (context.settings.abandoned == Abandoned::kDrop)
    asking.submission.answers.clear();
  else
    asking = with_sound_choices(std::move(asking));
  KioskChange change = to_attract(context);
  change.effects.keeper.push_back(closed_as(SubmissionState::kAbandoned, asking, context.now));
  return change;
}

KioskChange leave(Asking asking, const KioskContext& context) { return abandon(std::move(asking), context); }
template <class State>  // of it nothing is kept
KioskChange leave(const State& /*state*/, const KioskContext& context) {
  return to_attract(context);
}

KioskChange saved(Asking asking) {
  KioskChange change;
  change.effects.keeper.push_back(to_keeper::SaveDraft{sendable(asking)});
  change.state = std::move(asking);
  return change;
}

KioskChange answered(Asking asking, const KioskContext& context) {
  return saved(with_logic(std::move(asking), context.now));
}

Asking at_page(Asking asking, std::string page) {
  asking.page = std::move(page);
  asking.problem = AnswerProblem::kNone;
  asking.save_failed = false;
  asking.entry = entry_for(asking);
  asking.index = index_for(asking);
  asking.list_part = 0;
  return asking;
}

KioskChange onward(Asking asking, const KioskContext& context) {
  auto next = page_after(asking);
  if (!next) return submit(std::move(asking), context);
  return saved(at_page(std::move(asking), *std::move(next)));
}

// apply() fills in what for.
KioskChange wait(Attract attract, const KioskContext& context) {
  if (!attract.waits_since) attract.waits_since = context.now.boot;
  attract.wish.reset();
  attract.last_touch = context.now.boot;
  return unchanged(std::move(attract));
}

KioskChange open_form(Attract attract, const ToAsk& asked, const KioskContext& context) {
  const auto& [form, session] = asked;
  if (!form) return unchanged(std::move(attract));
  if (!takes_no_answers_because(context).empty()) return unchanged(std::move(attract));
  if (context.before != Before::kLeft) return wait(std::move(attract), context);
  Asking asking;
  asking.form = std::make_shared<const Questionnaire>(*form);
  asking.room_for_text = room_for_text(*form);
  asking.submission.id = context.fresh_id;
  asking.submission.form = form->id;
  asking.submission.form_hash = form->hash;
  asking.submission.room = context.settings.room;
  asking.submission.screen = context.screen;
  if (session) asking.submission.session = session->slug().text();
  asking.submission.language = attract.language;
  asking.label = coarse_time(session, context);
  asking.begun = context.now.boot;
  asking.last_touch = context.now.boot;
  asking = with_run(std::move(asking), context);
  auto first = first_page(asking);
  if (!first) return unchanged(std::move(attract));  // nobody can be asked anything
  return saved(at_page(std::move(asking), *std::move(first)));
}

// The one for now.
KioskChange open_form(Attract attract, const KioskContext& context) {
  return open_form(std::move(attract), to_ask(context.device_state, context.settings, context.now), context);
}

// One that the menu offers beside it.
KioskChange open_offered(Attract attract, const std::string& id, const KioskContext& context) {
  const ToAsk asked = to_ask(context.device_state, context.settings, context.now);
  for (const Questionnaire* form : offered_forms(context.device_state, context.settings, asked))
    if (form->id == id) return open_form(std::move(attract), {form}, context);
  return unchanged(std::move(attract));
}

KioskChange read_aloud(Kiosk state, const KioskContext& context) {
  KioskChange change = unchanged(std::move(state));
  if (!context.settings.spoken_prompts) return change;
  const auto words = [&context](const Tongue& tongue) -> const Catalogue& {
    return context.device_state.catalogues.of(tongue.language);
  };
  const View view = kiosk_view(change.state, context);
  if (const auto* question = std::get_if<QuestionView>(&view))
    change.effects.say = prompt_of(words(question->tongue), *question);
  if (const auto* attract = std::get_if<AttractView>(&view))
    change.effects.say = prompt_of(words(attract->tongue), *attract);
  return change;
}

KioskChange at_page(const Language& language, OfferPage page, const KioskContext& context) {
  return unchanged(Offer{language, page, context.now.boot});
}

Thanks thanks_for(kiosk::ThanksFor what, const Language& language, const KioskContext& context) {
  Thanks thanks{language, context.now.boot + context.settings.thanks};
  thanks.what = what;
  return thanks;
}

KioskChange choose_item(const Language& language, const intent::ChooseItem& item,
                        const KioskContext& context) {
  switch (item.kind) {
    case MenuItemKind::kFeedback:
      return item.form.empty() ? open_form(Attract{language, context.now.boot}, context)
                               : open_offered(Attract{language, context.now.boot}, item.form, context);
    case MenuItemKind::kQuestion:
      return at_page(language, OfferPage::kFloor, context);
    case MenuItemKind::kProgramme:
      return at_page(language, OfferPage::kProgramme, context);
    case MenuItemKind::kContact:
      if (takes_contacts(context)) return unchanged(new_contact(language, context));
  }
  return unchanged(Attract{language, context.now.boot});
}

// One alternative of state and one of intent; everything that is not listed does nothing.
struct Transition {
  const KioskContext& context;

  [[nodiscard]] KioskChange answer_more(Asking state, const intent::Choose& choose) const {
    if (choose.choice != kOneMore) return onward(std::move(state), context);
    state = with_one_more(std::move(state));
    std::string page = state.page;
    return saved(at_page(std::move(state), std::move(page)));
  }

  KioskChange operator()(Attract state, const intent::ChooseLanguage& chosen) const {
    state.language = chosen.language;
    state.last_touch = context.now.boot;
    return unchanged(std::move(state));
  }
  KioskChange operator()(Attract state, const intent::Begin&) const {
    return open_form(std::move(state), context);
  }
  KioskChange operator()(Attract state, const intent::Choose& choose) const {
    KioskChange opened = open_form(std::move(state), context);
    if (auto* asking = std::get_if<Asking>(&opened.state)) return (*this)(std::move(*asking), choose);
    return opened;
  }

  KioskChange operator()(Asking state, const intent::Choose& choose) const {
    if (choose.question == state.page && current_page(state).more)
      return answer_more(std::move(state), choose);
    state = with_choice(std::move(state), choose);
    const KioskPage page = current_page(state);
    const bool one_tap = is_answered_by_one_tap(page) && question_on(page, choose.question);
    return one_tap ? (*this)(std::move(state), intent::Next{}) : answered(std::move(state), context);
  }
  KioskChange operator()(Asking state, const intent::ChooseStep& choose) const {
    return answered(with_scale_step(std::move(state), choose), context);
  }
  KioskChange operator()(Asking state, const intent::MoveChoice& move) const {
    return answered(with_moved_choice(std::move(state), move), context);
  }
  KioskChange operator()(Asking state, const intent::PressKey& pressed) const {
    if (pressed.key.kind == KeyKind::kNext) return (*this)(std::move(state), intent::Next{});
    state = with_key(std::move(state), pressed.key);
    // Whether the button says "Next" or "Send" may depend on what is typed.
    if (!state.form->binds.empty() && !state.index)
      state = with_logic(with_entry(std::move(state)), context.now);
    return unchanged(std::move(state));
  }
  KioskChange operator()(Asking state, const intent::TurnList& turned) const {
    return unchanged(with_turned_list(std::move(state), turned.turn));
  }
  KioskChange operator()(Asking state, const intent::HoldKey& held) const {
    state.entry = hold(std::move(state.entry), held.key);
    return unchanged(std::move(state));
  }
  KioskChange operator()(Asking state, const intent::SelectWord& chosen) const {
    state.entry = with_word(std::move(state.entry), chosen.offset);
    return unchanged(std::move(state));
  }
  KioskChange operator()(Asking state, const intent::PlaceCaret& placed) const {
    state.entry = with_caret(std::move(state.entry), placed.offset);
    return unchanged(std::move(state));
  }
  KioskChange operator()(Asking state, const intent::Next&) const {
    state = with_logic(with_entry(std::move(state)), context.now);
    state.problem = problem_of(state);
    if (state.problem != AnswerProblem::kNone) return unchanged(std::move(state));
    return onward(std::move(state), context);
  }
  KioskChange operator()(Asking state, const intent::Skip&) const {
    const KioskPage page = current_page(state);
    if (page.is_required()) return (*this)(std::move(state), intent::Next{});
    for (const PageQuestion& question : page.questions)
      if (!question.now->is_read_only) state.submission.answers.erase(question.name());
    return onward(with_logic(std::move(state), context.now), context);
  }
  KioskChange operator()(Asking state, const intent::Back&) const {
    state = with_logic(with_entry(std::move(state)), context.now);
    if (auto left = without_empty_one(state)) {
      std::string more = left->page;
      return saved(at_page(*std::move(left), std::move(more)));
    }
    auto previous = page_before(state);
    if (!previous) return abandon(std::move(state), context);
    return saved(at_page(std::move(state), *std::move(previous)));
  }

  KioskChange operator()(const Attract& state, const intent::ShowMenu&) const {
    return at_page(state.language, OfferPage::kMenu, context);
  }
  KioskChange operator()(const Attract& state, const intent::ChooseItem& chosen) const {
    return choose_item(state.language, chosen, context);
  }
  KioskChange operator()(const Offer& state, const intent::ChooseItem& chosen) const {
    return choose_item(state.language, chosen, context);
  }
  KioskChange operator()(Offer state, const intent::ChooseLanguage& chosen) const {
    state.language = chosen.language;
    state.last_touch = context.now.boot;
    return unchanged(std::move(state));
  }
  // Who has raised a hand is thanked, and that ends it for this person: the next one has raised none.
  KioskChange operator()(const Offer& state, const intent::Back&) const {
    if (!state.supported.empty())
      return unchanged(thanks_for(kiosk::ThanksFor::kHands, state.language, context));
    return unchanged(Attract{state.language, context.now.boot});
  }
  KioskChange operator()(Offer state, const intent::Support& support) const {
    state.last_touch = context.now.boot;
    state.hand = Taken::kYes;
    KioskChange change;
    if (state.supported.insert(support.question).second)
      change.effects.floor.supported.push_back(support.question);
    change.state = std::move(state);
    return change;
  }
  KioskChange operator()(Offer state, const intent::AskQuestion&) const {
    state.last_touch = context.now.boot;
    state.hand = Taken::kYes;
    if (!can_ask(context)) return unchanged(std::move(state));
    return unchanged(OwnQuestion{std::move(state), {}, asked_on_floor(context)});
  }
  KioskChange operator()(Attract state, const intent::ReadAloud&) const {
    return read_aloud(std::move(state), context);
  }
  KioskChange operator()(Asking state, const intent::ReadAloud&) const {
    return read_aloud(std::move(state), context);
  }

  KioskChange operator()(StillThere state, const intent::GoOn&) const {
    return std::visit([&](auto& left) { return unchanged(touched(Kiosk(std::move(left)), context.now)); },
                      state.left);
  }
  KioskChange operator()(StillThere state, const intent::StartOver&) const {
    return std::visit([&](auto& left) { return leave(std::move(left), context); }, state.left);
  }
  // Nothing of the answers is known any more when the contact is typed.
  KioskChange operator()(const Thanks& state, const intent::ChooseItem& chosen) const {
    if (chosen.kind != MenuItemKind::kContact || !takes_contacts(context)) return unchanged(Kiosk(state));
    KioskChange change = leave_thanks(state, context);
    change.state = new_contact(state.language, context);
    return change;
  }
  KioskChange operator()(const Thanks& state, const intent::Done&) const {
    return leave_thanks(state, context);
  }

  template <class State, class Wish>
  KioskChange operator()(State state, const Wish&) const {
    return unchanged(std::move(state));
  }
};

}  // namespace

Kiosk fresh_kiosk(const KioskContext& context) {
  return Attract{language_of(context.device_state, context.settings), std::nullopt};
}

KioskChange apply(Kiosk state, const Intent& intent, const KioskContext& context) {
  if (auto* own = std::get_if<OwnQuestion>(&state)) return apply(std::move(*own), intent, context);
  if (auto* form = std::get_if<ContactForm>(&state)) return apply(std::move(*form), intent, context);
  KioskChange change = std::visit(Transition{context}, std::move(state), intent);
  if (auto* attract = std::get_if<Attract>(&change.state); attract && attract->waits_since && !attract->wish)
    attract->wish = intent;
  return change;
}

KioskChange apply(Kiosk state, const FloorAnswer& answer, const KioskContext& context) {
  if (auto* own = std::get_if<OwnQuestion>(&state)) {
    own->sent = answer.taken;
    if (answer.taken == Taken::kYes)
      return unchanged(thanks_for(kiosk::ThanksFor::kQuestion, own->offer.language, context));
  }
  // A hand that is only not stored yet counts in the room: it must not count twice.
  if (auto* offer = std::get_if<Offer>(&state); offer && answer.taken != Taken::kNotSaved) {
    offer->hand = answer.taken;
    if (answer.taken != Taken::kYes)
      for (const std::string& question : answer.words.supported) offer->supported.erase(question);
  }
  return unchanged(std::move(state));
}

KioskChange elapse(Kiosk state, const KioskContext& context) {
  const BootTime now = context.now.boot;
  if (auto* still = std::get_if<StillThere>(&state); still && now >= still->until)
    return std::visit([&](auto& left) { return leave(std::move(left), context); }, still->left);
  if (const auto* thanks = std::get_if<Thanks>(&state); thanks && now >= thanks->until)
    return leave_thanks(*thanks, context);
  const BootTime* touch = last_touch_in(state);
  if (!touch || now < *touch + context.settings.idle) return unchanged(std::move(state));
  const BootTime until = now + context.settings.still_there;
  if (auto* asking = std::get_if<Asking>(&state)) return unchanged(StillThere{std::move(*asking), until});
  if (auto* own = std::get_if<OwnQuestion>(&state)) return unchanged(StillThere{std::move(*own), until});
  if (auto* form = std::get_if<ContactForm>(&state)) return unchanged(StillThere{std::move(*form), until});
  return to_attract(context);
}

}  // namespace tertulia
