// SPDX-License-Identifier: Apache-2.0
// What a person wants, as values. A screen returns nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "firmware/domain/text.h"
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
// The status of the device, on this screen.
struct ShowStatus {};
}  // namespace intent

using Intent =
    std::variant<intent::ChooseLanguage, intent::Begin, intent::Choose, intent::ChooseStep, intent::PressKey,
                 intent::HoldKey, intent::SelectWord, intent::PlaceCaret, intent::Next, intent::Skip,
                 intent::Back, intent::Done, intent::ReadAloud, intent::GoOn, intent::StartOver,
                 intent::Steer, intent::LoadSession, intent::ShowStatus>;

}  // namespace tertulia
