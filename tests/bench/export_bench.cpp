// SPDX-License-Identifier: Apache-2.0
// What it costs to write 100,000 answers in each format, and how much memory the process holds at most.
#include <cmath>
#include <string>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "tests/formats/answers_export/survey.h"

namespace tertulia {
namespace {

using namespace formats;

constexpr int kAnswers = 100'000;

// Made one by one, so that they take no memory.
Outcome each_answer(const Questionnaire& form, const TakeSubmission& take) {
  for (int number = 0; number < kAnswers; ++number)
    TRY_DONE(take(stored(number, form,
                         {{"mood", "good"},
                          {"age", std::int64_t{number % 90}},
                          {"reached", std::vector<std::string>{"bus", "foot"}},
                          {"called[1]", "a person with a name of some length " + std::to_string(number)},
                          {"to[1][1]", "Porto"},
                          {"to[1][2]", "Faro"},
                          {"total", 2.5}})));
  return Done{};
}

double most_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void export_of_100000_answers(benchmark::State& state, const char* format) {
  const Questionnaire form = second_version();
  const ScratchFolder folder;
  const ExportStyle style{answer_formats_from(format).value(), {}, ByteOrderMark::kNone};
  const FormExport job{
      "survey", {&form}, [&](const TakeSubmission& take) { return each_answer(form, take); }, {}};
  const double before = most_megabytes();
  for (auto turn : state) {
    const auto exported = export_form(job, style, folder.path());
    if (!exported.ok() || exported.value().answers != kAnswers) state.SkipWithError("not all were written");
  }
  // More than the process had held before.
  state.SetLabel(std::to_string(std::lround(most_megabytes() - before)) + " MB more");
}
BENCHMARK_CAPTURE(export_of_100000_answers, csv, "csv")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(export_of_100000_answers, jsonl, "jsonl")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(export_of_100000_answers, xlsx, "xlsx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(export_of_100000_answers, odk, "odk")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tertulia
