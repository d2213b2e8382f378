// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/link.h"

#include "hub/collect/backoff.h"

namespace tertulia::hub {
namespace {

constexpr BootTime kConnectDeadline = std::chrono::seconds(10);
constexpr BootTime kGoodbyeDeadline = std::chrono::seconds(3);
constexpr BootTime kProven =
    std::chrono::seconds(30);  // a connection that lasted so long resets the back-off

}  // namespace

Link::Link(std::unique_ptr<Broker> broker, const Clock& clock, LinkPlan plan, Log log)
    : broker_(std::move(broker)),
      clock_(clock),
      plan_(std::move(plan)),
      log_(std::move(log)),
      random_(std::random_device{}()) {}

void Link::run(User& user) {
  while (!stopping_) {
    if (stage_ == Stage::kWaiting && (!until_ || now() >= *until_)) connect(user);
    for (const BrokerEvent& event : broker_->wait(until_)) handle(event, user);
    const bool is_late = (stage_ == Stage::kConnecting || stage_ == Stage::kSubscribing) && now() >= *until_;
    if (is_late) fail("no answer to the connection within 10 s", user);
    if (is_ready()) user.on_wake(*this);
  }
  say_goodbye(user);
}

void Link::stop() {
  stopping_ = true;
  broker_->wake();
}

void Link::publish(const Message& message) {
  if (!is_ready()) return;
  const auto packet = broker_->publish(message);
  if (packet.ok()) {
    unacknowledged_.insert(packet.value());
  } else {
    log_("could not publish on " + message.topic + ": " + packet.error().message);
  }
}

void Link::connect(User& user) {
  stage_ = Stage::kConnecting;
  until_ = now() + kConnectDeadline;
  const auto started = broker_->connect(plan_.address, plan_.will);
  if (!started.ok()) fail(started.error().message, user);
}

void Link::fail(const std::string& why, User& user) {
  broker_->abandon();
  unacknowledged_.clear();
  if (is_ready()) {
    if (now() - ready_since_ >= kProven) attempt_ = 0;
    user.on_lost();
  }
  stage_ = Stage::kWaiting;
  const double chance = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
  const Milliseconds delay = reconnect_delay(attempt_++, chance);
  until_ = now() + delay;
  log_(plan_.address.client_id + " has no broker at " + plan_.address.host + ":" +
       std::to_string(plan_.address.port) + " (" + why + "); next attempt in " +
       std::to_string(delay.count()) + " ms");
}

void Link::handle(const BrokerEvent& event, User& user) {
  std::visit([&](const auto& known) { handle(known, user); }, event);
}

void Link::handle(const broker_event::Connected&, User& user) {
  if (stage_ != Stage::kConnecting) return;
  const auto packet = broker_->subscribe(plan_.filters, 1);
  if (!packet.ok()) return fail(packet.error().message, user);
  subscription_ = packet.value();
  stage_ = Stage::kSubscribing;
}

void Link::handle(const broker_event::Refused& refused, User& user) {
  fail("refused: " + refused.text + "; check user name and password file", user);
}

void Link::handle(const broker_event::Lost& lost, User& user) { fail(lost.text, user); }

void Link::handle(const broker_event::Subscribed& subscribed, User& user) {
  if (stage_ != Stage::kSubscribing || subscribed.packet != subscription_) return;
  if (!subscribed.granted)
    return fail("the broker does not allow the subscription; check its access list for this user", user);
  stage_ = Stage::kReady;
  until_.reset();
  ready_since_ = now();
  user.on_ready(*this);
}

void Link::handle(const broker_event::Acknowledged& acknowledged, User&) {
  unacknowledged_.erase(acknowledged.packet);
  if (acknowledged.reason >= broker_event::kFirstErrorCode)
    log_("the broker refused a message (reason " + std::to_string(acknowledged.reason) +
         "); check its access list for this user");
}

void Link::handle(const broker_event::Received& received, User& user) { user.on_message(received.message); }

void Link::say_goodbye(User& user) {
  const BootTime deadline = now() + kGoodbyeDeadline;
  if (is_ready()) user.on_stop(*this);
  while (is_ready() && !unacknowledged_.empty() && now() < deadline)
    for (const BrokerEvent& event : broker_->wait(deadline)) handle(event, user);
  broker_->disconnect();
}

}  // namespace tertulia::hub
