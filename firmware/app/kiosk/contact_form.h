// SPDX-License-Identifier: Apache-2.0
// A person at a kiosk leaves a contact: a page with all of it, and a page with the keyboard for each text. It
// is sealed as it is saved, and the device cannot read it afterwards. Pure.
#pragma once

#include "firmware/app/kiosk/kiosk.h"

namespace tertulia {

// Whether a contact can be sealed here: the visit names the programme's key.
[[nodiscard]] bool takes_contacts(const KioskContext& context);

enum class ContactProblem { kNone, kMissing, kNoAddress };
// Of a text, once "Save" was pressed.
[[nodiscard]] ContactProblem problem_of(const kiosk::ContactForm& state, ContactPart which);

[[nodiscard]] kiosk::ContactForm new_contact(const Language& language, const KioskContext& context);

// What a person does with it. What is not meant for it does nothing.
[[nodiscard]] KioskChange apply(kiosk::ContactForm state, const Intent& intent, const KioskContext& context);
// The keeper's answer; nobody is thanked before.
[[nodiscard]] KioskChange apply(kiosk::ContactForm state, const to_main::ContactKept& kept,
                                const KioskContext& context);

[[nodiscard]] View contact_view(const kiosk::ContactForm& state, const KioskContext& context);

}  // namespace tertulia
