// SPDX-License-Identifier: Apache-2.0
// The states of a kiosk and what moves it from one to the next: attract -> questions -> thanks -> attract.
// All functions are pure. Nothing of a respondent survives the return to the attract screen.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "firmware/app/kiosk/choice_index.h"
#include "firmware/app/kiosk/text_entry.h"
#include "firmware/app/state/device_state.h"
#include "firmware/domain/limits.h"
#include "firmware/domain/private_text.h"
#include "firmware/ports/form_run.h"
#include "firmware/ports/intents.h"

namespace tertulia {

class Sealer;

namespace kiosk {

struct Attract {
  Language language;
  std::optional<BootTime>
      last_touch;  // since a language was chosen; after the idle time the default one is back
  std::optional<SaveResult> save_result = {};  // of the answers that a restart interrupted; shown until then
  // Somebody wants to answer, and the store has not noted yet that the person before has left.
  std::optional<Intent> wish = {};
  std::optional<BootTime> waits_since = {};
};

struct Asking {
  std::shared_ptr<const Questionnaire> form;  // frozen for this respondent
  Submission submission;
  WallTime label;                              // the only time that others learn: the start of the session
  std::shared_ptr<FormRun> run;                // of this respondent alone; never null once it is asked
  std::string page;                            // name_of() the page
  Answers opened;                              // those that the repetition opened last began with
  TextEntry entry;                             // of a question that is answered by typing, or searched
  std::shared_ptr<const ChoiceIndex> index;    // of the choices of this page; null: it is not searched
  std::size_t list_part = 0;                   // of what was found
  std::size_t room_for_text = kMostTextBytes;  // see limits.h
  AnswerProblem problem = AnswerProblem::kNone;
  bool save_failed = false;
  BootTime begun{};  // when the form was opened
  BootTime last_touch{};
};

struct Closing {  // waits until the answers are stored; `asking` comes back when that fails
  Asking asking;
  BootTime since{};
};

// What a kiosk offers beside its questionnaire.
enum class OfferPage { kMenu, kFloor, kProgramme };
struct Offer {
  Language language;
  OfferPage page = OfferPage::kMenu;
  BootTime last_touch{};
  std::set<std::string> supported = {};  // questions from the floor, by this person
  Taken hand = Taken::kYes;              // what became of the last hand
};

// A person types a question to the room.
struct OwnQuestion {
  Offer offer;  // where it began
  TextEntry entry;
  std::string session = {};  // slug of the one that is asked; empty: none
  bool is_empty = false;     // "Send" was pressed, and there is nothing to send
  bool is_late = false;      // "Send" was pressed, and another session is asked by now, or none
  Taken sent = Taken::kYes;  // what became of it when "Send" was last pressed
};

// A person leaves a contact.
struct ContactForm {
  Language language;
  std::array<PrivateText, 3> texts = {};   // by ContactPart, which has a text but for kForOthers
  bool for_others = false;                 // others of the visit may see it
  std::optional<ContactPart> typing = {};  // none: the page with all of it
  TextEntry entry = {};                    // of what is typed there
  bool is_checked = false;                 // "Save" was pressed: what is wrong is said
  bool save_failed = false;
  std::optional<SubmissionId> saving = {};  // waits until it is stored
  BootTime saving_since{};
  BootTime last_touch{};
};

struct StillThere {  // nobody has touched the screen for a while
  std::variant<Asking, OwnQuestion, ContactForm> left;
  BootTime until{};
};

enum class ThanksFor { kAnswers, kQuestion, kHands, kContact };  // question and hands: to the room
struct Thanks {
  Language language;
  BootTime until{};
  std::uint64_t voices = 0;
  SubmissionId id = {};
  ThanksFor what = ThanksFor::kAnswers;
};

}  // namespace kiosk

using Kiosk = std::variant<kiosk::Attract, kiosk::Asking, kiosk::StillThere, kiosk::Closing, kiosk::Thanks,
                           kiosk::Offer, kiosk::OwnQuestion, kiosk::ContactForm>;

// Whether the store knows that the person before has left this kiosk. Until it does, nobody answers: after a
// stop of the program the next person would read what became of that one's answers (decision 053).
enum class Before { kLeft, kLeaving, kRefused };

// From when on a person who waits for the store is told that it is saving.
inline constexpr Milliseconds kSaysSaving{300};

// What a transition may look at. A form that opens takes `fresh_id`.
struct KioskContext {
  const DeviceState& device_state;
  const RoleSettings& settings;
  Now now;
  SubmissionId fresh_id;
  FormRunner* forms = nullptr;  // null: forms run without their logic
  Sealer* sealer = nullptr;     // null: no contact can be left
  int screen = 0;               // of the device
  Before before = Before::kLeft;
};

struct KioskChange {
  Kiosk state;
  Effects effects;
};

[[nodiscard]] Kiosk fresh_kiosk(const KioskContext& context);
// The same at the start of the program: tells the person whom a restart interrupted whether the answers are
// saved (firmware/docs/trust.md, I5).
[[nodiscard]] Kiosk first_kiosk(const KioskContext& context);
[[nodiscard]] KioskChange apply(Kiosk state, const Intent& intent, const KioskContext& context);
// The keeper's answers to a CloseSubmission or KeepContact of this kiosk; others are ignored.
[[nodiscard]] KioskChange apply(Kiosk state, const to_main::SubmissionClosed& closed,
                                const KioskContext& context);
[[nodiscard]] KioskChange apply(Kiosk state, const to_main::ContactKept& kept, const KioskContext& context);
// The person before has left: whoever waits for that is let in.
[[nodiscard]] KioskChange apply(Kiosk state, const to_main::Left& left, const KioskContext& context);
// Nothing of this person's answers can be stored: better to say so now than after the last question.
[[nodiscard]] KioskChange apply(Kiosk state, const to_main::NotBegun& refused, const KioskContext& context);
// What became of Effects::floor of this kiosk. Nobody is thanked before.
struct FloorAnswer {
  FloorWords words;
  Taken taken = Taken::kYes;
};
[[nodiscard]] KioskChange apply(Kiosk state, const FloorAnswer& answer, const KioskContext& context);
// What time alone changes: it asks "Still there?" and goes back to the attract screen.
[[nodiscard]] KioskChange elapse(Kiosk state, const KioskContext& context);
// A finger touched the glass, whatever it did.
[[nodiscard]] Kiosk touched(Kiosk state, const Now& now);

// Why this kiosk takes no answers now; empty: it takes them.
[[nodiscard]] const std::string& takes_no_answers_because(const KioskContext& context);
// When elapse() or the picture next changes.
[[nodiscard]] BootTime next_change(const Kiosk& state, const KioskContext& context);
[[nodiscard]] View kiosk_view(const Kiosk& state, const KioskContext& context);

}  // namespace tertulia
