// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/budgets.h"

#include <algorithm>
#include <utility>

namespace tertulia::hub {
namespace {

// More than any programme has. The access list binds devices to their names; this bounds what a broker
// without one could do.
constexpr std::size_t kMostAccounts = 10'000;
constexpr std::size_t kMostNews = 1'000;

double seconds_in(BootTime time) { return std::chrono::duration<double>(time).count(); }

std::size_t index_of(Budget budget) { return static_cast<std::size_t>(budget); }

}  // namespace

std::string words_of(Budget budget) {
  switch (budget) {
    case Budget::kMessages:
      return "it sends more messages than a device may";
    case Budget::kRows:
      return "it sends more rows than a device may";
    case Budget::kBytes:
      return "it sends more bytes than a device may";
    case Budget::kEpochs:
      return "it names more databases of its own than a device may";
    case Budget::kSetAside:
      return "it sends more answers that cannot be counted than a device may";
  }
  return {};
}

Budgets::Budgets(const Allowances& all)
    : allowances_{all.messages, all.rows, all.bytes, all.epochs, all.set_aside} {}

bool Budgets::takes(const wire::Origin& device, BootTime now) {
  const std::lock_guard lock(mutex_);
  Account& account = account_of(device, now);
  return has(device, account, Budget::kRows) && has(device, account, Budget::kBytes) &&
         spend(device, account, Budget::kMessages);
}

bool Budgets::hears(const wire::Origin& device, BootTime now) {
  const std::lock_guard lock(mutex_);
  return spend(device, account_of(device, now), Budget::kMessages);
}

// What is in the queue already may take a level below zero: it is paid back.
void Budgets::stored(const wire::Origin& device, std::size_t bytes, BootTime now) {
  const std::lock_guard lock(mutex_);
  Account& account = account_of(device, now);
  account.buckets[index_of(Budget::kRows)].level -= 1;
  account.buckets[index_of(Budget::kBytes)].level -= static_cast<double>(bytes);
}

bool Budgets::begins_epoch(const wire::Origin& device, BootTime now) {
  const std::lock_guard lock(mutex_);
  return spend(device, account_of(device, now), Budget::kEpochs);
}

bool Budgets::sets_aside(const wire::Origin& device, BootTime now) {
  const std::lock_guard lock(mutex_);
  return spend(device, account_of(device, now), Budget::kSetAside);
}

std::vector<OverBudget> Budgets::take_news() {
  const std::lock_guard lock(mutex_);
  return std::exchange(news_, {});
}

Budgets::Account& Budgets::account_of(const wire::Origin& device, BootTime now) {
  const std::string name = device.programme + "/" + device.device;
  if (accounts_.size() >= kMostAccounts && !accounts_.contains(name)) forget_the_full();
  const auto [found, is_new] = accounts_.try_emplace(name);
  Account& account = found->second;
  const double passed = seconds_in(std::max(now - account.at, BootTime(0)));
  account.at = now;
  for (std::size_t i = 0; i < kBudgets; ++i) {
    Bucket& bucket = account.buckets[i];
    const Allowance& allowance = allowances_[i];
    bucket.level =
        is_new ? allowance.burst : std::min(allowance.burst, bucket.level + passed * allowance.per_second);
    if (bucket.level >= allowance.burst / 2) bucket.is_told = false;
  }
  return account;
}

bool Budgets::has(const wire::Origin& device, Account& account, Budget budget) {
  Bucket& bucket = account.buckets[index_of(budget)];
  if (bucket.level >= 1) return true;
  if (!std::exchange(bucket.is_told, true) && news_.size() < kMostNews) news_.push_back({device, budget});
  return false;
}

bool Budgets::spend(const wire::Origin& device, Account& account, Budget budget) {
  if (!has(device, account, budget)) return false;
  account.buckets[index_of(budget)].level -= 1;
  return true;
}

// An account that is full says nothing that a new one would not. When every device is in the middle of
// something, all begin anew.
void Budgets::forget_the_full() {
  std::erase_if(accounts_, [this](const auto& each) {
    for (std::size_t i = 0; i < kBudgets; ++i)
      if (each.second.buckets[i].level < allowances_[i].burst / 2) return false;
    return true;
  });
  if (accounts_.size() >= kMostAccounts) accounts_.clear();
}

}  // namespace tertulia::hub
