// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/command.h"

#include <optional>

#include "firmware/wire/hub_commands.h"
#include "firmware/wire/topics.h"

namespace tertulia::hub {
namespace {

constexpr BootTime kConnectPatience = std::chrono::seconds(10);
constexpr int kNobodySubscribed = 0x10;

Result<hub_action::Announce> announce_from(const CommandWords& words) {
  hub_action::Announce announce;
  announce.length = std::chrono::minutes(words.minutes);
  for (const std::string& each : words.texts) {
    const auto equals = each.find('=');
    if (equals == 0 || equals == std::string::npos)
      return Error{"--text '" + each + "': write the language before it, as en='Lunch is served'"};
    announce.text.set(each.substr(0, equals), each.substr(equals + 1));
  }
  if (announce.text.empty()) return Error{"announce needs --text LANGUAGE=TEXT, at least once"};
  return announce;
}

// One conversation with the broker, from the connection to the answers.
class Conversation {
 public:
  Conversation(Broker& broker, const Clock& clock, const Dispatch& dispatch, const Heard& heard)
      : broker_(broker), clock_(clock), dispatch_(dispatch), heard_(heard) {}

  Outcome hold(const Message& command) {
    message_ = command;
    TRY_DONE(broker_.connect(dispatch_.broker, std::nullopt));
    deadline_ = now() + kConnectPatience;
    while (!end_) {
      if (now() >= deadline_) give_up();
      if (end_) break;
      for (const BrokerEvent& event : broker_.wait(deadline_))
        std::visit([this](const auto& each) { handle(each); }, event);
    }
    broker_.disconnect();
    return *end_;
  }

 private:
  [[nodiscard]] bool is_for_all() const { return dispatch_.to.device == wire::kEveryDevice; }
  [[nodiscard]] BootTime now() const { return clock_.now().boot; }
  void end(Outcome outcome) {
    if (!end_) end_ = std::move(outcome);
  }
  void go_on(const Result<int>& packet) {
    if (!packet.ok()) end(packet.error());
  }

  void give_up() {
    if (is_for_all() && replies_ > 0) return end(Done{});
    if (accepted_)
      return end(
          Error{"the device has accepted it and not yet said that it is done; it does so within 10 minutes"});
    end(Error{given_ ? "no answer came in time; the device may be off, or not know this key"
                     : "the broker does not answer within 10 s"});
  }
  void handle(const broker_event::Connected&) {
    const wire::Origin from{dispatch_.to.programme, is_for_all() ? std::string("+") : dispatch_.to.device};
    go_on(broker_.subscribe({wire::reply_topic(from, name_of(dispatch_.command.action))}, 1));
  }
  void handle(const broker_event::Subscribed& subscribed) {
    if (!subscribed.granted)
      return end(Error{"the broker does not let this user hear answers; check its ACL"});
    const auto packet = broker_.publish(message_);
    go_on(packet);
    if (!packet.ok()) return;
    given_ = packet.value();
    deadline_ = now() + dispatch_.patience;
  }
  void handle(const broker_event::Acknowledged& puback) {
    if (given_ != puback.packet) return;
    if (puback.reason >= broker_event::kFirstErrorCode)
      end(Error{"the broker does not let this user give commands; check its ACL"});
    if (puback.reason == kNobodySubscribed) end(Error{"no device with this name is known to the broker"});
  }
  void handle(const broker_event::Received& received) {
    const Message& message = received.message;
    const auto topic = wire::parse_device_topic(message.topic);
    if (!topic || message.correlation != message_.correlation) return;
    const auto reply = wire::decode_command_reply(message.payload);
    if (!reply.ok()) return;
    ++replies_;
    heard_(topic->origin.device, reply.value());
    if (is_for_all()) return;
    switch (reply.value().result) {
      case ReplyResult::kDone:
        return end(Done{});
      case ReplyResult::kRefused:
        return end(Error{"refused"});
      case ReplyResult::kAccepted:
        accepted_ = true;  // it replies again when it is done
    }
  }
  void handle(const broker_event::Refused& refused) {
    end(Error{"the broker refuses the connection: " + refused.text +
              "; check user name, password or certificate"});
  }
  void handle(const broker_event::Lost& lost) { end(Error{"the connection was lost: " + lost.text}); }

  Broker& broker_;
  const Clock& clock_;
  const Dispatch& dispatch_;
  const Heard& heard_;
  Message message_;
  BootTime deadline_{};
  std::optional<int> given_;  // packet of the command
  int replies_ = 0;
  bool accepted_ = false;
  std::optional<Outcome> end_;
};

}  // namespace

Result<HubAction> action_from(const CommandWords& words) {
  if (words.name == name_of(hub_action::Announce{})) {
    TRY(auto announce, announce_from(words));
    return HubAction(std::move(announce));
  }
  if (!words.texts.empty()) return Error{"--text is for announce only"};
  for (const HubAction& each : {HubAction(hub_action::ReloadPack{}), HubAction(hub_action::Identify{}),
                                HubAction(hub_action::Restart{}), HubAction(hub_action::ExportNow{})})
    if (words.name == name_of(each)) return each;
  return Error{"'" + words.name +
               "' is no command: use announce, reload-pack, identify, restart or export-now"};
}

Outcome send_command(Broker& broker, const Clock& clock, const wire::SigningKey& key,
                     const Dispatch& dispatch, const Heard& heard) {
  HubCommand command = dispatch.command;
  command.correlation = std::to_string(command.number);
  Conversation conversation(broker, clock, dispatch, heard);
  return conversation.hold(key.sign(wire::to_message(command, dispatch.to)));
}

}  // namespace tertulia::hub
