// SPDX-License-Identifier: Apache-2.0
// What a screen shows, as values: finished texts in the right language, no layout, no colours. One View per
// screen kind; `ui` has one draw() for each. Equal Views look alike, so a View that did not change is not
// drawn again.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/rundown.h"
#include "firmware/domain/text.h"
#include "firmware/domain/time.h"
#include "firmware/ports/status_view.h"

namespace tertulia {

// The language of a View's own texts; foreign titles inside keep their own direction.
struct Tongue {
  Language language = "en";
  bool right_to_left = false;
  friend bool operator==(const Tongue&, const Tongue&) = default;
};

// How urgent a time is. Colour never says it alone: a word and a shape come with it.
enum class Tone { kCalm, kAmber, kRed, kPaused, kMuted };

struct LanguageButton {
  Language language;
  std::string name;  // in its own script
  bool chosen = false;
  friend bool operator==(const LanguageButton&, const LanguageButton&) = default;
};

struct ChoiceButton {
  std::string name;  // the choice's stored value
  std::string label;
  bool chosen = false;
  friend bool operator==(const ChoiceButton&, const ChoiceButton&) = default;
};

// ---- kiosk ----

// A sentence for whoever stands there, above everything else.
struct Notice {
  std::string text;
  Tone tone = Tone::kCalm;
  friend bool operator==(const Notice&, const Notice&) = default;
};

// The attract screen: the first question at once, or an invitation to begin.
struct AttractView {
  Tongue tongue;
  std::string title;  // of the session
  std::string room;
  std::string clock;
  std::string headline;
  std::string question;             // name of the question that the faces answer
  std::vector<ChoiceButton> faces;  // five, worst to best; empty when the first question is of another kind
  std::string begin;                // label of the button instead of faces
  std::string privacy;
  std::vector<LanguageButton> languages;
  bool can_read_aloud = false;
  std::optional<Notice> notice = {};  // what became of the answers that a restart interrupted
  friend bool operator==(const AttractView&, const AttractView&) = default;
};

struct ChoicesBody {
  std::string question;
  bool several = false;
  std::vector<ChoiceButton> choices;
  int at_once = 0;  // choices on the glass at a time, large ones; 0: as many as have room
  friend bool operator==(const ChoicesBody&, const ChoicesBody&) = default;
};
struct FacesBody {
  std::string question;
  std::vector<ChoiceButton> faces;  // worst to best
  friend bool operator==(const FacesBody&, const FacesBody&) = default;
};
struct ScaleRow {
  std::string question;
  std::string label;          // empty when the headline asks it
  std::optional<int> chosen;  // index of a step
  bool missing = false;       // Next was pressed, and this one must be answered
  friend bool operator==(const ScaleRow&, const ScaleRow&) = default;
};
struct ScaleBody {  // an agreement matrix; one row for a single range
  std::vector<std::string> steps;
  std::vector<ScaleRow> rows;
  int at_once = 0;  // as in ChoicesBody, rows
  friend bool operator==(const ScaleBody&, const ScaleBody&) = default;
};
enum class KeyKind {
  kCharacter,
  kSyllable,  // puts its syllable in the place of the one before the caret
  kShift,
  kBackspace,
  kSymbols,
  kLanguage,  // the language's own script, or Latin
  kSpace,
  kNewLine,
  kNext,
  kGap  // no key, only room
};
struct Key {
  KeyKind kind = KeyKind::kCharacter;
  std::string label;
  std::string text;                        // what it types
  float width = 1;                         // in units of a character key
  bool lit = false;                        // shift that is on
  std::vector<std::string> variants = {};  // what it offers to a finger that rests on it
  friend bool operator==(const Key&, const Key&) = default;
};
using Keyboard = std::vector<std::vector<Key>>;  // rows, as they lie on the glass from the left
struct TextBody {
  std::string question;
  std::string text;
  std::size_t caret = 0;  // byte offset, at a grapheme boundary
  bool multiline = false;
  std::string count;  // "44 / 400"
  Keyboard keyboard;
  std::size_t selected = 0;   // bytes before the caret that are marked
  std::string open = {};      // text of the key whose variants are shown
  bool number = false;        // reads from the left in every language
  std::string unfilled = {};  // behind the text: what is still to be typed of a date ("MM/YYYY")
  friend bool operator==(const TextBody&, const TextBody&) = default;
};
struct NoteBody {
  friend bool operator==(const NoteBody&, const NoteBody&) = default;
};
using QuestionBody = std::variant<ChoicesBody, FacesBody, ScaleBody, TextBody, NoteBody>;

struct QuestionView {
  Tongue tongue;
  std::string page;  // changes with the question: a new page ignores touches for a moment
  int number = 0;    // of the page, 1..total
  int total = 0;
  std::string progress;  // "2 of 5"
  std::string headline;
  std::string hint;
  std::string problem;  // what is wrong with the answer, or "not saved"; empty when all is well
  QuestionBody body;
  std::string skip;  // empty when the question is required
  std::string next;
  bool can_go_back = false;
  bool can_read_aloud = false;
  bool busy = false;  // being saved: nothing can be pressed
  friend bool operator==(const QuestionView&, const QuestionView&) = default;
};

// A ring that runs down by itself: the View stays the same while it does.
struct RingTime {
  BootTime until{};
  BootTime whole{};
  friend bool operator==(const RingTime&, const RingTime&) = default;
};

struct ThanksView {
  Tongue tongue;
  std::string headline;
  std::string detail;
  std::string done;
  RingTime ring;  // until the next person
  friend bool operator==(const ThanksView&, const ThanksView&) = default;
};

struct StillThereView {
  Tongue tongue;
  std::string headline;
  std::string detail;
  std::string go_on;
  std::string start_over;
  RingTime ring;
  friend bool operator==(const StillThereView&, const StillThereView&) = default;
};

// ---- room, door, moderator ----

struct Chip {
  std::string text;
  Tone tone = Tone::kCalm;
  friend bool operator==(const Chip&, const Chip&) = default;
};

struct ComingUp {
  std::string time;
  std::string title;
  std::string detail;
  SegmentKind kind = SegmentKind::kOther;
  friend bool operator==(const ComingUp&, const ComingUp&) = default;
};

// The bar under a countdown, in 1/1000 of its length.
struct TimeBar {
  int done = 0;
  int amber = 1000;
  int red = 1000;
  friend bool operator==(const TimeBar&, const TimeBar&) = default;
};

struct RoomView {
  Tongue tongue;
  std::string room;
  std::string visit;  // "Exchange visit, day 2 of 4"
  std::optional<Chip> chip;
  std::string clock;
  std::string kicker;  // "Round table · segment 2 of 4"
  std::string title;
  std::string speaker;
  std::string countdown;  // empty between sessions
  Tone tone = Tone::kCalm;
  std::string state;  // the word that goes with the tone: "Wrap up", "Paused"
  std::optional<TimeBar> bar;
  std::string started;
  std::string ends;
  std::string coming_up_label;
  std::vector<ComingUp> coming_up;
  std::string outcome_label;
  std::string outcome;
  friend bool operator==(const RoomView&, const RoomView&) = default;
};

enum class DoorState { kFree, kOpenSession, kClosedSession };
struct DoorView {
  Tongue tongue;
  DoorState state = DoorState::kFree;
  std::string room;
  std::string clock;
  std::string kicker;
  std::string headline;
  std::string detail;
  std::string next_time;  // empty when nothing follows
  std::string next_title;
  std::string next_access;
  friend bool operator==(const DoorView&, const DoorView&) = default;
};

struct RundownRow {
  std::string id;  // of the segment, or of the session to load
  std::string time;
  std::string title;
  std::string detail;
  bool past = false;
  bool current = false;
  friend bool operator==(const RundownRow&, const RundownRow&) = default;
};

enum class Control { kBack, kStart, kPause, kResume, kNext, kTakeOne, kAddOne, kAddFive };
struct ControlButton {
  Control control = Control::kStart;
  std::string label;
  friend bool operator==(const ControlButton&, const ControlButton&) = default;
};

struct ModeratorView {
  Tongue tongue;
  std::string room;
  std::string role;  // "Moderator"
  std::vector<Chip> status;
  std::string clock;
  std::vector<RundownRow> rows;
  bool rows_are_sessions = false;  // a touch on one loads it
  std::string rows_end;            // "Ends 12:45 · planned 12:38"
  std::string title;
  std::string length;
  std::string countdown;
  Tone tone = Tone::kCalm;
  std::string state;
  std::optional<TimeBar> bar;
  std::vector<ControlButton> adjust;    // beside the countdown
  std::vector<ControlButton> controls;  // below it; the last is the main one
  std::string problem;                  // "Nothing is loaded..."; empty when all is well
  friend bool operator==(const ModeratorView&, const ModeratorView&) = default;
};

// ---- every role ----

struct StatusView {
  Tongue tongue;
  std::string title;
  std::string device;  // its id
  std::string close;
  StatusSum sum;
  StatusSlip slip;
  std::vector<StatusFact> facts;
  std::optional<EnrolmentCard> enrolment;
  friend bool operator==(const StatusView&, const StatusView&) = default;
};

using View = std::variant<AttractView, QuestionView, ThanksView, StillThereView, RoomView, DoorView,
                          ModeratorView, StatusView>;

}  // namespace tertulia
