// SPDX-License-Identifier: Apache-2.0
#include "hub/store/set_aside.h"

#include <algorithm>

#include "firmware/domain/digest.h"

namespace tertulia::hub {
namespace {

constexpr std::string_view kPut =
    "INSERT INTO quarantine (digest, topic, payload, attributes, reason, day) VALUES ($1, $2, $3, $4, $5, "
    "$6)";
constexpr std::string_view kPutAgain = "UPDATE quarantine SET times = times + 1 WHERE digest = $1";
constexpr std::string_view kPutOfDevice =
    "INSERT INTO quarantine_of_device (owner, day, digest, bytes) VALUES ($1, $2, $3, $4)";
constexpr std::string_view kOldest =
    "SELECT day, digest, bytes FROM quarantine_of_device WHERE owner = $1 ORDER BY day, digest LIMIT 1";
constexpr std::string_view kRemove = "DELETE FROM quarantine WHERE digest = $1";
constexpr std::string_view kRemoveOfDevice =
    "DELETE FROM quarantine_of_device WHERE owner = $1 AND day = $2 AND digest = $3";
constexpr std::string_view kUses = "SELECT owner, held, bytes FROM quarantine_use";
constexpr std::string_view kPutUse =
    "INSERT INTO quarantine_use (owner, held, bytes) VALUES ($1, $2, $3) ON CONFLICT (owner) DO UPDATE SET "
    "held = $2, bytes = $3";

const std::string kPeople;                 // the owner of what people gave
constexpr std::size_t kLongestOwner = 80;  // an index takes no text of any length

std::string digest_of(const PoisonRow& row) {
  return sha256_hex(row.topic + "\n" + row.attributes + "\n" + row.payload);
}

std::uint64_t bytes_of(const PoisonRow& row) {
  return row.topic.size() + row.attributes.size() + row.payload.size();
}

std::string_view below(std::string_view topic) {
  const auto slash = topic.find('/');
  return slash == std::string_view::npos ? std::string_view() : topic.substr(slash + 1);
}

// "{programme}/{device}" of trt/1/{programme}/{device}/..., also where the rest is none of our topics.
std::string owner_of(const PoisonRow& row) {
  if (row.topic.ends_with("/ev/feedback") || row.topic.ends_with("/ev/contact")) return kPeople;
  const std::string_view name = below(below(row.topic));
  const std::string_view rest = below(below(name));
  const std::size_t size = rest.empty() ? name.size() : name.size() - rest.size() - 1;
  const std::string owner(name.substr(0, std::min(size, kLongestOwner)));
  return owner.empty() ? "?" : owner;
}

}  // namespace

Result<bool> Quarantine::repeat(const PoisonRow& row) {
  TRY(const std::uint64_t again, sql_.run(kPutAgain, {digest_of(row)}));
  return again > 0;
}

Result<SaveResult> Quarantine::put(const PoisonRow& row) {
  TRY(const bool is_there, repeat(row));
  if (is_there) return SaveResult::kSetAside;
  TRY_DONE(load());
  const std::string owner = owner_of(row);
  const std::uint64_t bytes = bytes_of(row);
  TRY(const bool has_room, make_room(owner, bytes));
  if (!has_room) return SaveResult::kRefused;
  const std::string digest = digest_of(row);
  TRY_DONE(sql_.post(kPut, {digest, row.topic, Bytes(row.payload), row.attributes, row.reason, day_}));
  if (owner != kPeople) TRY_DONE(sql_.post(kPutOfDevice, {owner, day_, digest, bytes}));
  count(owner, bytes);
  return SaveResult::kSetAside;
}

Outcome Quarantine::finish() {
  if (!uses_) return Done{};
  for (const auto& [owner, use] : *uses_)
    if (use.is_changed) TRY_DONE(sql_.post(kPutUse, {owner, use.rows, use.bytes}));
  return Done{};
}

Outcome Quarantine::load() {
  if (uses_) return Done{};
  uses_.emplace();
  return sql_.query(kUses, {}, [this](const SqlRow& row) {
    const Use use{row.number(1), row.number(2)};
    (*uses_)[row.text(0)] = use;
    all_.rows += use.rows;
    all_.bytes += use.bytes;
    return Done{};
  });
}

void Quarantine::count(const std::string& owner, std::uint64_t bytes) {
  Use& use = (*uses_)[owner];
  use = {use.rows + 1, use.bytes + bytes, true};
  all_ = {all_.rows + 1, all_.bytes + bytes};
}

// False: only what people gave is left.
Result<bool> Quarantine::make_room(const std::string& owner, std::uint64_t bytes) {
  if (owner != kPeople) {
    const Use& own = (*uses_)[owner];
    while (own.rows > 0 &&
           (own.rows >= limits_.rows_of_device || own.bytes + bytes > limits_.bytes_of_device))
      TRY_DONE(remove_oldest(owner));
  }
  while (all_.rows >= limits_.rows || all_.bytes + bytes > limits_.bytes) {
    const std::string gives = fullest();
    if (gives == kPeople) return false;
    TRY_DONE(remove_oldest(gives));
  }
  return true;
}

// Of those whose rows can go; kPeople when there are none.
std::string Quarantine::fullest() const {
  auto found = uses_->end();
  for (auto each = uses_->begin(); each != uses_->end(); ++each)
    if (each->first != kPeople && each->second.rows > 0 &&
        (found == uses_->end() || each->second.bytes > found->second.bytes))
      found = each;
  return found == uses_->end() ? kPeople : found->first;
}

Outcome Quarantine::remove_oldest(const std::string& owner) {
  std::string day;
  std::string digest;
  std::uint64_t bytes = 0;
  TRY_DONE(sql_.query(kOldest, {owner}, [&](const SqlRow& row) {
    day = row.text(0);
    digest = row.text(1);
    bytes = row.number(2);
    return Done{};
  }));
  Use& use = (*uses_)[owner];
  if (digest.empty()) {  // somebody removed rows by hand
    all_ = {all_.rows - std::min(all_.rows, use.rows), all_.bytes - std::min(all_.bytes, use.bytes)};
    use = {0, 0, true};
    return Done{};
  }
  TRY_DONE(sql_.post(kRemove, {digest}));
  TRY_DONE(sql_.post(kRemoveOfDevice, {owner, day, digest}));
  use = {use.rows - 1, use.bytes - std::min(use.bytes, bytes), true};
  all_ = {all_.rows - 1, all_.bytes - std::min(all_.bytes, bytes)};
  return Done{};
}

}  // namespace tertulia::hub
