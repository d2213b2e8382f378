// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/actual_times.h"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace tertulia {
namespace {

// What is known of a session while its reports are walked through.
struct Progress {
  ActualTimes times;
  bool has_started = false;
  bool runs = false;
  WallTime last;             // of the last report
  Milliseconds remaining{};  // then
  std::string segment;       // then
  std::uint64_t revision = 0;
};

bool begins(TimerFact fact) { return fact == TimerFact::kStarted || fact == TimerFact::kSegmentChanged; }
bool runs_after(TimerFact fact, bool before) {
  switch (fact) {
    case TimerFact::kStarted:
    case TimerFact::kResumed:
    case TimerFact::kSegmentChanged:
    case TimerFact::kFinished:
    case TimerFact::kOverran:
      return true;
    case TimerFact::kPaused:
    case TimerFact::kStopped:
    case TimerFact::kLoaded:
      return false;
    case TimerFact::kAdded:
    case TimerFact::kHeld:
    case TimerFact::kRolls:
    case TimerFact::kTakenBack:
      break;
  }
  return before;
}

// A report says what remains, not what was added: that is what remains more than time alone would have left.
Milliseconds added_by(const Progress& before, const TimerReport& report) {
  const Milliseconds passed = before.runs ? report.time - before.last : Milliseconds::zero();
  const Milliseconds added = report.change.remaining - (before.remaining - passed);
  const auto minutes = std::chrono::round<Minutes>(added);  // the clocks of both reports may differ a little
  return minutes;
}

void take(Progress& progress, const TimerReport& report) {
  const TimerFact fact = report.change.fact;
  if (begins(fact) && !progress.has_started) {
    progress.has_started = true;
    progress.times.start = report.time;
  }
  const bool is_same_segment = progress.segment == report.change.segment.text();
  if (fact == TimerFact::kAdded && progress.has_started && is_same_segment)
    progress.times.added += added_by(progress, report);
  if (begins(fact) || fact == TimerFact::kResumed) progress.times.end.reset();
  if (fact == TimerFact::kFinished || fact == TimerFact::kStopped) progress.times.end = report.time;
  progress.runs = runs_after(fact, progress.runs);
  progress.last = report.time;
  progress.remaining = report.change.remaining;
  progress.segment = report.change.segment.text();
  progress.revision = report.change.revision;
}

// As it was before the last touch, at the time of the report.
Progress taken_back(Progress before, const TimerReport& report) {
  before.last = report.time;
  before.remaining = report.change.remaining;
  before.revision = report.change.revision;
  return before;
}

// One session. A touch may report several facts, with one revision.
struct Story {
  Progress now;
  Progress before_touch;
};

void take(Story& story, const TimerReport& report) {
  if (report.change.fact == TimerFact::kTakenBack) {
    story.now = taken_back(story.before_touch, report);
    return;
  }
  if (report.change.revision != story.now.revision) story.before_touch = story.now;
  take(story.now, report);
}

}  // namespace

std::map<std::string, ActualTimes> actual_times(std::vector<TimerReport> reports) {
  std::stable_sort(reports.begin(), reports.end(), [](const TimerReport& a, const TimerReport& b) {
    return std::tie(a.time, a.change.revision) < std::tie(b.time, b.change.revision);
  });
  std::map<std::string, Story> stories;
  for (const TimerReport& report : reports)
    if (!report.change.session.text().empty()) take(stories[report.change.session.text()], report);
  std::map<std::string, ActualTimes> times;
  for (const auto& [session, story] : stories)
    if (story.now.has_started) times.emplace(session, story.now.times);
  return times;
}

}  // namespace tertulia
