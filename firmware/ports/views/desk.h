// SPDX-License-Identifier: Apache-2.0
// What the desk of a moderator or a note-taker shows. Part of views.h.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/ports/views/kiosk.h"
#include "firmware/ports/views/parts.h"
#include "firmware/ports/views/room.h"
#include "firmware/ports/views/signs.h"

namespace tertulia {

// Who sits at a desk. A device may serve both, one after the other.
enum class DeskRole { kModerator, kNoteTaker };

// The dark strip on top of every page of the desk.
struct DeskStrip {
  std::string room;
  std::string role;  // "Moderator", "Locked"
  std::vector<Chip> status;
  std::string clock;
  friend bool operator==(const DeskStrip&, const DeskStrip&) = default;
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

// What a button of the desk does. The names that robots and tests use for them: ui/screens/desk/desk.h.
enum class Control {
  kBack,
  kStart,
  kPause,
  kResume,
  kNext,
  kTakeOne,
  kAddOne,
  kAddFive,
  kFinish,       // asks first
  kEnd,          // the answer: end the session
  kGoOn,         // the answer: not yet
  kUndo,         // takes the last touch back
  kHold,         // the clock starts nothing by itself
  kRoll,         // the clock starts what is due
  kLate,         // opens the proposal
  kTime,         // opens the page for typed minutes
  kNotes,        // opens the page of notes
  kScreen,       // opens the page of what the room display shows
  kWords,        // opens the page for an announcement or a message
  kMeeting,      // opens the page of when and where people meet again
  kClocks,       // opens the page of the clocks beside the part's
  kRules,        // opens the page of how the clock of the part behaves
  kQuestions,    // opens the page of the questions from the floor
  kAccept,       // the proposal
  kEndLater,     // everything shifts
  kChoose,       // other lengths than proposed
  kAddTyped,     // the typed minutes
  kTakeTyped,    // the same, off
  kCountToEnd,   // the displays count to the planned end
  kCountToPart,  // the displays count the part
  kLock,         // the desk asks for a PIN again
  kAgenda,       // opens the page of what a new visit pack changes
  kApply,        // takes the new visit pack
  kNotNow,       // leaves it for later
  kSetting,      // opens the page where a person sets the clock
  kSetClock,     // it is the chosen day and the typed time
  kClose         // back to the desk
};
struct ControlButton {
  Control control = Control::kStart;
  std::string label;
  friend bool operator==(const ControlButton&, const ControlButton&) = default;
};

// A question that a button asks before it does something that people would notice.
struct DeskAsk {
  std::string text;
  ControlButton no;
  ControlButton yes;
  friend bool operator==(const DeskAsk&, const DeskAsk&) = default;
};

struct SpeakingRow {
  std::string group;  // its id
  std::string name;
  int bar = 0;  // 1/1000 of the longest bar
  std::string share;
  bool has_floor = false;
  friend bool operator==(const SpeakingRow&, const SpeakingRow&) = default;
};
struct SpeakingCard {
  std::string title;
  std::vector<SpeakingRow> rows;
  std::string hint;
  friend bool operator==(const SpeakingCard&, const SpeakingCard&) = default;
};

struct FloorRow {
  std::string id;
  std::string text;
  std::string supports;
  bool picked = false;
  friend bool operator==(const FloorRow&, const FloorRow&) = default;
};
struct FloorCard {
  std::string title;  // a touch opens all of them
  std::string count;
  std::vector<FloorRow> rows;  // those that come first
  std::string empty;           // where nobody has asked anything
  ControlButton note;          // "Note a key learning point"
  friend bool operator==(const FloorCard&, const FloorCard&) = default;
};

// What has come to the desk and waits for a decision. A touch opens its page.
struct DeskNews {
  std::string text;
  Tone tone = Tone::kCalm;
  Control opens = Control::kAgenda;
  friend bool operator==(const DeskNews&, const DeskNews&) = default;
};

// What a room display may show.
using SignView = std::variant<RoomView, WelcomeView, DayView, BreakView, FloorQuestionView, LearningView,
                              AnnouncementView, MessageView, ResultsView>;

struct ModeratorView {
  Tongue tongue;
  DeskStrip strip;
  std::vector<RundownRow> rows;
  bool rows_are_sessions = false;  // a touch loads one; a part is gone to
  std::string rows_end;            // "Ends 12:45 · planned 12:38"
  std::string title;
  std::string length;
  std::string countdown;
  Tone tone = Tone::kCalm;
  std::string state;
  std::optional<TimeBar> bar;
  std::vector<ControlButton> adjust;    // beside the countdown; kClocks without a label: no clock runs
  std::vector<ControlButton> controls;  // below it; the last is the main one, where nothing rests there
  std::string resting;                  // in the place of Next, where there is no next part
  std::optional<DeskAsk> ask;           // in place of the controls
  std::string problem;                  // "Nothing is loaded..."; empty when all is well
  std::string proposal;                 // what could be done about the delay, in words; a touch shows it
  std::optional<DeskNews> news;         // of visit pack or clock; stands in the place of the proposal
  std::optional<SpeakingCard> speaking;
  std::optional<FloorCard> floor;
  std::optional<SignView> display;  // what the room sees, shown small
  ControlButton screen;             // beside it
  friend bool operator==(const ModeratorView&, const ModeratorView&) = default;
};

// Who are you, and the PIN of that role.
struct DeskRoleButton {
  DeskRole role = DeskRole::kModerator;
  std::string label;
  bool chosen = false;
  friend bool operator==(const DeskRoleButton&, const DeskRoleButton&) = default;
};
struct PinView {
  Tongue tongue;
  DeskStrip strip;
  std::string headline;
  std::vector<DeskRoleButton> roles;
  std::string hint;
  Tone tone = Tone::kCalm;  // of the hint: red after a wrong PIN
  int typed = 0;            // digits
  int digits = 4;           // that the PIN has
  bool waits = false;       // too many wrong tries: no key can be pressed
  Keyboard pad;
  std::optional<ControlButton> close;  // on a device without a desk
  friend bool operator==(const PinView&, const PinView&) = default;
};

// A plan for a session that runs late.
struct ProposalRow {
  std::string segment;  // its id
  std::string title;
  std::string planned;   // its length, or the time at which it holds
  std::string proposed;  // "18 min", "stays", "fixed"
  bool changes = false;
  bool can_change = false;  // a person chooses: a minute more, a minute less
  friend bool operator==(const ProposalRow&, const ProposalRow&) = default;
};
struct ProposalView {
  Tongue tongue;
  DeskStrip strip;
  std::string headline;
  std::vector<ProposalRow> rows;
  std::string note;
  Tone tone = Tone::kCalm;              // of the note: amber where time is still missing
  std::vector<ControlButton> controls;  // the last is the main one
  friend bool operator==(const ProposalView&, const ProposalView&) = default;
};

// What a new visit pack changes, session by session; or what is wrong with it.
struct ChangeRow {
  std::string label;  // "Moved · Another room"
  Tone tone = Tone::kCalm;
  std::string title;
  std::string detail;
  friend bool operator==(const ChangeRow&, const ChangeRow&) = default;
};
struct ChangesView {
  Tongue tongue;
  DeskStrip strip;
  std::string headline;
  std::vector<ChangeRow> rows;
  std::string empty;  // where there are none
  std::string note;
  std::vector<ControlButton> controls;  // the last is the main one
  friend bool operator==(const ChangesView&, const ChangesView&) = default;
};

// What a person sets by touching one of several: what the display shows, clocks, questions from the floor.
struct OptionGroup {
  std::string id;
  std::string label;
  std::string value;  // beside the label
  Tone tone = Tone::kCalm;
  std::vector<ChoiceButton> options;
  bool opens = false;   // a touch on the label shows its options, or hides them
  bool chosen = false;  // its options are shown
  friend bool operator==(const OptionGroup&, const OptionGroup&) = default;
};
struct OptionsView {
  Tongue tongue;
  DeskStrip strip;
  std::string headline;
  Tone tone = Tone::kCalm;  // of the headline: red where it is a problem
  std::vector<OptionGroup> groups;
  std::string empty;                // where there are none
  std::optional<SignView> display;  // what the room sees
  std::vector<ControlButton> controls;
  friend bool operator==(const OptionsView&, const OptionsView&) = default;
};

// Minutes that are typed, and how the clock behaves; or the day and time that it is.
struct TimeView {
  Tongue tongue;
  DeskStrip strip;
  std::string headline;
  std::string typed;
  std::string meaning;  // "12 min more: ends 11:02"
  Tone tone = Tone::kCalm;
  Keyboard pad;
  std::vector<ChoiceButton> days;       // one to choose; none: only a length of time is asked
  std::vector<ControlButton> modes;     // each changes how the clock behaves
  std::vector<ControlButton> controls;  // the last is the main one
  friend bool operator==(const TimeView&, const TimeView&) = default;
};

// A page with a keyboard: what is noted, or what is written to the room.
struct WritingLine {
  std::string id;
  std::string number;  // empty: a sentence that is ready to be used
  std::string text;
  bool chosen = false;  // its actions are shown
  friend bool operator==(const WritingLine&, const WritingLine&) = default;
};
enum class NoteAction { kUp, kDown, kEdit, kRemove };
struct NoteActionButton {
  NoteAction action = NoteAction::kUp;
  std::string label;
  friend bool operator==(const NoteActionButton&, const NoteActionButton&) = default;
};
struct WritingView {
  Tongue tongue;
  DeskStrip strip;
  std::string title;
  std::string count;
  std::vector<WritingLine> lines;
  std::vector<NoteActionButton> actions;  // of the chosen note
  TextBody entry;
  std::string kinds_label;
  std::vector<ChoiceButton> kinds;
  std::vector<ChoiceButton> more_kinds = {};  // of another sort, on lines of their own
  std::string may_leave;                      // label; empty in an open session
  bool leaves = false;
  std::optional<ControlButton> close;  // of a moderator who came from the desk
  std::string problem;                 // in place of the title
  friend bool operator==(const WritingView&, const WritingView&) = default;
};

}  // namespace tertulia
