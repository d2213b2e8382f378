// SPDX-License-Identifier: Apache-2.0
// What the courier knows and does within a turn. For courier.cpp (the turn and the planners),
// courier_talk.cpp (what the broker says and what this device says) courier_trust.cpp (whom it believes) and
// courier_commands.cpp. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "firmware/app/courier/courier.h"
#include "firmware/app/courier/outbox_planner.h"
#include "firmware/app/courier/refusals.h"
#include "firmware/app/courier/timer_relay.h"
#include "firmware/connection/connection_planner.h"
#include "firmware/threads/mailbox.h"

namespace tertulia {

struct Courier::State {
  static constexpr std::size_t kMostKept = 1000;  // messages for a thread that does not read
  static constexpr std::uint32_t kReplyExpirySeconds = 3600;
  static constexpr std::size_t kMostReplies = 20;
  static constexpr std::size_t kManyReceipts = 512;  // worth a transaction of the keeper at once

  State(Broker& broker_port, const Clock& clock_port, CourierSettings how, const CourierBoxes& boxes);

  Broker& broker;
  const Clock& clock;
  const CourierSettings settings;
  CourierBox& in;
  Sender<ToKeeper> keeper;
  Sender<ToMain> main;
  ConnectionPlanner connection;
  OutboxPlanner outbox;
  TimerRelay timers;

  std::uint32_t maximum_packet = 0;
  std::optional<int> goodbye;   // packet of the last presence message
  to_courier::Pending pending;  // as last heard from the keeper
  bool pending_unsaid = false;  // not yet in a presence message
  BootTime presence_said{};
  std::map<std::string, Ack> acks;  // of the hub, by epoch, not yet handed to the keeper
  std::uint64_t last_ack = 0;       // highest number that was followed
  std::uint64_t last_command = 0;
  std::string hub_epoch;         // as last heard since the start; empty: not yet
  std::vector<Message> replies;  // to commands, not yet said
  Refusals refusals;
  BootTime acks_handed{};
  std::optional<std::tuple<Link, LinkProblem, std::string>> link_said;
  bool done = false;

  void turn();
  [[nodiscard]] BootTime now() const { return clock.now().boot; }

  void take(to_courier::Waiting& rows) { outbox.rows(now(), std::move(rows.rows)); }
  void take(const to_courier::NewRows&) { outbox.rows_appended(); }
  void take(const to_courier::Pending& news);
  void take(const to_courier::Reply& each) { say_reply(each.command, each.correlation, each.reply); }
  void take(to_courier::PublishTimer& change) { timers.publish(change.room, std::move(change.timer)); }

  std::optional<BootTime> follow_connection();
  void carry_out(const connection_action::Connect& action);
  void carry_out(const connection_action::Subscribe&);
  void carry_out(const connection_action::Announce&);
  void carry_out(const connection_action::Abandon&);
  void carry_out(const connection_action::Wait&) {}

  std::optional<BootTime> follow_outbox();
  void send(const OutboxRow& row);

  void handle(const broker_event::Connected& event);
  void handle(const broker_event::Refused& event);
  void handle(const broker_event::Lost& event);
  void handle(const broker_event::Subscribed& event);
  void handle(const broker_event::Acknowledged& event);
  void handle(const broker_event::Received& event);
  void handle_ack(const Message& message);
  void follow_hub(const std::string& epoch);
  void gather(Ack ack);
  void handle_command(const Message& message, const std::string& name);
  void refuse_command(const Message& message, const std::string& name, const std::string& why);
  void handle_hub_state(const Message& message);
  void handle_timer(const Message& message);

  [[nodiscard]] bool is_from_hub(const Message& message) const;
  void refuse(const std::string& reason);

  [[nodiscard]] Message presence(wire::PresenceState state, std::uint64_t birth) const;
  void say(const Message& message);
  void say_reply(const std::string& command, const std::string& correlation, const CommandReply& reply);
  void say_replies();
  void say_presence();
  void say_meta();
  void say_timers();
  void hand_over_acks();
  void report();
  [[nodiscard]] std::optional<BootTime> own_business() const;
  void lose(int reason, LinkProblem problem, const std::string& text);
  void listen(std::optional<BootTime> until);
  void say_goodbye();
};

}  // namespace tertulia
