// SPDX-License-Identifier: Apache-2.0
// After a reset nothing of what somebody typed is left in the memory of the screens.
#include <gtest/gtest.h>

#include "tests/support/own_memory.h"
#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

constexpr std::size_t kRun = 8;  // letters in a row that count as a trace

std::string first_of(const std::vector<std::string>& traces) {
  std::string text = std::to_string(traces.size()) + " traces\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(traces.size(), 12); ++i) text += traces[i] + "\n";
  return text;
}

// Types the letters as a person does, key by key, with a picture after each.
void type(Shown& screen, const Sentinel& sentinel) {
  auto& body = std::get<TextBody>(std::get<QuestionView>(screen.view).body);
  body.text.clear();
  for (std::size_t i = 0; i < Sentinel::kLength; ++i) {
    body.text.push_back(sentinel.letter(i));
    body.caret = body.text.size();
    screen.settle({});
  }
}

TEST(memory, what_was_typed_is_found_while_it_is_shown_and_never_after_the_reset) {
  const Sentinel sentinel;
  Shown screen(sample_view("text"), {800, 480});
  type(screen, sentinel);
  EXPECT_FALSE(traces_of(sentinel, kRun).empty());  // or the search is blind
  screen.reset();
  screen.view = sample_view("home");
  screen.settle({});
  const auto traces = traces_of(sentinel, kRun);
  EXPECT_TRUE(traces.empty()) << first_of(traces);
}

TEST(memory, what_a_contact_shows_is_never_found_after_the_reset) {
  const Sentinel sentinel;
  Shown screen(sample_view("contact"), {800, 480});
  for (ContactField& field : std::get<ContactView>(screen.view).fields)
    for (std::size_t i = 0; i < Sentinel::kLength; ++i) field.text.push_back(sentinel.letter(i));
  screen.settle({});
  EXPECT_FALSE(traces_of(sentinel, kRun).empty());
  screen.reset();
  screen.view = sample_view("home");
  screen.settle({});
  const auto traces = traces_of(sentinel, kRun);
  EXPECT_TRUE(traces.empty()) << first_of(traces);
}

}  // namespace
