// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/fair_queue.h"

#include <algorithm>
#include <utility>

namespace tertulia::hub {
namespace {

const std::string kOwn = "hub";     // no device: names of lines have a slash
const std::string kNameless = "/";  // whoever sends on topics that name no device

std::string line_for(const Arrival& arrival) {
  if (const wire::Origin* origin = origin_of(arrival)) return origin->programme + "/" + origin->device;
  return std::holds_alternative<arrival::Poison>(arrival) ? kNameless : kOwn;
}

}  // namespace

bool FairQueue::put(Arrival arrival) {
  const std::size_t weight = weight_of(arrival);
  std::unique_lock lock(mutex_);
  if (closed_) return false;
  const auto line = line_of(arrival);
  if (line->name != kOwn && !make_room(line, weight)) {
    forget_if_empty(line);
    return false;
  }
  line->waiting.push_back(std::move(arrival));
  line->weight += weight;
  weight_ += weight;
  ++count_;
  const bool is_enough = count_ >= awaited_ || weight_ >= limits_.batch;  // a receiver is not woken for less
  lock.unlock();
  if (is_enough) changed_.notify_one();
  return true;
}

FairQueue::Lines::iterator FairQueue::line_of(const Arrival& arrival) {
  std::string name = line_for(arrival);
  const auto found = by_name_.find(name);
  if (found != by_name_.end()) return found->second;
  const auto line = lines_.insert(name == kOwn ? lines_.begin() : lines_.end(), Line{name, {}, 0});
  by_name_.emplace(std::move(name), line);
  return line;
}

// A line that has more than its part makes way for itself. One that has less finds room in the heaviest; the
// search for that is rare, since somebody who sends too much meets the first rule.
bool FairQueue::make_room(Lines::iterator line, std::size_t weight) {
  while (weight_ + weight > limits_.waiting) {
    if (line->weight + weight > limits_.waiting / lines_.size()) return false;
    const auto heaviest =
        std::max_element(lines_.begin(), lines_.end(), [](const Line& one, const Line& other) {
          return (one.name == kOwn ? 0 : one.weight) < (other.name == kOwn ? 0 : other.weight);
        });
    if (heaviest == line || heaviest->waiting.empty()) return false;
    const std::size_t gone = weight_of(heaviest->waiting.back());  // the newest: what was first stays first
    heaviest->waiting.pop_back();
    heaviest->weight -= gone;
    weight_ -= gone;
    --count_;
    forget_if_empty(heaviest);
  }
  return true;
}

void FairQueue::forget_if_empty(Lines::iterator line) {
  if (!line->waiting.empty()) return;
  by_name_.erase(line->name);
  lines_.erase(line);
}

Arrival FairQueue::take_from(Lines::iterator line) {
  Arrival taken = std::move(line->waiting.front());
  line->waiting.pop_front();
  const std::size_t weight = weight_of(taken);
  line->weight -= weight;
  weight_ -= weight;
  --count_;
  return taken;
}

std::vector<Arrival> FairQueue::take_batch(const BatchLimits& limits, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  wait_for(lock, 1, patience);
  if (count_ > 0) wait_for(lock, limits.count, limits.age);
  std::vector<Arrival> batch;
  std::size_t taken = 0;
  while (count_ > 0 && batch.size() < limits.count && (batch.empty() || taken < limits_.batch)) {
    const auto line = lines_.begin();
    batch.push_back(take_from(line));
    taken += weight_of(batch.back());
    if (line->name != kOwn) lines_.splice(lines_.end(), lines_, line);
    forget_if_empty(line);
  }
  return batch;
}

void FairQueue::wait_for(std::unique_lock<std::mutex>& lock, std::size_t count,
                         std::chrono::milliseconds patience) {
  awaited_ = count;
  changed_.wait_for(lock, patience, [&] { return closed_ || count_ >= count || weight_ >= limits_.batch; });
}

void FairQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  is_closed_.notify_all();
}

bool FairQueue::wait_closed(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  return is_closed_.wait_for(lock, patience, [this] { return closed_; });
}

bool FairQueue::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

std::size_t FairQueue::size() const {
  const std::lock_guard lock(mutex_);
  return count_;
}

}  // namespace tertulia::hub
