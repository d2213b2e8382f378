// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/outbox_planner.h"

#include <algorithm>

#include "firmware/wire/receipts.h"

namespace tertulia {
namespace {

constexpr int kDelivered = 0x00;
constexpr int kNobodySubscribed = 0x10;

// Marks a sentence for extraction into the catalogues; it is translated where it is shown.
std::string cause(std::string_view sentence) { return std::string(sentence); }

// What sending again does not cure, in words; empty for everything else.
std::string cause_of_parking(int reason) {
  switch (reason) {
    case 0x87:
      return cause("The broker does not allow this device to publish it: check its access list");
    case 0x90:
      return cause("The broker refuses its topic: check the names of programme and device");
    case 0x95:
      return cause("It is larger than the broker accepts: raise max_packet_size");
    case 0x99:
      return cause("The broker refuses its payload format");
    default:
      return {};
  }
}

bool is_missed(const Ack& ack, std::uint64_t seq) {
  return std::any_of(ack.miss.begin(), ack.miss.end(),
                     [seq](const auto& range) { return range.first <= seq && seq <= range.second; });
}

bool is_covered(const Ack& ack, const OutboxRow& row) {
  if (row.kind == EventKind::kFeedback) return wire::has_receipt(ack, row.event_id, row.body);
  return row.epoch == ack.epoch && row.seq <= ack.seq && !is_missed(ack, row.seq);
}

}  // namespace

OutboxStep OutboxPlanner::next(BootTime now) {
  if (window_ == 0 || !hub_online_) return outbox_step::Idle{};
  if (now < pause_until_) return outbox_step::WaitUntil{pause_until_};
  nobody_there_ = false;
  if (wants_rows(now)) return ask();
  return_overdue(now);
  Held* row = in_flight_.size() < static_cast<std::size_t>(window_) ? first_waiting() : nullptr;
  if (row) {
    row->state = State::kInFlight;
    row->since = now;
    return outbox_step::Send{row->row};
  }
  if (const auto due = next_due()) return outbox_step::WaitUntil{*due};
  return outbox_step::Idle{};
}

bool OutboxPlanner::wants_rows(BootTime now) const {
  return !asked_ && now >= look_again_ && held_.size() + kBatch <= kMostHeld;
}

outbox_step::NeedRows OutboxPlanner::ask() {
  asked_ = true;
  // With nothing held, from the beginning: finds rows that were parked and are free again.
  if (held_.empty()) after_ = {};
  return {after_, kBatch};
}

void OutboxPlanner::return_overdue(BootTime now) {
  for (auto& each : held_)
    if (each.state == State::kBrokered && now - each.since >= kResendAfter) each.state = State::kWaiting;
}

std::optional<BootTime> OutboxPlanner::next_due() const {
  std::optional<BootTime> due;
  const auto consider = [&due](BootTime time) { due = due ? std::min(*due, time) : time; };
  for (const auto& each : held_)
    if (each.state == State::kBrokered) consider(each.since + kResendAfter);
  if (!asked_ && held_.size() + kBatch <= kMostHeld) consider(look_again_);
  return due;
}

OutboxPlanner::Held* OutboxPlanner::find(const std::string& event_id) {
  const auto at = std::find_if(held_.begin(), held_.end(),
                               [&](const Held& each) { return each.row.event_id == event_id; });
  return at == held_.end() ? nullptr : &*at;
}

OutboxPlanner::Held* OutboxPlanner::first_waiting() {
  const auto at = std::find_if(held_.begin(), held_.end(),
                               [](const Held& each) { return each.state == State::kWaiting; });
  return at == held_.end() ? nullptr : &*at;
}

void OutboxPlanner::connected(int receive_maximum) { window_ = std::clamp(receive_maximum, 1, kWindow); }

void OutboxPlanner::lost() {
  window_ = 0;
  hub_online_ = false;
  in_flight_.clear();
  for (auto& each : held_) each.state = State::kWaiting;
}

void OutboxPlanner::hub_came(BootTime now) {
  // What a hub had received but not committed when it went is gone. It may also come back so fast that nobody
  // saw it go: then it only says again that it is online.
  const BootTime patience = hub_online_ ? kMissPatience : BootTime(0);
  for (auto& each : held_) {
    if (each.state != State::kBrokered) continue;
    if (now - each.since >= patience)
      each.state = State::kWaiting;
    else  // the hub's word may be on its way, but it has no longer than that
      each.since = std::min(each.since, now + patience - kResendAfter);
  }
  if (nobody_there_) pause_until_ = {};
  hub_online_ = true;
}

void OutboxPlanner::hub_went() { hub_online_ = false; }

void OutboxPlanner::rows(BootTime now, std::vector<OutboxRow> rows) {
  asked_ = false;
  if (rows.empty()) look_again_ = now + kLookAgain;
  for (auto& row : rows) {
    after_ = {row.epoch, row.seq};
    if (!find(row.event_id)) held_.push_back({std::move(row), State::kWaiting, 0, now});
  }
}

void OutboxPlanner::sent(BootTime now, const std::string& event_id, int packet) {
  ++published_;
  in_flight_.insert(packet);
  if (Held* held = find(event_id)) {
    held->packet = packet;
    held->since = now;
  }
}

void OutboxPlanner::failed(BootTime now, const std::string& event_id) {
  if (Held* held = find(event_id)) held->state = State::kWaiting;
  pause_until_ = now + backoff_.next();
}

to_keeper::Mark OutboxPlanner::park(const std::string& event_id, std::string reason) {
  std::erase_if(held_, [&](const Held& each) { return each.row.event_id == event_id; });
  return {event_id, OutboxState::kParked, std::move(reason)};
}

std::optional<to_keeper::Mark> OutboxPlanner::acknowledged(BootTime now, int packet, int reason) {
  if (in_flight_.erase(packet) == 0) return std::nullopt;  // not a row: a presence message, for example
  if (reason == kDelivered) ++brokered_;
  const auto held = std::find_if(held_.begin(), held_.end(), [packet](const Held& each) {
    return each.state == State::kInFlight && each.packet == packet;
  });
  if (held == held_.end()) return std::nullopt;  // the hub was faster than the broker
  if (auto cause = cause_of_parking(reason); !cause.empty())
    return park(std::string(held->row.event_id), std::move(cause));
  held->state = reason == kDelivered ? State::kBrokered : State::kWaiting;
  held->since = now;
  if (reason == kNobodySubscribed) {
    nobody_there_ = true;
    pause_until_ = now + kNobodyRest;
  } else if (reason != kDelivered && now >= pause_until_) {  // one rest for all that were in flight together
    pause_until_ = now + backoff_.next();
  }
  return std::nullopt;
}

void OutboxPlanner::acknowledged(BootTime now, const Ack& ack) {
  backoff_.reset();
  std::erase_if(held_, [&](const Held& each) { return is_covered(ack, each.row); });
  for (auto& each : held_)
    if (each.state == State::kBrokered && each.row.epoch == ack.epoch && is_missed(ack, each.row.seq) &&
        now - each.since >= kMissPatience)
      each.state = State::kWaiting;
}

bool OutboxPlanner::is_disputed(const Ack& ack) const {
  return std::any_of(ack.receipts.begin(), ack.receipts.end(), [this](const Receipt& receipt) {
    return std::any_of(held_.begin(), held_.end(),
                       [&](const Held& each) { return each.row.event_id == receipt.submission; });
  });
}

}  // namespace tertulia
