// SPDX-License-Identifier: Apache-2.0
// What a person wants, as values: the only thing that a screen gives back.
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
struct Choose {
  std::string question;
  std::string choice;
};  // taps a choice: chooses it, or takes it back
struct ChooseStep {
  std::string question;
  int step = 0;
};  // of a scale; counts from 0
struct PressKey {
  Key key;
};
struct HoldKey {
  Key key;
};  // a finger rested on it
struct SelectWord {
  std::size_t offset = 0;
};  // byte offset in the word that a finger rested on
struct PlaceCaret {
  std::size_t offset = 0;
};  // byte offset at a grapheme boundary
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
struct ShowStatus {};  // of the device, on this screen
}  // namespace intent

using Intent =
    std::variant<intent::ChooseLanguage, intent::Begin, intent::Choose, intent::ChooseStep, intent::PressKey,
                 intent::HoldKey, intent::SelectWord, intent::PlaceCaret, intent::Next, intent::Skip,
                 intent::Back, intent::Done, intent::ReadAloud, intent::GoOn, intent::StartOver,
                 intent::Steer, intent::LoadSession, intent::ShowStatus>;

}  // namespace tertulia
