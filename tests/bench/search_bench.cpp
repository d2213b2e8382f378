// SPDX-License-Identifier: Apache-2.0
// What a key costs in a list of 100,000 choices, by the way of a kiosk: the press and the view of what it
// finds. A frame has 16 ms.
#include <string>

#include <benchmark/benchmark.h>

#include "tests/app/visitor.h"

namespace tertulia {
namespace {

// Names like those of villages: some begin with what is typed, many have it inside.
std::vector<Choice> villages(std::int64_t count) {
  constexpr const char* kParts[] = {"São ",  "vila", "nova", "Ponte ", "da ",
                                    "porto", "Ába",  "ren",  "tes",    "el"};
  std::vector<Choice> choices;
  for (std::int64_t at = 0; at < count; ++at) {
    std::string label;
    for (std::int64_t left = at; left > 0; left /= 10) label += kParts[left % 10];
    label += " " + std::to_string(at);
    choices.push_back({"v" + std::to_string(at), LocalizedText("en", label)});
  }
  return choices;
}

test::Visitor before_list(std::int64_t count) {
  test::Visitor visitor;
  Question question;
  question.name = "village";
  question.kind = SelectOne{villages(count)};
  visitor.device_state.pack.questionnaires[1].pages = {{{}, {question}}};
  return visitor;
}

// Letters that find almost everything, and one that finds nothing.
void press_in_list(benchmark::State& state, const char* typed) {
  test::Visitor visitor = before_list(state.range(0));
  visitor.wants(intent::Begin{});
  for (auto unused : state) {
    (void)unused;
    visitor.wants(intent::PressKey{{KeyKind::kCharacter, typed, typed}});
    benchmark::DoNotOptimize(visitor.shows<QuestionView>());
    visitor.wants(intent::PressKey{{KeyKind::kBackspace, "", ""}});
  }
}
BENCHMARK_CAPTURE(press_in_list, common, "e")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(press_in_list, rare, "9")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(press_in_list, none, "x")->Arg(100'000)->Unit(benchmark::kMillisecond);

// Once for each respondent: the form is frozen for them, and the list made ready.
void open_list(benchmark::State& state) {
  test::Visitor visitor = before_list(state.range(0));
  for (auto unused : state) {
    (void)unused;
    visitor.wants(intent::Begin{});
    visitor.wants(intent::Back{});
  }
}
BENCHMARK(open_list)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tertulia
