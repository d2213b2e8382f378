// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/visit.h"

#include <algorithm>

namespace tertulia {

const Room* Visit::room(std::string_view room_id) const {
  const auto found =
      std::find_if(rooms.begin(), rooms.end(), [&](const Room& each) { return each.id == room_id; });
  return found == rooms.end() ? nullptr : &*found;
}

const Questionnaire* VisitPack::questionnaire(std::string_view form_id) const {
  const auto found = std::find_if(questionnaires.begin(), questionnaires.end(),
                                  [&](const Questionnaire& each) { return each.id == form_id; });
  return found == questionnaires.end() ? nullptr : &*found;
}

}  // namespace tertulia
