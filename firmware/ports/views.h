// SPDX-License-Identifier: Apache-2.0
// What a screen shows, as values: finished texts in the right language, no layout, no colours. One View per
// screen kind; `ui` has one draw() for each. Equal Views look alike, so a View that did not change is not
// drawn again. The folder `views` has one header for each role.
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "firmware/ports/views/desk.h"
#include "firmware/ports/views/kiosk.h"
#include "firmware/ports/views/parts.h"
#include "firmware/ports/views/room.h"
#include "firmware/ports/views/signs.h"
#include "firmware/ports/views/status.h"

namespace tertulia {

using AnyView =
    std::variant<AttractView, QuestionView, ThanksView, StillThereView, RoomView, DoorView, WelcomeView,
                 DayView, BreakView, FloorQuestionView, LearningView, AnnouncementView, MessageView,
                 ResultsView, NightView, MenuView, AskView, ProgrammeView, ModeratorView, PinView,
                 ProposalView, ChangesView, OptionsView, TimeView, WritingView, StatusView>;

// Its copies and the rest are compiled once, in views.cpp: a variant of so many types costs each source that
// only hands it on seconds.
struct View : AnyView {
  template <class Alternative>
  requires(!std::is_base_of_v<AnyView, std::remove_cvref_t<Alternative>>)
      View(Alternative&& alternative)  // NOLINT(google-explicit-*,bugprone-forwarding-*)
      : AnyView(std::forward<Alternative>(alternative)) {}
  View();
  View(const View& other);
  View(View&& other) noexcept;
  View& operator=(const View& other);
  View& operator=(View&& other) noexcept;
  ~View();
  friend bool operator==(const View& one, const View& other);
};

}  // namespace tertulia
