// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/announcements.h"

#include <iterator>
#include <utility>

namespace tertulia::hub {
namespace {

// None of the three parts holds a slash.
std::string stream_of(const StreamAck& one) {
  return one.origin.programme + "/" + one.origin.device + "/" + one.ack.epoch;
}

// Above the bound the oldest are left out. Their devices send those answers again and get new receipts.
template <class Word>
std::vector<Word> joined(std::vector<Word> old, const std::vector<Word>& fresh) {
  old.insert(old.end(), fresh.begin(), fresh.end());
  if (old.size() > kMostReceiptsKept)
    old.erase(old.begin(), old.end() - static_cast<std::ptrdiff_t>(kMostReceiptsKept));
  return old;
}

}  // namespace

void Announcements::announce(std::vector<StreamAck> acks) {
  if (acks.empty()) return;
  {
    const std::lock_guard lock(mutex_);
    for (StreamAck& fresh : acks) put(std::move(fresh));
  }
  wake();
}

void Announcements::put(StreamAck fresh) {
  const auto [found, is_first] = by_stream_.try_emplace(stream_of(fresh), acks_.end());
  if (!is_first) {
    StreamAck& old = *found->second;
    fresh.ack.receipts = joined(std::move(old.ack.receipts), fresh.ack.receipts);
    fresh.ack.refused = joined(std::move(old.ack.refused), fresh.ack.refused);
    acks_.erase(found->second);
  }
  acks_.push_back(std::move(fresh));
  found->second = std::prev(acks_.end());
}

void Announcements::set_health(Health health) {
  {
    const std::lock_guard lock(mutex_);
    if (health_ == health) return;
    health_ = health;
  }
  wake();
}

Health Announcements::health() const {
  const std::lock_guard lock(mutex_);
  return health_;
}

void Announcements::add_collector() {
  {
    const std::lock_guard lock(mutex_);
    ++collectors_;
  }
  wake();
}

void Announcements::remove_collector() {
  {
    const std::lock_guard lock(mutex_);
    --collectors_;
    ++losses_;
  }
  wake();
}

std::uint64_t Announcements::losses() const {
  const std::lock_guard lock(mutex_);
  return losses_;
}

Availability Announcements::availability() const {
  const std::lock_guard lock(mutex_);
  const bool taking = health_ == Health::kTaking && collectors_ > 0;
  return taking ? Availability::kOnline : Availability::kOffline;
}

std::vector<StreamAck> Announcements::take() {
  const std::lock_guard lock(mutex_);
  by_stream_.clear();
  Waiting waiting = std::exchange(acks_, {});
  return {std::make_move_iterator(waiting.begin()), std::make_move_iterator(waiting.end())};
}

void Announcements::wake() const {
  if (wake_) wake_();
}

}  // namespace tertulia::hub
