// SPDX-License-Identifier: Apache-2.0
// Inside of the guest of tests/campaign/powercut: stores answers through the product's store until the power
// goes, and says each on standard output as soon as its commit has returned, as the kiosk says "thank you".
// Not shipped.
//   tertulia-cut-writer FILE SEED   lines "thanked NUMBER ID", "acknowledged SEQ"
// The guest was saved once and wakes with the same kernel's generator each time: ids come from the seed.
#include <cstdio>
#include <cstdlib>

#include "drivers/sqlite/sqlite_store.h"
#include "firmware/wire/content.h"
#include "firmware/wire/envelope.h"
#include "tests/fakes/device.h"

namespace {

using namespace tertulia;

constexpr std::uint64_t kBetweenAcks = 7;

Submission answer(Device& device, std::uint64_t number) {
  Submission submission;
  submission.id = SubmissionId(device.random_bytes());
  submission.form = "campaign";
  submission.room = "r1";
  submission.language = "en";
  submission.answers["nonce"] = "number " + std::to_string(number);
  submission.answers["several"] = std::vector<std::string>{"alpha", "delta"};
  return submission;
}

// What the power cut off last time is whole again: the count goes on where it was.
Outcome write_for_ever(const char* path, std::uint64_t seed) {
  FakeDevice device(seed);
  TRY(auto opened, SqliteStore::open(path, {{"campaign", "r1"}, device, Budgets{}, 0}));
  SqliteStore& store = *opened.store;
  for (const std::string& notice : opened.notices) std::printf("notice %s\n", notice.c_str());
  const WallTime time{Milliseconds{1'810'130'400'000}};
  const EventTime when{{time, {}, "cut", ClockQuality::kRtc}, time};
  TRY(const StoreCounts before, store.counts());
  for (std::uint64_t number = before.submitted + 1;; ++number) {
    Submission submission = answer(device, number);
    TRY_DONE(store.save_draft(submission));
    submission.state = SubmissionState::kSubmitted;
    TRY(const StoreCounts counts, store.close_submission(submission, when));
    std::printf("thanked %llu %s\n", static_cast<unsigned long long>(number), submission.id.text().c_str());
    std::fflush(stdout);
    if (number % kBetweenAcks != 0) continue;
    TRY(const auto rows, store.waiting({"", 0}, counts.waiting));
    Ack ack;
    ack.epoch = rows.front().epoch;
    ack.seq = rows[rows.size() / 2].seq;
    ack.number = number;
    for (const OutboxRow& row : rows) {
      if (row.seq > ack.seq || row.kind != EventKind::kFeedback) continue;
      TRY(const auto envelope, wire::from_structured(row.body));
      ack.receipts.push_back(wire::receipt_for(envelope));
    }
    TRY(const StoreCounts left, store.acknowledge(ack, when.now));
    std::printf("acknowledged %llu, %llu wait\n", static_cast<unsigned long long>(ack.seq),
                static_cast<unsigned long long>(left.waiting));
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return EXIT_FAILURE;
  const auto outcome = write_for_ever(argv[1], std::strtoull(argv[2], nullptr, 10));
  std::printf("failed %s\n", outcome.ok() ? "" : outcome.error().message.c_str());
  return EXIT_FAILURE;
}
