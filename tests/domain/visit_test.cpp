// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/visit.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

TEST(visit, finds_a_room_by_its_id) {
  Visit visit;
  visit.rooms = {Room{"main", LocalizedText("en", "Main hall")}, Room{"annex", {}}};
  ASSERT_NE(visit.room("main"), nullptr);
  EXPECT_EQ(visit.room("main")->name.in("en"), "Main hall");
  EXPECT_EQ(visit.room("attic"), nullptr);
}

TEST(visit, the_first_language_is_the_default) {
  Visit visit;
  visit.languages = {"sw", "en"};
  EXPECT_EQ(visit.default_language(), "sw");
}

TEST(visit_pack, finds_a_questionnaire_by_its_id) {
  VisitPack pack;
  pack.questionnaires.resize(2);
  pack.questionnaires[1].id = "pulse";
  EXPECT_EQ(pack.questionnaire("pulse"), &pack.questionnaires[1]);
  EXPECT_EQ(pack.questionnaire("survey"), nullptr);
}

}  // namespace
}  // namespace tertulia
