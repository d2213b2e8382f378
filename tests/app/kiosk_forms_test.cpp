// SPDX-License-Identifier: Apache-2.0
// A kiosk with questionnaires of its own: one that it always asks, or several in its menu.
#include "firmware/app/kiosk/kiosk_forms.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/app/kiosk/offers.h"
#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

// Beside a session that has just ended, about which the form "full" asks.
Visitor at_kiosk_with(std::vector<std::string> forms, const Now& now = at(11, 45)) {
  Visitor visitor(now);
  visitor.settings.asks = KioskAsks::kEnded;
  visitor.settings.forms = std::move(forms);
  visitor.state = fresh_kiosk(visitor.context());
  return visitor;
}

// The ids of questionnaires in the menu; "" is the one for now.
std::vector<std::string> in_menu(const Visitor& visitor) {
  const KioskContext context = visitor.context();
  std::vector<std::string> forms;
  for (const MenuItem& item : menu_items(context, context.device_state.catalogues.of("en")))
    if (item.kind == MenuItemKind::kFeedback) forms.push_back(item.form);
  return forms;
}

const kiosk::Asking& asking(const Visitor& visitor) { return std::get<kiosk::Asking>(visitor.state); }

TEST(kiosk_forms, one_questionnaire_is_asked_at_any_time_about_no_session) {
  for (const Now& now : {at(10, 45), at(11, 45), at(23, 30)}) {
    Visitor visitor = at_kiosk_with({"full"}, now);
    EXPECT_THAT(in_menu(visitor), ElementsAre(""));
    visitor.wants(intent::Choose{"useful", "4"});
    ASSERT_TRUE(visitor.is_at<kiosk::Asking>());
    EXPECT_EQ(asking(visitor).submission.form, "full");
    EXPECT_EQ(asking(visitor).submission.session, "");
    EXPECT_EQ(asking(visitor).label, std::chrono::floor<std::chrono::hours>(now.wall));
  }
}

TEST(kiosk_forms, several_stand_in_the_menu_beside_the_one_of_the_session) {
  const Visitor visitor = at_kiosk_with({"pulse", "full"});
  EXPECT_THAT(in_menu(visitor), ElementsAre("", "pulse", "full"));
  EXPECT_EQ(to_ask(visitor.device_state, visitor.settings, visitor.now).session->slug().text(), "status");
}

TEST(kiosk_forms, one_of_the_menu_is_asked_about_no_session) {
  Visitor visitor = at_kiosk_with({"pulse", "full"});
  visitor.wants(intent::ShowMenu{});
  visitor.wants(intent::ChooseItem{MenuItemKind::kFeedback, "full"});
  ASSERT_TRUE(visitor.is_at<kiosk::Asking>());
  EXPECT_EQ(asking(visitor).submission.form, "full");
  EXPECT_EQ(asking(visitor).submission.session, "");
}

TEST(kiosk_forms, the_one_of_the_session_is_asked_about_it) {
  Visitor visitor = at_kiosk_with({"pulse", "full"});
  visitor.wants(intent::ShowMenu{});
  visitor.wants(intent::ChooseItem{MenuItemKind::kFeedback});
  ASSERT_TRUE(visitor.is_at<kiosk::Asking>());
  EXPECT_EQ(asking(visitor).submission.session, "status");
}

TEST(kiosk_forms, with_no_session_to_ask_about_the_menu_is_all_there_is) {
  const Visitor visitor = at_kiosk_with({"pulse", "full"}, at(23, 30));
  EXPECT_THAT(in_menu(visitor), ElementsAre("pulse", "full"));
  EXPECT_TRUE(std::holds_alternative<MenuView>(kiosk_view(visitor.state, visitor.context())));
}

TEST(kiosk_forms, what_is_asked_anyhow_stands_in_the_menu_once) {
  Visitor visitor = at_kiosk_with({"pulse", "full"}, at(23, 30));
  visitor.settings.asks = KioskAsks::kAlways;  // about no session at that hour
  EXPECT_THAT(in_menu(visitor), ElementsAre("", "pulse"));
}

TEST(kiosk_forms, one_that_the_visit_does_not_have_is_not_offered) {
  const Visitor one = at_kiosk_with({"venue"});
  EXPECT_THAT(in_menu(one), ElementsAre(""));
  EXPECT_EQ(to_ask(one.device_state, one.settings, one.now).session->slug().text(), "status");
  EXPECT_THAT(missing_forms(one.device_state, one.settings), ElementsAre("venue"));
  const Visitor several = at_kiosk_with({"venue", "pulse"});
  EXPECT_THAT(in_menu(several), ElementsAre("", "pulse"));
}

TEST(kiosk_forms, one_that_a_new_pack_has_taken_away_is_not_opened) {
  Visitor visitor = at_kiosk_with({"pulse", "full"});
  visitor.wants(intent::ShowMenu{});
  std::erase_if(visitor.device_state.pack.questionnaires,
                [](const auto& each) { return each.id == "pulse"; });
  visitor.wants(intent::ChooseItem{MenuItemKind::kFeedback, "pulse"});
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
}

}  // namespace
