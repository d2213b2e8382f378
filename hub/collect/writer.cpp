// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/writer.h"

#include <algorithm>
#include <optional>

#include "hub/store/mixing_rule.h"

namespace tertulia::hub {
namespace {

static_assert(kMostRangesRead >= kMostMisses + 2);

constexpr std::chrono::milliseconds kPatience{1000};            // between looks at what has come due
constexpr BootTime kLastWork = std::chrono::milliseconds(700);  // after the queue was closed
constexpr std::chrono::hours kBetweenTidyings{24};
constexpr std::chrono::hours kBeforeNextTry{1};
constexpr std::chrono::minutes kBetweenMixings{1};

// Rows that came again and were there cost nothing of what is stored.
void charge(const std::vector<Arrival>& batch, const std::vector<SaveResult>& results, Budgets& budgets,
            BootTime now) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (results[i] != SaveResult::kNew && results[i] != SaveResult::kSetAside) continue;
    if (const wire::Origin* device = origin_of(batch[i])) budgets.stored(*device, weight_of(batch[i]), now);
  }
}

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

void Writer::run(FairQueue& queue, Budgets& budgets, const BatchLimits& limits, const Log& log) {
  std::optional<BootTime> end;
  while (true) {
    if (queue.closed()) {
      if (queue.size() == 0) return;
      if (!end) end = clock_->now().boot + kLastWork;
      if (clock_->now().boot > *end) break;
    }
    auto batch = queue.take_batch(limits, kPatience);
    leave_out_epochs(batch, budgets);
    if (!batch.empty()) write_until_done(batch, queue, budgets, log);
    remind();
    if (const Outcome mixed = mix(log); !mixed.ok()) log(mixed.error().message);
    if (const Outcome tidied = tidy(); !tidied.ok()) log(tidied.error().message);
    tell_news(budgets, log);
  }
  log("stops with " + std::to_string(queue.size()) + " messages unread; their devices send them again");
}

void Writer::write_until_done(const std::vector<Arrival>& batch, FairQueue& queue, Budgets& budgets,
                              const Log& log) {
  for (;;) {
    const std::string epoch = commit_.hub;
    const auto written = write(batch, &budgets);
    if (written.ok() && commit_.hub != epoch)
      log("the database was restored from a backup; devices are told to offer again what they still have");
    if (written.ok()) return announcements_->set_health(Health::kTaking);
    if (announcements_->health() == Health::kTaking) log(written.error().message);
    announcements_->set_health(Health::kFailing);
    if (queue.wait_closed(kPatience)) return;
  }
}

// What begins an epoch that its device may not begin now was not there.
void Writer::leave_out_epochs(std::vector<Arrival>& batch, Budgets& budgets) const {
  const BootTime now = clock_->now().boot;
  std::map<Stream, bool> begun;  // and whether they may
  std::erase_if(batch, [&](const Arrival& arrival) {
    const Position* at = position_of(arrival);
    if (at == nullptr) return false;
    const Stream stream{at->origin.programme, at->origin.device, at->epoch};
    if (planners_.contains(stream)) return false;
    const auto [known, is_new] = begun.try_emplace(stream, true);
    if (is_new) known->second = budgets.begins_epoch(at->origin, now);
    return !known->second;
  });
}

void Writer::tell_news(Budgets& budgets, const Log& log) {
  for (const OverBudget& each : budgets.take_news()) {
    const std::string name = each.device.programme + "/" + each.device.device;
    log(name + ": " + words_of(each.budget) +
        ". What is over that stays on the device. If it is not one that comes back after many days, look at "
        "it; `tertulia-hub revoke " +
        each.device.device + "` turns it away");
    const Outcome noted = database_.note_over_budget(each.device, words_of(each.budget), clock_->now().wall);
    if (!noted.ok()) log(noted.error().message);
  }
}

Outcome Writer::write(const std::vector<Arrival>& batch, Budgets* budgets) {
  const Now now = clock_->now();
  MaySetAside may_set_aside;
  if (budgets != nullptr)
    may_set_aside = [&](const wire::Origin& device) { return budgets->sets_aside(device, now.boot); };
  TRY(Stored stored, database_.store(batch, now.wall, Source::kBroker, may_set_aside));
  if (budgets != nullptr) charge(batch, stored.results, *budgets, now.boot);
  const ReceivedRanges& received = stored.received;
  hold(received, now.boot);
  const bool is_renewed = stored.commit.hub != commit_.hub;
  commit_ = std::move(stored.commit);
  waiting_ += stored.waiting;
  receipts_ = std::move(stored.receipts);
  refusals_ = std::move(stored.refusals);
  learn_epochs(batch);
  std::vector<Stream> streams;
  if (is_renewed || std::any_of(batch.begin(), batch.end(), is_reconnected))
    streams = one_of_each_device(now.boot);
  for (const auto& [stream, ranges] : received) streams.push_back(stream);
  announce(std::move(streams), now.boot);
  return Done{};
}

// The topic of a device has one retained ack, so one stream speaks for it: that of its current epoch. While
// the hub holds nothing of that one, another must, or the device would not hear that the hub was restored.
std::vector<Stream> Writer::one_of_each_device(BootTime now) const {
  std::vector<Stream> chosen;
  bool is_settled = false;
  for (const auto& [stream, planner] : planners_) {
    if (planner.ack(now).seq == 0) continue;  // it has nothing to say
    const bool is_next = chosen.empty() || chosen.back().device != stream.device ||
                         chosen.back().programme != stream.programme;
    if (is_next)
      chosen.push_back(stream);
    else if (!is_settled)
      chosen.back() = stream;
    is_settled = (!is_next && is_settled) || is_current(stream);
  }
  return chosen;
}

void Writer::remind() {
  const BootTime now = clock_->now().boot;
  std::vector<Stream> streams;
  for (const Stream& stream : with_holes_)
    if (planners_.at(stream).due(now)) streams.push_back(stream);
  announce(std::move(streams), now);
}

Outcome Writer::mix(const Log& log) {
  const Now now = clock_->now();
  if (now.boot < next_mixing_ && waiting_ <= kMostOfOne) return Done{};
  waiting_ = 0;
  next_mixing_ = now.boot + kBetweenMixings;
  TRY(const Mixed mixed, database_.mix(now.wall));
  if (mixed.is_more) next_mixing_ = now.boot;
  for (const std::string& sentence : told_of(mixed, database_.key_path())) log(sentence);
  // The next acks name the new epoch of the hub: they go out now, to every device.
  return mixed.lost > 0 ? write({arrival::Reconnected{}}) : Outcome(Done{});
}

Outcome Writer::tidy() {
  const Now now = clock_->now();
  if (now.boot < next_tidying_) return Done{};
  Outcome erased = database_.erase_old_contacts(now.wall);
  next_tidying_ = now.boot + (erased.ok() ? kBetweenTidyings : kBeforeNextTry);
  return erased;
}

void Writer::hold(const ReceivedRanges& received, BootTime now) {
  for (const auto& [stream, ranges] : received) {
    AckPlanner& planner = planners_.try_emplace(stream, stream.epoch).first->second;
    planner.hold(ranges, now);
    if (planner.has_holes())
      with_holes_.insert(stream);
    else
      with_holes_.erase(stream);
  }
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
