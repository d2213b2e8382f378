// SPDX-License-Identifier: Apache-2.0
// What a person wants, as values. A screen returns nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "firmware/domain/text.h"
#include "firmware/ports/compiled_once.h"
#include "firmware/ports/views.h"

namespace tertulia {

namespace intent {
struct ChooseLanguage {
  Language language;
};
struct Begin {};
// A tap on a choice: chooses it, or takes it back.
struct Choose {
  std::string question;
  std::string choice;
};
// A step of a scale, counted from 0.
struct ChooseStep {
  std::string question;
  int step = 0;
};
// A choice was dragged to a place in an order, counted from 0.
struct MoveChoice {
  std::string question;
  std::string choice;
  std::size_t place = 0;
};
// The next part of a long list, or the one before it.
enum class ListTurn { kBefore, kAfter };
struct TurnList {
  ListTurn turn = ListTurn::kAfter;
};
struct PressKey {
  Key key;
};
// A finger rested on the key.
struct HoldKey {
  Key key;
};
// Byte offset in the word on which a finger rested.
struct SelectWord {
  std::size_t offset = 0;
};
// Byte offset at a grapheme boundary.
struct PlaceCaret {
  std::size_t offset = 0;
};
struct Next {};
struct Skip {};
struct Back {};
struct Done {};
struct ReadAloud {};
struct GoOn {};
struct StartOver {};
struct Steer {
  Control control = Control::kStart;
};
struct LoadSession {
  std::string session;
};
// The other things that a kiosk offers.
struct ShowMenu {};
// A choice of a kiosk's menu.
struct ChooseItem {
  MenuItemKind kind = MenuItemKind::kFeedback;
  std::string form = {};  // see MenuItem
};
// A part of the contact: to type it, or to tick it.
struct EditContact {
  ContactPart part = ContactPart::kName;
};
// "This question is mine, too", or no longer.
struct Support {
  std::string question;  // its id
};
struct AskQuestion {};
// A part of the running session: go there.
struct GoToPart {
  std::string segment;
};
struct ChooseRole {
  DeskRole role = DeskRole::kModerator;
};
// A group takes the floor, or gives it back.
struct GiveFloor {
  std::string group;
};
// A question from the floor: show it to the room, or take it off.
struct PickQuestion {
  std::string question;
};
// A person chooses the length of a part that is still to come.
struct ChangeLength {
  std::string segment;
  int minutes = 0;  // more, or less when negative
};
// One of several that a person sets at the desk; an empty option: the group itself.
struct ChooseOption {
  std::string group;
  std::string option;
};
// A line of a page with a keyboard: a note, whose actions are then shown, or a sentence to use.
struct ChooseNote {
  std::string note;
};
struct ChangeNote {
  NoteAction action = NoteAction::kUp;
};
struct ChooseKind {
  std::string kind;
};
struct ToggleLeave {};
// The status of the device, on this screen.
struct ShowStatus {};
}  // namespace intent

using AnyIntent =
    std::variant<intent::ChooseLanguage, intent::Begin, intent::Choose, intent::ChooseStep,
                 intent::MoveChoice, intent::TurnList, intent::PressKey, intent::HoldKey, intent::SelectWord,
                 intent::PlaceCaret, intent::Next, intent::Skip, intent::Back, intent::Done,
                 intent::ReadAloud, intent::GoOn, intent::StartOver, intent::Steer, intent::LoadSession,
                 intent::ShowMenu, intent::ChooseItem, intent::EditContact, intent::Support,
                 intent::AskQuestion, intent::GoToPart, intent::ChooseRole, intent::GiveFloor,
                 intent::PickQuestion, intent::ChangeLength, intent::ChooseOption, intent::ChooseNote,
                 intent::ChangeNote, intent::ChooseKind, intent::ToggleLeave, intent::ShowStatus>;

using Intent = CompiledOnce<AnyIntent>;
extern template struct CompiledOnce<AnyIntent>;

}  // namespace tertulia
