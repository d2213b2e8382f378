// SPDX-License-Identifier: Apache-2.0
// The attacker of the honest numbers. It knows how the program works, who came when and from where, and the
// answers of some people. It has written down everything that was ever shown. It lists all worlds (who
// answered what) in which exactly that would have been shown, and looks whether somebody's answer is the same
// in all of them.
//
// attack() tries every world of a layout, every set of people whose answers are known, and every victim. So
// for this layout it finds a leak if there is one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tertulia::numbers {

// One answer for each person, in the order of their coming: 0, 1, 2...
using World = std::vector<std::size_t>;
// Everything that anybody can see in this world, from the first look to the last.
using Shower = std::function<std::string(const World&)>;

struct Layout {
  std::size_t people = 0;   // at most 16
  std::size_t choices = 2;  // at most 4
  // What the attacker wants to know of a choice; by itself, which one it was. With {0, 1, 1} it is enough to
  // know that somebody did not choose the first.
  std::vector<std::size_t> secrets = {0, 1, 2, 3};
};

struct Verdict {
  std::size_t worlds = 0;  // that were tried
  std::size_t looks = 0;   // different things that could be seen
  bool is_safe = true;
  std::string how;  // of a leak: what was seen, and who was betrayed
};

// `knows`: of how many people the attacker knows the answers.
[[nodiscard]] Verdict attack(const Layout& layout, std::size_t knows, const Shower& shower);

// The same for many people who choose one of two: in each cell (a session, those who speak French in it) they
// look alike to everybody, so a world is how many of each cell chose the first.
using Cells = std::vector<std::size_t>;
using CellShower = std::function<std::string(const Cells&)>;
[[nodiscard]] Verdict attack_cells(const Cells& sizes, std::size_t knows, const CellShower& shower);

// "Nobody could tell" in the words of a test: EXPECT_TRUE(attack(...).is_safe) with the reason.
[[nodiscard]] std::string to_text(const Verdict& verdict);

}  // namespace tertulia::numbers
