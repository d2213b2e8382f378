// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows. Part of views.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/packed_picture.h"
#include "firmware/domain/private_text.h"
#include "firmware/domain/qr_code.h"
#include "firmware/ports/views/parts.h"

namespace tertulia {

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
  PackedPicture picture = {};  // above the label, where it is one
  friend bool operator==(const ChoiceButton&, const ChoiceButton&) = default;
};

// A sentence for the person who stands there, above everything else.
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
  std::string detail = {};          // instead of both: no answers are taken, and what to do
  std::string why = {};             // with it: the sentence for whoever mends it
  std::string privacy;
  std::vector<LanguageButton> languages;
  bool can_read_aloud = false;
  std::optional<Notice> notice = {};  // what became of the answers that a restart interrupted; or to wait
  std::string other = {};             // label of the button to what else the kiosk offers; empty: nothing
  bool busy = false;  // somebody has touched it and waits for the store: nothing can be pressed
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
  int at_once = 0;                        // as in ChoicesBody, rows
  std::vector<std::string> choices = {};  // stored values, where the steps are choices in words; else empty
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
  kHide,  // puts the keyboard away
  kGap    // no key, only room
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
  PrivateText text;
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
struct RankRow {
  std::string name;
  std::string label;
  int place = 0;  // 0: none yet
  friend bool operator==(const RankRow&, const RankRow&) = default;
};
struct RankBody {
  std::string question;
  std::vector<RankRow> rows;  // those with a place first, in their order
  friend bool operator==(const RankBody&, const RankBody&) = default;
};
struct StarsBody {
  std::string question;
  std::vector<std::string> values;  // of each star, for reading aloud
  std::optional<int> chosen;        // index of the last star that is lit
  friend bool operator==(const StarsBody&, const StarsBody&) = default;
};
struct SliderBody {
  std::string question;
  std::vector<std::string> values;  // at least one, from one end to the other
  std::optional<int> chosen;        // index of a value
  friend bool operator==(const SliderBody&, const SliderBody&) = default;
};
// A long list: what is typed, and the choices that it finds.
struct SearchBody {
  std::string question;
  bool several = false;
  TextBody field;           // without a keyboard while that is put away
  std::string placeholder;  // while nothing is typed
  std::string count;        // "1–50 of 2,400", or that nothing was found
  std::vector<ChoiceButton> chosen;
  std::vector<ChoiceButton> found;  // one part of them, without those that are chosen
  std::size_t part = 0;             // counted from 0
  std::string before;               // label of the button to the part before; empty: this is the first
  std::string after;                // and to the one behind it
  friend bool operator==(const SearchBody&, const SearchBody&) = default;
};
struct NoteBody {
  std::string answer;  // shown, and nobody may change it; empty: there is none
  friend bool operator==(const NoteBody&, const NoteBody&) = default;
};
using QuestionBody = std::variant<ChoicesBody, FacesBody, ScaleBody, TextBody, NoteBody, RankBody, StarsBody,
                                  SliderBody, SearchBody>;

struct QuestionView {
  Tongue tongue;
  std::string page;  // changes with the question: a new page ignores touches for a moment
  int number = 0;    // of the page, 1..total
  int total = 0;
  std::string progress;  // "2 of 5"
  std::string group;     // title of the group that the question is in; empty: none
  std::string headline;
  std::string hint;
  std::string problem;  // what is wrong with the answer, or "not saved"; empty when all is well
  QuestionBody body;
  std::string skip;  // empty when the question is required
  std::string next;
  bool can_go_back = false;
  bool can_read_aloud = false;
  bool busy = false;  // being saved: nothing can be pressed
  PackedPicture picture = {};
  friend bool operator==(const QuestionView&, const QuestionView&) = default;
};

struct ThanksView {
  Tongue tongue;
  std::string headline;
  std::string detail;
  std::string done;
  RingTime ring;             // until the next person
  std::string contact = {};  // label of the button to leave a contact; empty: none can be left
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

// ---- what a kiosk offers beside its questionnaire ----

enum class MenuItemKind { kFeedback, kQuestion, kProgramme, kContact };
struct MenuItem {
  MenuItemKind kind = MenuItemKind::kFeedback;
  std::string title;
  std::string detail;
  std::string form = {};  // id of a questionnaire that the menu offers beside the one for now
  friend bool operator==(const MenuItem&, const MenuItem&) = default;
};
// "What would you like to do?"
struct MenuView {
  Tongue tongue;
  std::string title;
  std::string detail;  // "Sala Magna, day 2 of 4"
  std::string clock;
  std::string headline;
  std::vector<MenuItem> items;  // one to four, and a further one for each questionnaire
  std::vector<LanguageButton> languages;
  std::optional<Notice> notice = {};  // what became of the answers that a restart interrupted
  friend bool operator==(const MenuView&, const MenuView&) = default;
};

struct AskedQuestion {
  std::string id;
  std::string text;
  std::string supports;    // a number
  bool supported = false;  // by the person who stands here
  friend bool operator==(const AskedQuestion&, const AskedQuestion&) = default;
};
// Questions from the floor: a person supports those of others, and asks an own one.
struct AskView {
  Tongue tongue;
  std::string title;
  std::string room;
  std::string clock;
  std::string headline;
  std::string hint;
  std::vector<AskedQuestion> questions;
  std::string back;
  std::string ask;  // empty: the list is full, and no further question can be asked
  friend bool operator==(const AskView&, const AskView&) = default;
};

// The contact that a person leaves: its texts, and whether others of the visit may see it.
enum class ContactPart { kName, kAddress, kOffer, kForOthers };
struct ContactField {
  ContactPart part = ContactPart::kName;
  std::string label;
  PrivateText text;
  std::string problem;           // empty when all is well
  bool reads_from_left = false;  // in every language
  friend bool operator==(const ContactField&, const ContactField&) = default;
};
struct ContactView {
  Tongue tongue;
  std::string title;
  std::string clock;
  std::string headline;
  std::vector<ContactField> fields;
  std::string for_others;
  bool is_for_others = false;
  std::string promise;  // what happens to it
  std::string details;
  std::string problem;  // not saved; empty when all is well
  std::string back;
  std::string save;
  bool busy = false;  // being saved: nothing can be pressed
  friend bool operator==(const ContactView&, const ContactView&) = default;
};

struct ProgrammeRow {
  std::string time;  // "10:30"
  std::string title;
  std::string room;
  bool is_over = false;
  bool is_running = false;
  friend bool operator==(const ProgrammeRow&, const ProgrammeRow&) = default;
};
// The programme of a day, and a code to take it along.
struct ProgrammeView {
  Tongue tongue;
  std::string title;
  std::string day;
  std::string clock;
  std::vector<ProgrammeRow> rows;
  std::string empty;  // instead of rows
  QrCode code;        // no side: none
  std::string code_label;
  std::string back;  // empty: this is the first page
  std::vector<LanguageButton> languages;
  friend bool operator==(const ProgrammeView&, const ProgrammeView&) = default;
};

}  // namespace tertulia
