// SPDX-License-Identifier: Apache-2.0
// Which words of the hub are followed: signed by its key, for this device, and not older than what was heard
// before.
#include <algorithm>

#include "firmware/app/courier/courier_state.h"

namespace tertulia {

bool Courier::State::is_from_hub(const Message& message) const {
  return std::any_of(settings.hub_keys.begin(), settings.hub_keys.end(),
                     [&](const wire::PublicKey& key) { return key.has_signed(message); });
}

void Courier::State::refuse(const std::string& reason) {
  if (const auto line = refusals.note(now(), reason)) settings.log(*line);
}

void Courier::State::handle_ack(const Message& message) {
  if (!is_from_hub(message)) return refuse("an acknowledgement that the hub has not signed for this device");
  auto ack = wire::decode_ack(message.payload);
  if (!ack.ok()) return refuse(ack.error().message);
  if (ack.value().number < last_ack) return refuse("an acknowledgement that is older than one before");
  last_ack = ack.value().number;
  follow_hub(ack.value().hub);
  outbox.acknowledged(now(), ack.value());
  // One that the broker kept may be older than the cure: the answer is tried once more.
  if (!message.retain)
    for (to_keeper::Park& letter : outbox.refused(ack.value())) keeper.put(std::move(letter));
  if (outbox.is_disputed(ack.value()))
    refuse("a receipt for an answer, with another content than it has here");
  if (!message.retain) connection.proven();
  gather(std::move(ack).value());
}

// What a hub said before it was restored must not be taken for what it says now: each word goes on its own.
// The store remembers the epoch, and offers again what is kept; then those rows come before all others.
void Courier::State::follow_hub(const std::string& epoch) {
  if (epoch.empty() || epoch == hub_epoch) return;
  hand_over_acks();
  if (!hub_epoch.empty())
    settings.log(
        "The hub is another one than before, or was restored from a backup: what is kept is offered again");
  hub_epoch = epoch;
  outbox.start_over();
}

// The latest mark of an epoch stands for all; of the receipts each counts.
void Courier::State::gather(Ack ack) {
  auto& gathered = acks[ack.epoch];
  auto receipts = std::move(gathered.receipts);
  receipts.insert(receipts.end(), ack.receipts.begin(), ack.receipts.end());
  gathered = std::move(ack);
  gathered.receipts = std::move(receipts);
  if (gathered.receipts.size() >= kManyReceipts) hand_over_acks();
}

}  // namespace tertulia
