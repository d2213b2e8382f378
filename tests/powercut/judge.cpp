// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/judge.h"

#include <algorithm>
#include <map>
#include <set>

#include "firmware/wire/answers.h"
#include "firmware/wire/envelope.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/powercut/life.h"

namespace tertulia::powercut {
namespace {

// What may be in the store: with a deed in progress also what it would have led to. Nothing between the two.
struct Expected {
  const Lines* before = nullptr;
  const Lines* after = nullptr;  // none: nothing was in progress
  bool may_renew = false;
};

Expected expected_at(const Recording& recording, std::size_t cut) {
  Expected expected{&recording.before};
  for (const Deed& deed : recording.deeds) {
    if (deed.ended <= cut) {
      expected.before = &deed.after;
      continue;
    }
    if (deed.began >= cut) break;
    expected.after = &deed.after;
    expected.may_renew = deed.may_renew;
  }
  return expected;
}

bool holds(const std::string& answers, const Submission& submission) {
  const auto decoded = wire::answers_from_json(answers);
  return decoded.ok() && decoded.value() == submission.answers;
}

bool holds(const SeenRow& row, const Submission& submission) {
  const auto envelope = wire::from_structured(row.body);
  if (!envelope.ok()) return false;
  const auto event = wire::to_event(envelope.value());
  if (!event.ok()) return false;
  const auto* feedback = std::get_if<event::FeedbackSubmitted>(&event.value());
  return feedback != nullptr && feedback->submission == submission;
}

// I3: nobody else's answers.
std::string check_invented(const Seen& seen, const Recording& recording) {
  std::set<std::string> known;
  for (const Submission& submission : recording.begun) known.insert(submission.id.text());
  for (const auto& each : seen.submissions)
    if (!known.contains(each.id)) return "invented: " + each.id;
  return {};
}

// I4: no number stands for two events.
std::string check_numbers(const Seen& seen) {
  std::map<std::string, std::set<std::uint64_t>> numbers;
  for (const SeenRow& row : seen.rows)
    if (!numbers[row.epoch].insert(row.seq).second) return "a number twice: " + row.epoch;
  return {};
}

std::string check_content(const Recording& recording, std::size_t cut, const Seen& seen) {
  if (seen.integrity != "ok") return "not sound: " + seen.integrity;
  for (const Thanks& thanks : recording.thanks)
    if (thanks.at <= cut)
      if (auto violation = check_thanked(seen, thanks.submission); !violation.empty()) return violation;
  if (auto violation = check_invented(seen, recording); !violation.empty()) return violation;
  if (auto violation = check_numbers(seen); !violation.empty()) return violation;
  const Expected expected = expected_at(recording, cut);
  const Lines found = lines_of(seen);
  if (found == *expected.before) return {};
  if (expected.after == nullptr)
    return "changed although nothing was in progress; " + first_difference(*expected.before, found);
  if (found == *expected.after) return {};
  return "half done; " + first_difference(*expected.before, found) + "; " +
         first_difference(*expected.after, found);
}

// The store takes answers again and gives them to the hub.
std::string check_use(Store& store) {
  Submission next = submitted(250);
  const auto before = store.counts();
  if (!before.ok()) return before.error().message;
  const auto closed = store.close_submission(next, at_tap());
  if (!closed.ok()) return closed.error().message;
  if (closed.value().submitted != before.value().submitted + 1) return "counts wrongly";
  std::map<std::string, std::uint64_t> last;
  for (const OutboxRow& row : waiting(store)) last[row.epoch] = row.seq;
  for (const auto& [epoch, seq] : last) {
    const auto ack = with_receipts(store, {epoch, seq, {}});
    if (!ack.ok()) return ack.error().message;
    const auto left = store.acknowledge(ack.value(), at_tap().now);
    if (!left.ok()) return left.error().message;
  }
  return waiting(store).empty() ? "" : "the hub's word does not empty the outbox";
}

std::string check_names(const std::string& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().filename().string().find(".corrupt-") != std::string::npos)
      return "took a power cut for damage: " + entry.path().filename().string();
  return {};
}

}  // namespace

std::string check_thanked(const Seen& seen, const Submission& submission) {
  const std::string id = submission.id.text();
  const auto found = std::find_if(seen.submissions.begin(), seen.submissions.end(),
                                  [&](const SeenSubmission& each) { return each.id == id; });
  if (found == seen.submissions.end()) return "thanked and lost: " + id;
  if (found->state != "submitted") return "thanked and " + found->state + ": " + id;
  const auto rows = std::count_if(seen.rows.begin(), seen.rows.end(),
                                  [&](const SeenRow& row) { return row.event_id == id; });
  if (found->acknowledged) {
    if (rows != 0) return "at the hub and still offered: " + id;
    const bool is_kept = std::any_of(seen.kept.begin(), seen.kept.end(), [&](const SeenRow& row) {
      return row.event_id == id && holds(row, submission);
    });
    if (is_kept) return holds(found->answers, submission) ? "" : "kept without its answers: " + id;
    return found->answers == "{}" ? "" : "not kept, and not erased: " + id;
  }
  if (rows != 1) return "thanked, and on its way " + std::to_string(rows) + " times: " + id;
  if (!holds(found->answers, submission)) return "altered: " + id;
  return std::any_of(seen.rows.begin(), seen.rows.end(),
                     [&](const SeenRow& row) { return row.event_id == id && holds(row, submission); })
             ? ""
             : "altered on its way: " + id;
}

std::string judge_life(const Recording& recording, std::size_t cut, const std::string& folder) {
  FakeDevice random(~std::uint64_t{0});
  const std::string path = folder + "/" + kDatabase;
  auto opened = SqliteStore::open(path, options_with(random));
  if (!opened.ok()) return "cannot be opened: " + opened.error().message;
  if (auto violation = check_names(folder); !violation.empty()) return violation;
  const Expected expected = expected_at(recording, cut);
  if (!opened.value().notices.empty() && !expected.may_renew)
    return "a notice without a reason: " + opened.value().notices.front();
  const auto seen = see(path);
  if (!seen.ok()) return "cannot be read: " + seen.error().message;
  if (auto violation = check_content(recording, cut, seen.value()); !violation.empty()) return violation;
  return check_use(*opened.value().store);
}

}  // namespace tertulia::powercut
