// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows of a contact that somebody leaves.
#include <array>

#include "firmware/app/kiosk/contact_form.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/typing.h"
#include "firmware/app/room/public_room.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

using kiosk::ContactForm;

std::string label_of(ContactPart which, const Catalogue& words) {
  switch (which) {
    case ContactPart::kName:
      // translators: what a visitor types to leave a contact
      return words.text("Name");
    case ContactPart::kOffer:
      // translators: what a visitor may type to leave a contact; it may stay empty
      return words.text("What I can offer, what I look for");
    case ContactPart::kAddress:
    case ContactPart::kForOthers:
      break;
  }
  // translators: what a visitor types to leave a contact
  return words.text("E-mail or telephone");
}

std::string problem_text(ContactProblem problem, ContactPart which, const Catalogue& words) {
  if (problem == ContactProblem::kNone) return {};
  if (problem == ContactProblem::kNoAddress)
    // translators: to a visitor who leaves a contact
    return words.text("This is neither an e-mail address nor a telephone number.");
  // translators: to a visitor who leaves a contact; shown at an empty field
  return which == ContactPart::kName ? words.text("Please write your name.")
                                     : words.text("Please write an e-mail address or a telephone number.");
}

QuestionView typing_view(const ContactForm& state, const Catalogue& words) {
  const ContactPart which = *state.typing;
  QuestionView view;
  view.tongue = tongue_of(state.language);
  view.number = static_cast<int>(which) + 1;
  view.total = static_cast<int>(state.texts.size());
  view.page = "contact " + std::to_string(view.number);
  view.progress = fill(words.text("{number} of {total}"),
                       {{"number", std::to_string(view.number)}, {"total", std::to_string(view.total)}});
  view.headline = label_of(which, words);
  view.problem = problem_text(problem_of(state, which), which, words);
  TextBody body = field_of(state.entry, view.page);
  body.number = which == ContactPart::kAddress;
  body.keyboard = keyboard_for(words, state.entry, LineMode::kOneLine);
  view.body = std::move(body);
  view.next = words.text("Next");
  view.can_go_back = true;
  return view;
}

}  // namespace

View contact_view(const ContactForm& state, const KioskContext& context) {
  const Catalogue& words = context.device_state.catalogues.of(state.language);
  if (state.typing) return typing_view(state, words);
  ContactView view;
  view.tongue = tongue_of(state.language);
  view.title = words.text("Leave my contact");
  if (is_set(context.now)) view.clock = clock_text(context.now.wall, context.device_state.pack.visit.zone);
  // translators: heading of the page on which a visitor leaves a contact
  view.headline = words.text("Stay in touch with the others");
  for (const ContactPart which : {ContactPart::kName, ContactPart::kAddress, ContactPart::kOffer})
    view.fields.push_back({which, label_of(which, words), state.texts[static_cast<std::size_t>(which)],
                           problem_text(problem_of(state, which), which, words),
                           which == ContactPart::kAddress});
  // translators: a box to tick beside a contact that a visitor leaves
  view.for_others = words.text("Others of this visit may see it");
  view.is_for_others = state.for_others;
  // translators: heading of what happens to the contact that a visitor leaves
  view.promise = words.text("Sealed at once");
  view.details = words.text(
      "Your contact is locked on this device the moment you touch “Save”. Only the programme office can open "
      "it, to bring you together with others. It is kept apart from your answers: nothing joins the two. The "
      "office erases it when you ask, and after a year at the latest.");
  if (state.save_failed)
    view.problem = words.text("Your contact is not saved. Please tell the moderator, or try again.");
  // translators: a button: leave no contact
  view.back = words.text("Not now");
  // translators: a button: seal and save the contact
  view.save = words.text("Save");
  view.busy = state.saving.has_value();
  if (view.busy && context.now.boot >= state.saving_since + kSaysSaving)
    // translators: on the button that was pressed, while the answers or the contact are being saved
    view.save = words.text("Saving…");
  return view;
}

}  // namespace tertulia
