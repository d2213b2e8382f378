// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/writer.h"

#include <algorithm>

namespace tertulia::hub {
namespace {

constexpr std::chrono::milliseconds kPatience{1000};  // between looks at what has come due
constexpr std::chrono::hours kBetweenTidyings{24};
constexpr std::chrono::hours kBeforeNextTry{1};

bool is_reconnected(const Arrival& arrival) { return std::holds_alternative<arrival::Reconnected>(arrival); }

}  // namespace

Result<Writer> Writer::open(Database database, const Clock& clock, Announcements& announcements) {
  TRY(const ReceivedRanges received, database.received());
  TRY(auto epochs, database.current_epochs());
  TRY(const Commit commit, database.last_commit());
  Writer writer(std::move(database), clock, announcements);
  writer.hold(received, clock.now().boot);
  writer.current_epochs_ = std::move(epochs);
  writer.commit_ = commit;
  return writer;
}

void Writer::run(Mailbox<Arrival>& queue, const BatchLimits& limits, const Log& log) {
  while (!queue.closed_and_empty()) {
    const auto batch = queue.take_batch(limits, kPatience);
    if (!batch.empty()) write_until_done(batch, queue, log);
    remind();
    if (const Outcome tidied = tidy(); !tidied.ok()) log(tidied.error().message);
  }
}

void Writer::write_until_done(const std::vector<Arrival>& batch, Mailbox<Arrival>& queue, const Log& log) {
  for (;;) {
    const std::string epoch = commit_.hub;
    const auto written = write(batch);
    if (written.ok() && commit_.hub != epoch)
      log("the database was restored from a backup; devices are told to offer again what they still have");
    if (written.ok()) return announcements_->set_health(Health::kTaking);
    if (announcements_->health() == Health::kTaking) log(written.error().message);
    announcements_->set_health(Health::kFailing);
    if (queue.wait_closed(kPatience)) return;
  }
}

Outcome Writer::write(const std::vector<Arrival>& batch) {
  const Now now = clock_->now();
  TRY(Stored stored, database_.store(batch, now.wall));
  const ReceivedRanges& received = stored.received;
  hold(received, now.boot);
  const bool is_renewed = stored.commit.hub != commit_.hub;
  commit_ = std::move(stored.commit);
  receipts_ = std::move(stored.receipts);
  refusals_ = std::move(stored.refusals);
  learn_epochs(batch);
  std::vector<Stream> streams;
  const bool all = is_renewed || std::any_of(batch.begin(), batch.end(), is_reconnected);
  if (all) {
    for (const auto& [stream, planner] : planners_) streams.push_back(stream);
  } else {
    for (const auto& [stream, ranges] : received) streams.push_back(stream);
  }
  announce(std::move(streams), now.boot);
  return Done{};
}

void Writer::remind() {
  const BootTime now = clock_->now().boot;
  std::vector<Stream> streams;
  for (const auto& [stream, planner] : planners_)
    if (planner.due(now)) streams.push_back(stream);
  announce(std::move(streams), now);
}

Outcome Writer::tidy() {
  const Now now = clock_->now();
  if (now.boot < next_tidying_) return Done{};
  Outcome erased = database_.erase_old_contacts(now.wall);
  next_tidying_ = now.boot + (erased.ok() ? kBetweenTidyings : kBeforeNextTry);
  return erased;
}

void Writer::hold(const ReceivedRanges& received, BootTime now) {
  for (const auto& [stream, ranges] : received)
    planners_.try_emplace(stream, stream.epoch).first->second.hold(ranges, now);
}

void Writer::learn_epochs(const std::vector<Arrival>& batch) {
  for (const Arrival& arrival : batch) {
    const auto* state = std::get_if<arrival::State>(&arrival);
    if (state != nullptr && !state->presence.epoch.empty())
      current_epochs_[{state->origin.programme, state->origin.device}] = state->presence.epoch;
  }
}

bool Writer::is_current(const Stream& stream) const {
  const auto found = current_epochs_.find({stream.programme, stream.device});
  return found != current_epochs_.end() && found->second == stream.epoch;
}

// A device has one retained ack. That of its current epoch goes last, also when only an older one has news.
void Writer::announce(std::vector<Stream> streams, BootTime now) {
  for (std::size_t i = 0, count = streams.size(); i < count; ++i) {
    const auto found = current_epochs_.find({streams[i].programme, streams[i].device});
    if (found == current_epochs_.end()) continue;
    Stream current{streams[i].programme, streams[i].device, found->second};
    if (planners_.contains(current)) streams.push_back(std::move(current));
  }
  std::sort(streams.begin(), streams.end());
  streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
  std::stable_partition(streams.begin(), streams.end(),
                        [this](const Stream& one) { return !is_current(one); });

  std::vector<StreamAck> acks;
  for (const Stream& stream : streams) {
    AckPlanner& planner = planners_.at(stream);
    Ack ack = planner.ack(now);
    planner.published(now);
    ack.number = commit_.number;
    ack.hub = commit_.hub;
    if (const auto owed = receipts_.find(stream); owed != receipts_.end())
      ack.receipts = std::move(owed->second);
    if (const auto refused = refusals_.find(stream); refused != refusals_.end())
      ack.refused = std::move(refused->second);
    if (ack.seq > 0 || !ack.receipts.empty() || !ack.refused.empty())
      acks.push_back({{stream.programme, stream.device}, std::move(ack)});
  }
  receipts_.clear();
  refusals_.clear();
  announcements_->announce(std::move(acks));
}

}  // namespace tertulia::hub
