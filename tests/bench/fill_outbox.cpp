// SPDX-License-Identifier: Apache-2.0
// tertulia_fill_outbox FILE COUNT: a database with so many answers that wait for the hub, as after days
// without a network. For measuring how fast they go.
#include <cstdio>
#include <cstdlib>

#include "drivers/linux/device.h"
#include "drivers/sqlite/sqlite_store.h"

namespace {

using namespace tertulia;

Submission answer(Device& device) {
  Submission submission;
  submission.id = SubmissionId(device.random_bytes());
  submission.form = "session-evaluation";
  submission.form_hash = std::string(64, 'a');
  submission.room = "magna";
  submission.language = "en";
  submission.state = SubmissionState::kSubmitted;
  submission.answers["useful"] = "very_useful";
  submission.answers["obstacles"] = std::vector<std::string>{"funding", "internet"};
  submission.answers["learned"] = 4.0;
  submission.answers["take_home"] = "A one-stop shop, and the courage to ask.";
  return submission;
}

Outcome fill(const std::string& path, int count) {
  LinuxDevice device(".");
  TRY(auto opened, SqliteStore::open(path, {{"peer-exchange", "tertulia-1"}, device, Budgets{}, 0}));
  const WallTime time{Milliseconds{1'810'130'400'000}};  // 2027-05-11T14:00:00Z
  for (int i = 0; i < count; ++i) {
    TRY(const StoreCounts counts,
        opened.store->close_submission(answer(device), {{time, {}, "bench", ClockQuality::kRtc}, time}));
    static_cast<void>(counts);
  }
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc == 3 ? std::atoi(argv[2]) : 0;
  if (count <= 0) return EXIT_FAILURE;
  const auto filled = fill(argv[1], count);
  if (filled.ok()) return EXIT_SUCCESS;
  std::fprintf(stderr, "%s\n", filled.error().message.c_str());
  return EXIT_FAILURE;
}
