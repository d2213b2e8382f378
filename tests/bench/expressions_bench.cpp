// SPDX-License-Identifier: Apache-2.0
// What a press on a long form costs, and the choice among 100,000 entries. A frame has 16 ms; a press has to
// be answered in 2 ms at the median.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "firmware/formats/expressions/form_logic.h"
#include "tests/bench/long_form.h"

namespace tertulia {
namespace {

using namespace formats;

FormPlan long_plan() {
  FormPlan plan;
  plan.binds = long_form_binds(600);
  return plan;
}

// Every question is pressed in turn; the slowest press and the median are shown in milliseconds of processor.
void press_on_long_form(benchmark::State& state) {
  std::vector<FormFault> faults;
  const auto rules = FormRules::compile(long_plan(), faults);
  FormLogic logic(*rules, {});
  std::vector<std::string> paths;
  for (SchemaId id = 0; id < rules->schema().size(); ++id)
    if (rules->schema().node(id).kind == NodeKind::kQuestion) paths.push_back(rules->schema().node(id).path);
  std::vector<double> times;
  std::size_t presses = 0;
  for (auto unused : state) {
    (void)unused;
    const std::string& path = paths[presses % paths.size()];
    const bool is_first = presses % paths.size() == 0;
    const std::string answer =
        is_first ? (presses / paths.size() % 2 == 0 ? "none" : "1") : std::to_string(presses % 7);
    const std::clock_t start = std::clock();
    benchmark::DoNotOptimize(logic.set(path, answer));
    times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    ++presses;
  }
  std::sort(times.begin(), times.end());
  if (!faults.empty() || !logic.faults().empty()) state.SkipWithError("the form has faults");
  std::array<char, 64> label{};
  std::snprintf(label.data(), label.size(), "%.3f ms (%.1f at worst)", times[times.size() / 2], times.back());
  state.SetLabel(label.data());
}
BENCHMARK(press_on_long_form)->Unit(benchmark::kMicrosecond);

// The one press that shows or hides five sixths of the form.
void press_that_reaches_all(benchmark::State& state) {
  std::vector<FormFault> faults;
  const auto rules = FormRules::compile(long_plan(), faults);
  FormLogic logic(*rules, {});
  bool is_shown = true;
  for (auto unused : state) {
    (void)unused;
    is_shown = !is_shown;
    benchmark::DoNotOptimize(logic.set("/data/g0/h0/q0", is_shown ? "1" : "none"));
  }
}
BENCHMARK(press_that_reaches_all)->Unit(benchmark::kMillisecond);

void compile_long_form(benchmark::State& state) {
  for (auto unused : state) {
    (void)unused;
    std::vector<FormFault> faults;
    benchmark::DoNotOptimize(FormRules::compile(long_plan(), faults));
  }
}
BENCHMARK(compile_long_form)->Unit(benchmark::kMillisecond);

void start_respondent(benchmark::State& state) {
  std::vector<FormFault> faults;
  const auto rules = FormRules::compile(long_plan(), faults);
  for (auto unused : state) {
    (void)unused;
    FormLogic logic(*rules, {});
    benchmark::DoNotOptimize(logic.recalculate());
  }
}
BENCHMARK(start_respondent)->Unit(benchmark::kMillisecond);

// 100,000 entries in 1,000 counties: by its index, and looked through.
void filter_100000(benchmark::State& state, const char* filter) {
  FormPlan plan;
  ChoiceTable table("towns", {"name", "label", "county"});
  for (int at = 0; at < 100'000; ++at) {
    const std::string number = std::to_string(at);
    (void)table.add_row({number, "Town " + number, std::to_string(at * 7919 % 1000)});
  }
  plan.tables.add(std::move(table));
  plan.binds.push_back(bench_bind("/data/county", NodeKind::kQuestion));
  plan.binds.push_back(bench_bind("/data/town", NodeKind::kQuestion));
  plan.binds.back().choice_list = "towns";
  plan.binds.back().choice_filter = filter;
  plan.binds.push_back(bench_bind("/data/label", NodeKind::kQuestion));
  plan.binds.back().calculation = "instance('towns')/root/item[name = ${town}]/label";
  std::vector<FormFault> faults;
  const auto rules = FormRules::compile(std::move(plan), faults);
  FormLogic logic(*rules, {});
  int press = 0;
  for (auto unused : state) {
    (void)unused;
    benchmark::DoNotOptimize(logic.set("/data/county", std::to_string(press % 1000)));
    benchmark::DoNotOptimize(logic.choices("/data/town"));
    benchmark::DoNotOptimize(logic.set("/data/town", std::to_string(press++ * 31 % 100'000)));
  }
  if (!faults.empty() || !logic.faults().empty()) state.SkipWithError("the form has faults");
}
BENCHMARK_CAPTURE(filter_100000, by_index, "county = ${county}")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter_100000, looked_through, "starts-with(county, ${county})")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tertulia
