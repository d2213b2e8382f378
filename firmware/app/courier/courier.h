// SPDX-License-Identifier: Apache-2.0
// The courier: the thread that owns the device's broker connection. It connects, sends the outbox, and hands
// on what arrives. It decides little by itself: ConnectionPlanner, OutboxPlanner and HubGate
// decide, and the courier carries out what they say.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/courier/hub_gate.h"
#include "firmware/app/courier/outbox_planner.h"
#include "firmware/app/courier/pending_acks.h"
#include "firmware/app/courier/refusals.h"
#include "firmware/app/courier/round_trip.h"
#include "firmware/app/state/messages.h"
#include "firmware/connection/connection_planner.h"
#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/envelope.h"

namespace tertulia {

// All must outlive the courier's thread. A put into `in` must wake Broker::wait().
struct CourierBoxes {
  CourierBox& in;
  KeeperBox& keeper;
  MainBox& main;
};

// TLS is not tried under a clock that cannot judge a certificate (firmware/docs/wire.md, "Clock").
struct ClockFloor {
  WallTime built{};      // the program: no right clock shows less
  WallTime last_good{};  // the latest that a good clock has shown

  // A good clock may show less than last_good: one that was set wrongly once must not lock the device out for
  // good.
  [[nodiscard]] bool allows(const Now& now) const {
    return now.wall >= built && (now.wall >= last_good || is_good(now.quality));
  }
};

struct CourierSettings {
  BrokerAddress address;
  wire::Origin origin;
  wire::Meta meta;
  std::string epoch;
  std::vector<std::string> rooms;  // that this device follows
  ClockFloor floor;
  std::uint64_t jitter_seed = 0;               // of the back-off; 0: from client id and boot clock
  std::vector<wire::PublicKey> hub_keys;       // see HubGate
  std::map<std::string, std::uint64_t> marks;  // of the store, see HubGate
  std::function<void(const std::string&)> log = [](const std::string&) {};  // on the courier's thread
};

// One thread. Broker, clock and boxes must outlive it.
class Courier {
 public:
  Courier(Broker& broker, const Clock& clock, CourierSettings settings, const CourierBoxes& boxes);

  // Reads the mailbox, carries out what the planners say, waits once for the broker, handles what it brought.
  void turn();
  // The mailbox was closed, and the broker knows that the device has left.
  [[nodiscard]] bool done() const { return done_; }

 private:
  [[nodiscard]] BootTime now() const { return clock_.now().boot; }

  void take(to_courier::Waiting& rows) { outbox_.rows(now(), std::move(rows.rows)); }
  void take(const to_courier::NewRows&) { outbox_.rows_appended(); }
  void take(const to_courier::Pending& pending);
  void take(const to_courier::Reply& each) { send_reply(each.command, each.correlation, each.reply); }
  void take(const to_courier::SayInRoom& letter);
  void take(const to_courier::SayHere& letter);

  std::optional<BootTime> follow_connection();
  [[nodiscard]] Now kernel_time() const;
  void carry_out(const connection_action::Connect& action);
  void carry_out(const connection_action::Subscribe&);
  void carry_out(const connection_action::Announce&);
  void carry_out(const connection_action::Abandon&);
  void carry_out(const connection_action::Wait&) {}
  void fail(LinkProblem problem, const std::string& text);

  std::optional<BootTime> follow_outbox();
  void send(const OutboxRow& row);
  void set_aside(std::optional<to_keeper::Park> letter);

  void listen(std::optional<BootTime> until);
  void handle(const broker_event::Reached& event) { connection_.reached(now(), event.step); }
  void handle(const broker_event::Connected& event);
  void handle(const broker_event::Refused& event);
  void handle(const broker_event::Lost& event);
  void handle(const broker_event::Subscribed& event);
  void handle(const broker_event::Acknowledged& event);
  void handle(const broker_event::Received& event);
  void handle_ack(const Message& message);
  void handle_command(const Message& message, const std::string& name);
  void handle_hub_state(const Message& message);
  void handle_room(const Message& message);
  void handle_echo(const Message& message);
  void link_rooms(bool up);
  void follow_hub(const std::string& epoch);
  void refuse(const std::string& reason);

  [[nodiscard]] bool publish(const Message& message);
  [[nodiscard]] Message presence(wire::PresenceState state, std::uint64_t birth) const;
  void publish_presence();
  void send_reply(const std::string& command, const std::string& correlation, const CommandReply& reply);
  void publish_replies();
  void publish_rooms();
  void publish_echo();
  [[nodiscard]] wire::Sent sent_now(Milliseconds doubt) const;

  void hand_over_acks();
  void report();
  [[nodiscard]] std::optional<BootTime> presence_due() const;
  [[nodiscard]] std::optional<BootTime> next_due() const;
  void say_goodbye();

  Broker& broker_;
  const Clock& clock_;
  const CourierSettings settings_;
  CourierBox& in_;
  Sender<ToKeeper> keeper_;
  Sender<ToMain> main_;
  ConnectionPlanner connection_;
  OutboxPlanner outbox_;
  RoundTrip round_trip_;
  HubGate gate_;
  PendingAcks acks_;
  Refusals refusals_;

  std::uint32_t maximum_packet_ = 0;
  to_courier::Pending pending_;    // as the keeper reported it last
  bool presence_changed_ = false;  // since it was published
  bool meta_published_ = false;    // on this connection
  BootTime presence_published_{};
  std::vector<Message> replies_;                          // to commands, not yet published
  std::map<std::string, to_courier::SayInRoom> sayings_;  // by topic: of a word only the newest
  BootTime sayings_at_{};                                 // after one was not accepted: not before
  bool rooms_linked_ = false;                             // as main knows it
  std::string hub_epoch_;  // as the hub gave it last; empty: not since the start
  std::optional<to_main::LinkChanged> reported_link_;
  std::optional<int> goodbye_;  // packet of the last presence message, until its PUBACK
  bool done_ = false;
};

// Body of the courier's thread. Returns when boxes.in is closed and the device has left the broker cleanly:
// presence "disconnected", then DISCONNECT 0.
void run_courier(Broker& broker, const Clock& clock, const CourierSettings& settings,
                 const CourierBoxes& boxes);

}  // namespace tertulia
