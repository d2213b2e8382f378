// SPDX-License-Identifier: Apache-2.0
// What a screen shows, as values: finished texts in the right language, no layout, no colours. One View per
// screen kind; `ui` has one draw() for each. Equal Views look alike, so a View that did not change is not
// drawn again. The folder `views` has one header for each role.
#pragma once

#include <variant>

#include "firmware/ports/compiled_once.h"
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
                 ResultsView, NightView, MenuView, AskView, ContactView, ProgrammeView, ModeratorView,
                 PinView, ProposalView, ChangesView, OptionsView, TimeView, WritingView, StatusView>;

using View = CompiledOnce<AnyView>;
extern template struct CompiledOnce<AnyView>;

}  // namespace tertulia
