// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/contact_form.h"

#include <algorithm>
#include <utility>

#include "firmware/app/kiosk/typing.h"
#include "firmware/domain/limits.h"
#include "firmware/domain/sealing_key.h"
#include "firmware/ports/sealer.h"
#include "firmware/wire/contact.h"

namespace tertulia {
namespace {

using kiosk::ContactForm;

KioskChange stays(ContactForm state) { return {std::move(state), {}}; }

// Nothing of what was typed stays on the glass.
KioskChange leaves(const KioskContext& context) {
  KioskChange change{fresh_kiosk(context), {}};
  change.effects.forget = true;
  return change;
}

PrivateText& text_of(ContactForm& state, ContactPart which) {
  return state.texts[static_cast<std::size_t>(which)];
}

ContactForm with_page_of(ContactForm state, ContactPart which) {
  state.typing = which;
  state.entry = {};
  state.entry.text = text_of(state, which);
  state.entry.caret = state.entry.text.size();
  state.entry.begins_with_capital = which != ContactPart::kAddress;
  if (!state.entry.begins_with_capital || !state.entry.text.empty())
    state.entry.page = KeyboardPage::kLetters;
  return state;
}

ContactForm with_typed_text(ContactForm state) {
  text_of(state, *state.typing) = trimmed(std::move(state.entry.text));
  state.entry = {};
  return state;
}

// From one text to the next that is still empty; behind the last one is the page with all of it.
ContactForm onward(ContactForm state) {
  const auto typed = static_cast<std::size_t>(*state.typing);
  state = with_typed_text(std::move(state));
  const auto next =
      std::find(state.texts.begin() + static_cast<std::ptrdiff_t>(typed) + 1, state.texts.end(), "");
  const auto which = static_cast<ContactPart>(next - state.texts.begin());
  if (next != state.texts.end()) return with_page_of(std::move(state), which);
  state.typing.reset();
  return state;
}

Result<SealedContact> sealed(const ContactForm& state, const KioskContext& context) {
  const Visit& visit = context.device_state.pack.visit;
  TRY(const SealingKey key, SealingKey::parse(visit.privacy.contact_key));
  const Contact contact{state.texts[0], state.texts[1], state.texts[2], state.for_others};
  TRY(auto bytes, context.sealer->seal(key, wire::encode(contact)));
  return SealedContact{context.fresh_id, visit.id, std::move(bytes)};
}

KioskChange save(ContactForm state, const KioskContext& context) {
  state.is_checked = true;
  state.save_failed = false;
  for (const ContactPart which : {ContactPart::kName, ContactPart::kAddress})
    if (problem_of(state, which) != ContactProblem::kNone) return stays(std::move(state));
  auto contact = context.sealer ? sealed(state, context) : Error{"nothing seals here"};
  if (!contact.ok()) {
    state.save_failed = true;
    return stays(std::move(state));
  }
  KioskChange change;
  state.saving = contact.value().id;
  state.saving_since = context.now.boot;
  change.effects.keeper.push_back(
      to_keeper::KeepContact{std::move(contact).value(), day_of(context.now.wall)});
  change.state = std::move(state);
  return change;
}

// The page with the keyboard. A key does nothing when there would be no room for the text.
KioskChange type(ContactForm state, const Intent& intent) {
  if (is_done_key(intent) || std::get_if<intent::Next>(&intent)) return stays(onward(std::move(state)));
  if (std::get_if<intent::Back>(&intent)) {
    state = with_typed_text(std::move(state));
    state.typing.reset();
    return stays(std::move(state));
  }
  const bool is_offer = state.typing == ContactPart::kOffer;
  TextEntry entry = typed(state.entry, intent, is_offer ? kLongestOffer : kLongestContactText);
  const std::size_t most = is_offer ? kMostOfferBytes : kMostContactTextBytes;
  if (size_in_json(entry.text) <= most) state.entry = std::move(entry);
  return stays(std::move(state));
}

// The page with all of it.
KioskChange look_over(ContactForm state, const Intent& intent, const KioskContext& context) {
  if (std::get_if<intent::Next>(&intent)) return save(std::move(state), context);
  if (std::get_if<intent::Back>(&intent)) return leaves(context);
  const auto* edit = std::get_if<intent::EditContact>(&intent);
  if (!edit) return stays(std::move(state));
  if (edit->part != ContactPart::kForOthers) return stays(with_page_of(std::move(state), edit->part));
  state.for_others = !state.for_others;
  return stays(std::move(state));
}

}  // namespace

bool takes_contacts(const KioskContext& context) {
  return context.sealer != nullptr &&
         SealingKey::parse(context.device_state.pack.visit.privacy.contact_key).ok();
}

ContactForm new_contact(const Language& language, const KioskContext& context) {
  ContactForm form;
  form.language = language;
  form.last_touch = context.now.boot;
  return form;
}

ContactProblem problem_of(const ContactForm& state, ContactPart which) {
  const std::string& text = state.texts[static_cast<std::size_t>(which)];
  if (!state.is_checked || which == ContactPart::kOffer) return ContactProblem::kNone;
  if (text.empty()) return ContactProblem::kMissing;
  const bool is_wrong = which == ContactPart::kAddress && !is_address(text);
  return is_wrong ? ContactProblem::kNoAddress : ContactProblem::kNone;
}

KioskChange apply(ContactForm state, const Intent& intent, const KioskContext& context) {
  if (state.saving) return stays(std::move(state));
  state.last_touch = context.now.boot;
  return state.typing ? type(std::move(state), intent) : look_over(std::move(state), intent, context);
}

KioskChange apply(ContactForm state, const to_main::ContactKept& kept, const KioskContext& context) {
  if (state.saving != kept.id) return stays(std::move(state));
  state.saving.reset();
  state.last_touch = context.now.boot;
  state.save_failed = !kept.ok;
  if (!kept.ok) return stays(std::move(state));
  kiosk::Thanks thanks{state.language, context.now.boot + context.settings.thanks};
  thanks.what = kiosk::ThanksFor::kContact;
  KioskChange change{std::move(thanks), {}};
  change.effects.forget = true;
  return change;
}

}  // namespace tertulia
