// SPDX-License-Identifier: Apache-2.0
// The answers that a room sees on its display. They are made of the shares of the room's kiosks and of
// nothing else. Pure.
#pragma once

#include <string>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/numbers/threshold.h"
#include "firmware/domain/questionnaire.h"
#include "firmware/domain/room/room_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

struct ShownAnswers {
  const RoomState& room;
  std::string session;  // slug of the one that the answers are about
  const std::vector<Questionnaire>& forms;
  const Catalogue& words;
  const Language& fallback;  // of the visit
  numbers::Threshold threshold;
};

// Writes everything of the view but tongue and header; of the header its name and detail.
void show_answers(ResultsView& view, const ShownAnswers& answers);

}  // namespace tertulia
