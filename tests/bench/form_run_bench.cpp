// SPDX-License-Identifier: Apache-2.0
// What a press costs by the way of a kiosk: all answers go in, the whole form comes out. A frame has 16 ms; a
// press of a form of 600 rows has to be answered in 0.2 ms at the median, one of 10,000 rows in 2 ms.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "drivers/forms/xform_runner.h"
#include "tests/bench/long_form.h"

namespace tertulia {
namespace {

std::shared_ptr<const Questionnaire> bench_form(const benchmark::State& state) {
  return std::make_shared<const Questionnaire>(long_form(static_cast<int>(state.range(0))));
}

void merge(Answers& answers, const Answers& given) {
  for (const auto& [name, value] : given)
    if (std::holds_alternative<std::monostate>(value))
      answers.erase(name);
    else
      answers[name] = value;
}

// Every question is pressed in turn, while most have an answer. Shown: the median and the slowest press.
void press_through_port(benchmark::State& state) {
  XFormRunner runner;
  const auto form = bench_form(state);
  const auto run = runner.begin(form, {"en"});
  Answers answers = run->now().given;
  std::vector<double> times;
  std::size_t presses = 0;
  const auto press = [&] {
    const std::size_t round = presses / form->pages.size();
    const Question& question = form->pages[presses++ % form->pages.size()].questions.front();
    answers[question.name] = std::to_string((presses + round) % 7);
    const std::clock_t start = std::clock();
    const FormNow& now = run->take(answers, WallTime(std::chrono::seconds(presses)));
    times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    merge(answers, now.given);
  };
  while (presses < form->pages.size()) press();
  times.clear();
  for (auto unused : state) {
    (void)unused;
    press();
  }
  std::sort(times.begin(), times.end());
  std::array<char, 64> label{};
  std::snprintf(label.data(), label.size(), "%.3f ms (%.1f at worst)", times[times.size() / 2], times.back());
  state.SetLabel(label.data());
}
BENCHMARK(press_through_port)->Arg(600)->Arg(10'000)->Unit(benchmark::kMicrosecond);

// A second respondent: the form is compiled already.
void begin_again(benchmark::State& state) {
  XFormRunner runner;
  const auto form = bench_form(state);
  const auto first = runner.begin(form, {"en"});
  for (auto unused : state) {
    (void)unused;
    const auto equal = std::make_shared<const Questionnaire>(*form);
    benchmark::DoNotOptimize(runner.begin(equal, {"en"}));
  }
}
BENCHMARK(begin_again)->Arg(600)->Arg(10'000)->Unit(benchmark::kMillisecond);

void begin_first(benchmark::State& state) {
  const auto form = bench_form(state);
  for (auto unused : state) {
    (void)unused;
    XFormRunner runner;
    benchmark::DoNotOptimize(runner.begin(form, {"en"}));
  }
}
BENCHMARK(begin_first)->Arg(600)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tertulia
