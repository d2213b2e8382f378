// SPDX-License-Identifier: Apache-2.0
// The kiosk: attract -> questions -> thanks -> reset, as a variant of states and pure transitions. Nothing of
// a respondent survives the return to the attract screen.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "firmware/app/kiosk/text_entry.h"
#include "firmware/app/state/device_state.h"
#include "firmware/domain/limits.h"
#include "firmware/ports/intents.h"

namespace tertulia {

namespace kiosk {

struct Attract {
  Language language;
  std::optional<BootTime> last_touch;          // once a language was chosen: idle brings the default one back
  std::optional<SaveResult> save_result = {};  // of the answers that a restart interrupted; said until then
};

struct Asking {
  std::shared_ptr<const Questionnaire> form;  // frozen for this respondent
  Submission submission;
  WallTime label;                              // all that others learn of the time: the start of the session
  std::size_t page = 0;                        // of kiosk_pages_of(*form)
  TextEntry entry;                             // of a question that is answered by typing
  std::size_t room_for_text = kMostTextBytes;  // see limits.h
  AnswerProblem problem = AnswerProblem::kNone;
  bool save_failed = false;
  BootTime last_touch{};
};

struct StillThere {  // nobody has touched the screen for a while
  Asking asking;
  BootTime until{};
};

struct Closing {  // waits for the commit; `asking` comes back when it fails
  Asking asking;
};

struct Thanks {
  Language language;
  BootTime until{};
  std::uint64_t voices = 0;
  SubmissionId id = {};
};

}  // namespace kiosk

using Kiosk = std::variant<kiosk::Attract, kiosk::Asking, kiosk::StillThere, kiosk::Closing, kiosk::Thanks>;

// What a transition may look at. `fresh_id` is used when a form opens.
struct KioskContext {
  const DeviceState& device_state;
  const RoleSettings& settings;
  Now now;
  SubmissionId fresh_id;
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
// The keeper's answer to a CloseSubmission of this kiosk; others are ignored.
[[nodiscard]] KioskChange apply(Kiosk state, const to_main::SubmissionClosed& closed,
                                const KioskContext& context);
// What time alone does: idle question, reset.
[[nodiscard]] KioskChange elapse(Kiosk state, const KioskContext& context);
// A finger was on the glass, whatever it did.
[[nodiscard]] Kiosk touched(Kiosk state, const Now& now);

// When elapse() or the picture next changes.
[[nodiscard]] BootTime next_change(const Kiosk& state, const KioskContext& context);
[[nodiscard]] View kiosk_view(const Kiosk& state, const KioskContext& context);

}  // namespace tertulia
