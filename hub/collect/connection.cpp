// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/connection.h"

namespace tertulia::hub {
namespace {

constexpr BootTime kGoodbyeDeadline = std::chrono::milliseconds(500);  // a stop takes 2 s at most
constexpr BootTime kProven = std::chrono::seconds(30);  // a connection that stood so long works
constexpr int kTakenOver = 0x8E;                        // MQTT 5.0, section 2.4
constexpr const char* kOtherName = " If two hubs run at this broker, give one of them another --name";

}  // namespace

Connection::Connection(std::unique_ptr<Broker> broker, const Clock& clock, ConnectionPlan plan, Log log,
                       Jitter jitter)
    : broker_(std::move(broker)),
      clock_(clock),
      plan_(std::move(plan)),
      log_(std::move(log)),
      planner_(std::move(jitter)) {}

void Connection::run(User& user) {
  while (!stopping_) {
    auto until = advance(user);
    if (planner_.ready()) {
      user.on_turn(*this);
      until = earliest(until, user.due());
    }
    if (stopping_) break;
    for (const BrokerEvent& event : broker_->wait(until))
      std::visit([&](const auto& known) { handle(known, user); }, event);
  }
  say_goodbye(user);
}

void Connection::stop() {
  stopping_ = true;
  broker_->wake();
}

std::optional<int> Connection::publish(const Message& message) {
  if (!planner_.ready()) return std::nullopt;
  const auto packet = broker_->publish(message);
  if (!packet.ok()) {
    log_("could not publish on " + message.topic + ": " + packet.error().message);
    return std::nullopt;
  }
  unacknowledged_.insert(packet.value());
  return packet.value();
}

std::optional<BootTime> Connection::advance(User& user) {
  for (;;) {
    const ConnectionAction action = planner_.next(now());
    if (const auto* wait = std::get_if<connection_action::Wait>(&action)) return wait->until;
    std::visit([&](const auto& each) { carry_out(each, user); }, action);
  }
}

void Connection::carry_out(const connection_action::Connect& action, User& user) {
  BrokerAddress address = plan_.address;
  address.keep_alive_seconds = static_cast<int>(action.keep_alive.count());
  if (const auto started = broker_->connect(address, plan_.will); !started.ok())
    lose({0, started.error().message}, user);
}

void Connection::carry_out(const connection_action::Subscribe&, User& user) {
  const auto packet = broker_->subscribe(plan_.filters, 1);
  if (!packet.ok()) return lose({0, packet.error().message}, user);
  subscription_ = packet.value();
}

void Connection::carry_out(const connection_action::Announce&, User& user) {
  ready_since_ = now();
  user.on_ready(*this);
}

void Connection::carry_out(const connection_action::Abandon&, User& user) { drop(user); }

void Connection::handle(const broker_event::Refused& refused, User& user) {
  planner_.refused(now(), refused.reason,
                   "the broker refuses the connection: " + refused.text +
                       "; check user name, password file or certificate");
  drop(user);
}

void Connection::handle(const broker_event::Lost& lost, User& user) { lose(lost, user); }

void Connection::handle(const broker_event::Subscribed& subscribed, User&) {
  if (subscribed.packet != subscription_) return;
  if (subscribed.granted)
    planner_.subscribed(now());
  else
    planner_.subscription_refused(now());
}

void Connection::handle(const broker_event::Acknowledged& acknowledged, User& user) {
  unacknowledged_.erase(acknowledged.packet);
  if (acknowledged.reason >= broker_event::kFirstErrorCode)
    log_("the broker refused a message (reason " + std::to_string(acknowledged.reason) +
         "); check its access list for this user");
  user.on_acknowledged(*this, acknowledged.packet, acknowledged.reason);
}

void Connection::lose(const broker_event::Lost& lost, User& user) {
  const bool was_ready = planner_.ready();
  const bool is_proven = was_ready && now() - ready_since_ >= kProven;
  if (is_proven) planner_.proven();
  // Mosquitto 2.0.11 ends the connection that was taken over without a reason.
  if (lost.reason == kTakenOver)
    log_(plan_.address.client_id + " was taken over: another hub came in under its name." + kOtherName);
  else if (was_ready && !is_proven)
    log_(plan_.address.client_id +
         " was let in and soon put out. Perhaps another hub came in under its name." + kOtherName);
  planner_.lost(now(), lost);
  if (was_ready) user.on_lost();
  drop(user);
}

void Connection::drop(User& user) {
  broker_->abandon();
  unacknowledged_.clear();
  log_(plan_.address.client_id + " has no broker at " + plan_.address.host + ":" +
       std::to_string(plan_.address.port) + " (" + planner_.detail() + "); it tries again within 40 s");
  user.on_failed(*this, planner_.detail());
}

void Connection::say_goodbye(User& user) {
  const BootTime deadline = now() + kGoodbyeDeadline;
  if (planner_.ready()) user.on_stop(*this);
  while (planner_.ready() && !unacknowledged_.empty() && now() < deadline)
    for (const BrokerEvent& event : broker_->wait(deadline))
      std::visit([&](const auto& known) { handle(known, user); }, event);
  broker_->disconnect();
}

}  // namespace tertulia::hub
