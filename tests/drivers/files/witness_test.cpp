// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/witness.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

struct witness : testing::Test {
  ScratchFolder folder;

  // What it lists of a kiosk with one target.
  [[nodiscard]] std::string lists(const View& view) const {
    auto opened = Witness::open({{}, folder / "targets"}, {{"kiosk", {}, 0}});
    EXPECT_TRUE(opened.ok());
    opened.value().see(0, {view, Painted{}, {{"next", {1, 2, 3, 4}}}}, BootTime{});
    return folder.read("targets.0");
  }
};

TEST_F(witness, lists_what_can_be_touched_and_where) {
  EXPECT_EQ(lists(AttractView{}), "kiosk\tnext\t1\t2\t3\t4\n");
}

TEST_F(witness, lists_what_is_said_of_answers_that_a_restart_interrupted) {
  AttractView view;
  view.notice = Notice{"They are saved.", Tone::kCalm};
  EXPECT_EQ(lists(view), "kiosk\tnext\t1\t2\t3\t4\nkiosk\tsays\tThey are saved.\n");
}

TEST_F(witness, lists_the_language_that_a_visitor_has_chosen) {
  AttractView view;
  view.languages = {{"en", "English"}, {"fr", "Français", true}};
  EXPECT_EQ(lists(view), "kiosk\tnext\t1\t2\t3\t4\nkiosk\tchosen\tlanguage:fr\n");
}

TEST_F(witness, lists_what_is_wrong_with_an_answer) {
  QuestionView view;
  view.problem = "Not saved.";
  EXPECT_EQ(lists(view), "kiosk\tnext\t1\t2\t3\t4\nkiosk\tsays\tNot saved.\n");
}

}  // namespace
}  // namespace tertulia
