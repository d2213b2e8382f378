// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/command.h"

#include <optional>
#include <utility>

#include "firmware/wire/hub_commands.h"
#include "firmware/wire/topics.h"
#include "hub/collect/connection.h"

namespace tertulia::hub {
namespace {

constexpr int kNobodySubscribed = 0x10;

Result<hub_action::Announce> announce_from(const CommandLine& line) {
  hub_action::Announce announce;
  announce.length = std::chrono::minutes(line.minutes);
  for (const std::string& each : line.texts) {
    const auto equals = each.find('=');
    if (equals == 0 || equals == std::string::npos)
      return Error{"--text '" + each + "': write the language before it, as en='Lunch is served'"};
    announce.text.set(each.substr(0, equals), each.substr(equals + 1));
  }
  if (announce.text.empty()) return Error{"announce needs --text LANGUAGE=TEXT, at least once"};
  return announce;
}

// Publishes the command when the connection is ready, and ends it after the reply. A person waits for the
// outcome: the first failure ends it too, instead of a second attempt.
class Conversation final : public Connection::User {
 public:
  Conversation(const Clock& clock, const CommandRequest& request, Message message, const OnReply& on_reply)
      : clock_(clock), request_(request), message_(std::move(message)), on_reply_(on_reply) {}

  // `connection` is stopped at the end. Call it before the connection runs.
  void will_stop(Connection& connection) { connection_ = &connection; }
  [[nodiscard]] Outcome outcome() const { return outcome_.value_or(Error{"stopped"}); }

  void on_ready(Connection& connection) override {
    packet_ = connection.publish(message_);
    if (!packet_) return end(Error{"the command cannot be sent"});
    deadline_ = clock_.now().boot + request_.patience;
  }
  void on_failed(Connection&, const std::string& why) override { end(Error{why}); }
  void on_acknowledged(Connection&, int packet, int reason) override {
    if (packet != packet_) return;
    if (reason >= broker_event::kFirstErrorCode)
      end(Error{"the broker does not let this user publish commands to the programme " +
                request_.to.programme + "; check --programme, and the access list of the broker"});
    if (reason == kNobodySubscribed)
      end(
          Error{"no device with this name is subscribed at the broker; check the name, and whether it was "
                "ever connected"});
  }
  void on_message(Message message) override {
    const auto topic = wire::parse_device_topic(message.topic);
    if (!topic || message.correlation != message_.correlation) return;
    const auto reply = wire::decode_command_reply(message.payload);
    if (!reply.ok()) return;
    ++replies_;
    on_reply_(topic->origin.device, reply.value());
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
  void on_turn(Connection&) override {
    if (clock_.now().boot < deadline_) return;
    if (is_for_all() && replies_ > 0) return end(Done{});
    if (accepted_)
      return end(
          Error{"the device has accepted it and not yet said that it is done; it does so within 10 minutes"});
    end(Error{"no reply came in time; the device may be off, or it does not know this key"});
  }
  [[nodiscard]] std::optional<BootTime> due() const override { return deadline_; }

 private:
  [[nodiscard]] bool is_for_all() const { return request_.to.device == wire::kEveryDevice; }
  void end(Outcome outcome) {
    if (outcome_) return;
    outcome_ = std::move(outcome);
    connection_->stop();
  }

  const Clock& clock_;
  const CommandRequest& request_;
  const Message message_;
  const OnReply& on_reply_;
  Connection* connection_ = nullptr;
  BootTime deadline_{};
  std::optional<int> packet_;
  int replies_ = 0;
  bool accepted_ = false;
  std::optional<Outcome> outcome_;
};

}  // namespace

Result<HubAction> action_from(const CommandLine& line) {
  if (line.name == name_of(hub_action::Announce{})) {
    TRY(auto announce, announce_from(line));
    return HubAction(std::move(announce));
  }
  if (!line.texts.empty()) return Error{"--text is for announce only"};
  for (const HubAction& each : {HubAction(hub_action::ReloadPack{}), HubAction(hub_action::Identify{}),
                                HubAction(hub_action::Restart{}), HubAction(hub_action::ExportNow{})})
    if (line.name == name_of(each)) return each;
  return Error{"'" + line.name +
               "' is no command: use announce, reload-pack, identify, restart or export-now"};
}

Outcome send_command(std::unique_ptr<Broker> broker, const Clock& clock, const wire::SigningKey& key,
                     const CommandRequest& request, const OnReply& on_reply) {
  HubCommand command = request.command;
  command.correlation = std::to_string(command.number);
  const bool is_for_all = request.to.device == wire::kEveryDevice;
  const wire::Origin replying{request.to.programme, is_for_all ? "+" : request.to.device};
  Conversation conversation(clock, request, key.sign(wire::to_message(command, request.to)), on_reply);
  Connection connection(
      std::move(broker), clock,
      {request.broker, std::nullopt, {wire::reply_topic(replying, name_of(command.action))}},
      [](std::string_view) {});
  conversation.will_stop(connection);
  connection.run(conversation);
  return conversation.outcome();
}

}  // namespace tertulia::hub
