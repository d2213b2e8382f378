// SPDX-License-Identifier: Apache-2.0
// What a proposal costs in a rundown of 5,000 items: far more than any session has, and still within a frame.
#include <benchmark/benchmark.h>

#include "firmware/domain/reflow.h"

namespace tertulia {
namespace {

Rundown rundown_of(std::size_t items) {
  constexpr ReflowPolicy kPolicies[] = {ReflowPolicy::kShrink, ReflowPolicy::kFixed, ReflowPolicy::kBuffer,
                                        ReflowPolicy::kDroppable, ReflowPolicy::kShrink};
  Rundown rundown;
  for (std::size_t i = 0; i < items; ++i) {
    Segment segment;
    segment.id = "s" + std::to_string(i);
    segment.length = Minutes(5 + i % 17);
    segment.policy = kPolicies[i % std::size(kPolicies)];
    rundown.segments.push_back(std::move(segment));
  }
  rundown.segments.back().policy = ReflowPolicy::kPinned;
  return rundown;
}

void reflow_of(benchmark::State& state) {
  const Rundown rundown = rundown_of(static_cast<std::size_t>(state.range(0)));
  // So late that each policy has to give: also the droppable ones.
  const WallTime end = rundown.start + std::chrono::hours(24 * 14);
  for (auto unused : state) {
    (void)unused;
    benchmark::DoNotOptimize(reflow({rundown, 0, end, planned_end(rundown)}));
  }
}
BENCHMARK(reflow_of)->Arg(10)->Arg(5000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tertulia
