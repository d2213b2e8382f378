// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/outbox_planner.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tertulia {
namespace {

constexpr int kDelivered = 0x00;
constexpr int kNobodySubscribed = 0x10;
constexpr int kNotAllowed = 0x87;

// Marks a sentence for extraction into the catalogues; it is translated where it is shown.
std::string cause(std::string_view sentence) { return std::string(sentence); }

// What sending again does not cure, in words; empty for everything else.
std::string cause_of_parking(int reason) {
  switch (reason) {
    case kNotAllowed:
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

// What the hub's reason means for whoever looks after the device.
std::string cause_of_refusal(const std::string& reason) {
  if (reason == kUnreadable) return cause("The hub cannot read it: update the hub, then restart this device");
  if (reason == kOtherAnswers)
    return cause(
        "The hub has other answers under the same number: keep this device and tell the programme team");
  return cause("The hub does not take it: tell the programme team");
}

bool is_missed(const Ack& ack, std::uint64_t seq) {
  return std::any_of(ack.miss.begin(), ack.miss.end(),
                     [seq](const auto& range) { return range.first <= seq && seq <= range.second; });
}

// What people gave goes by its receipts alone.
bool is_covered(const Ack& ack, const OutboxRow& row) {
  return !is_given(row.kind) && row.seq <= ack.seq && row.epoch == ack.epoch && !is_missed(ack, row.seq);
}

}  // namespace

OutboxAction OutboxPlanner::next(BootTime now) {
  if (window_ == 0 || !hub_online_) return outbox_action::Idle{};
  if (now < pause_until_) return outbox_action::WaitUntil{pause_until_};
  nobody_there_ = false;
  if (wants_rows(now)) return ask();
  return_overdue(now);
  if (in_flight_.size() < static_cast<std::size_t>(window_) && !waiting_.empty()) {
    auto& row = *held_.find(*waiting_.begin());
    enter(row, State::kInFlight, now);
    return outbox_action::Send{row.second.row};
  }
  if (const auto due = next_due()) return outbox_action::WaitUntil{*due};
  return outbox_action::Idle{};
}

void OutboxPlanner::enter(Rows::value_type& row, State state, BootTime since) {
  row.second.state = state;
  row.second.since = since;
  if (state == State::kWaiting)
    waiting_.insert(row.first);
  else
    waiting_.erase(row.first);
  if (state == State::kBrokered) look_for_overdue_ = std::min(look_for_overdue_, since + kResendAfter);
}

void OutboxPlanner::release(Rows::iterator row) {
  waiting_.erase(row->first);
  number_of_.erase(row->second.row.event_id);
  held_.erase(row);
}

bool OutboxPlanner::wants_rows(BootTime now) const {
  return !asked_ && now >= look_again_ && held_.size() + kBatch <= kMostHeld;
}

outbox_action::NeedRows OutboxPlanner::ask() {
  asked_ = true;
  // With nothing held, from the beginning: finds rows that were parked and are free again.
  if (held_.empty() || from_start_) after_ = {};
  from_start_ = false;
  return {after_, kBatch};
}

// Rows that went leave it too early, never too late.
void OutboxPlanner::return_overdue(BootTime now) {
  if (now < look_for_overdue_) return;
  look_for_overdue_ = BootTime::max();
  for (auto& each : held_)
    if (each.second.state == State::kBrokered)
      enter(each, now - each.second.since >= kResendAfter ? State::kWaiting : State::kBrokered,
            each.second.since);
}

std::optional<BootTime> OutboxPlanner::next_due() const {
  const bool will_look = !asked_ && held_.size() + kBatch <= kMostHeld;
  const BootTime due = will_look ? std::min(look_for_overdue_, look_again_) : look_for_overdue_;
  return due == BootTime::max() ? std::nullopt : std::optional(due);
}

OutboxPlanner::Rows::iterator OutboxPlanner::find(const std::string& event_id) {
  const auto number = number_of_.find(event_id);
  return number == number_of_.end() ? held_.end() : held_.find(number->second);
}

std::optional<to_keeper::Unpark> OutboxPlanner::connected(int receive_maximum) {
  window_ = std::clamp(receive_maximum, 1, kWindow);
  if (!std::exchange(was_not_allowed_, false)) return std::nullopt;
  start_over();
  return to_keeper::Unpark{cause_of_parking(kNotAllowed)};
}

void OutboxPlanner::lost() {
  window_ = 0;
  hub_online_ = false;
  in_flight_.clear();
  for (auto& each : held_) {
    each.second.failures = 0;
    enter(each, State::kWaiting, each.second.since);
  }
}

void OutboxPlanner::hub_came(BootTime now) {
  // What a hub had received but not committed when it went is gone. It may also come back so fast that nobody
  // saw it go: then it only says again that it is online.
  const BootTime patience = hub_online_ ? kMissPatience : BootTime(0);
  for (auto& each : held_) {
    const BootTime since = each.second.since;
    if (each.second.state != State::kBrokered) continue;
    if (now - since >= patience)
      enter(each, State::kWaiting, now);
    else  // the hub's word may be on its way, but it has no longer than that
      enter(each, State::kBrokered, std::min(since, now + patience - kResendAfter));
  }
  if (nobody_there_) pause_until_ = {};
  hub_online_ = true;
}

void OutboxPlanner::hub_went() { hub_online_ = false; }

void OutboxPlanner::rows(BootTime now, std::vector<OutboxRow> rows) {
  asked_ = false;
  if (rows.empty() && !from_start_) look_again_ = now + kLookAgain;
  for (auto& row : rows) {
    after_ = {row.epoch, row.seq};
    const auto [at, is_new] = number_of_.try_emplace(row.event_id, next_number_);
    if (!is_new) continue;
    const auto added = held_.try_emplace(held_.end(), next_number_++);
    added->second.row = std::move(row);
    enter(*added, State::kWaiting, now);
  }
}

void OutboxPlanner::sent(BootTime now, const std::string& event_id, int packet) {
  const auto row = find(event_id);
  in_flight_[packet] = row == held_.end() ? kNoRow : row->first;
  if (row != held_.end()) enter(*row, State::kInFlight, now);
}

std::optional<to_keeper::Park> OutboxPlanner::failed(BootTime now, const std::string& event_id,
                                                     const std::string& why) {
  const auto row = find(event_id);
  if (row == held_.end()) return std::nullopt;
  if (++row->second.failures >= kMostFailures) return park(event_id, "It cannot be sent: " + why);
  enter(*row, State::kWaiting, now);
  pause_until_ = now + backoff_.next();
  return std::nullopt;
}

to_keeper::Park OutboxPlanner::park(const std::string& event_id, std::string reason) {
  to_keeper::Park park{event_id, std::move(reason)};
  if (const auto row = find(event_id); row != held_.end()) release(row);
  return park;
}

std::optional<to_keeper::Park> OutboxPlanner::acknowledged(BootTime now, int packet, int reason) {
  const auto flight = in_flight_.find(packet);
  if (flight == in_flight_.end()) return std::nullopt;  // not a row: a presence message, for example
  const auto held = held_.find(flight->second);
  in_flight_.erase(flight);
  if (held == held_.end()) return std::nullopt;  // the hub was faster than the broker
  was_not_allowed_ = was_not_allowed_ || reason == kNotAllowed;
  if (auto cause = cause_of_parking(reason); !cause.empty())
    return park(held->second.row.event_id, std::move(cause));
  enter(*held, reason == kDelivered ? State::kBrokered : State::kWaiting, now);
  if (reason == kNobodySubscribed) {
    nobody_there_ = true;
    pause_until_ = now + kNobodyPause;
  } else if (reason != kDelivered && now >= pause_until_) {  // one rest for all that were in flight together
    pause_until_ = now + backoff_.next();
  }
  return std::nullopt;
}

void OutboxPlanner::acknowledged(BootTime now, const Ack& ack) {
  backoff_.reset();
  for (const Receipt& receipt : ack.receipts) {
    const auto row = find(receipt.submission);
    if (row != held_.end() && is_given(row->second.row.kind) && row->second.row.content == receipt.content)
      release(row);
  }
  for (auto row = held_.begin(); row != held_.end();) {
    const auto next = std::next(row);
    if (is_covered(ack, row->second.row))
      release(row);
    else if (row->second.state == State::kBrokered && row->second.row.epoch == ack.epoch &&
             is_missed(ack, row->second.row.seq) && now - row->second.since >= kMissPatience)
      enter(*row, State::kWaiting, now);
    row = next;
  }
}

std::vector<to_keeper::Park> OutboxPlanner::refused(const Ack& ack) {
  std::vector<to_keeper::Park> parked;
  for (const Refusal& refusal : ack.refused) {
    const auto row = find(refusal.submission);
    if (row != held_.end() && row->second.row.content == refusal.content)
      parked.push_back(park(refusal.submission, cause_of_refusal(refusal.reason)));
  }
  return parked;
}

bool OutboxPlanner::is_disputed(const Ack& ack) const {
  return std::any_of(ack.receipts.begin(), ack.receipts.end(),
                     [this](const Receipt& receipt) { return number_of_.contains(receipt.submission); });
}

}  // namespace tertulia
