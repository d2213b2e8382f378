// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/announcements.h"

#include <algorithm>
#include <utility>

namespace tertulia::hub {
namespace {

bool is_same_stream(const Said& one, const Said& other) {
  return one.origin.device == other.origin.device && one.origin.programme == other.origin.programme &&
         one.ack.epoch == other.ack.epoch;
}

// The newest of both: for what was left out the device asks again by sending again.
template <class Word>
std::vector<Word> joined(std::vector<Word> old, const std::vector<Word>& fresh) {
  old.insert(old.end(), fresh.begin(), fresh.end());
  if (old.size() > kMostReceiptsKept)
    old.erase(old.begin(), old.end() - static_cast<std::ptrdiff_t>(kMostReceiptsKept));
  return old;
}

}  // namespace

void Announcements::say(std::vector<Said> acks) {
  if (acks.empty()) return;
  {
    const std::lock_guard lock(mutex_);
    for (Said& said : acks) {
      const auto old = std::find_if(acks_.begin(), acks_.end(),
                                    [&](const Said& each) { return is_same_stream(each, said); });
      if (old != acks_.end()) {
        said.ack.receipts = joined(std::move(old->ack.receipts), said.ack.receipts);
        said.ack.refused = joined(std::move(old->ack.refused), said.ack.refused);
        acks_.erase(old);
      }
      acks_.push_back(std::move(said));
    }
  }
  tell();
}

void Announcements::set_health(Health health) {
  {
    const std::lock_guard lock(mutex_);
    if (health_ == health) return;
    health_ = health;
  }
  tell();
}

Health Announcements::health() const {
  const std::lock_guard lock(mutex_);
  return health_;
}

void Announcements::add_listener() {
  {
    const std::lock_guard lock(mutex_);
    ++listeners_;
  }
  tell();
}

void Announcements::remove_listener() {
  {
    const std::lock_guard lock(mutex_);
    --listeners_;
    ++losses_;
  }
  tell();
}

std::uint64_t Announcements::losses() const {
  const std::lock_guard lock(mutex_);
  return losses_;
}

Availability Announcements::availability() const {
  const std::lock_guard lock(mutex_);
  const bool taking = health_ == Health::kTaking && listeners_ > 0;
  return taking ? Availability::kOnline : Availability::kOffline;
}

std::vector<Said> Announcements::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(acks_, {});
}

void Announcements::tell() const {
  if (heard_) heard_();
}

}  // namespace tertulia::hub
