// SPDX-License-Identifier: Apache-2.0
// The courier's turn: the connection, the outbox, and the way out. What it receives and what it publishes
// beside the outbox is in courier_messages.cpp.
#include "firmware/app/courier/courier.h"

#include <algorithm>
#include <utility>

#include "firmware/wire/hub_commands.h"
#include "firmware/wire/topics.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostKept = 1000;  // messages for a thread that does not read
constexpr std::uint32_t kWillDelaySeconds = 30;
constexpr BootTime kFullBoxRetry = std::chrono::milliseconds(200);
constexpr BootTime kGoodbyeTurn = std::chrono::milliseconds(100);
constexpr int kGoodbyeTurns = 10;  // a stop takes 2 s at most, with what Broker::disconnect() may take

std::uint64_t seed_of(const CourierSettings& settings, BootTime now) {
  if (settings.jitter_seed != 0) return settings.jitter_seed;
  return std::hash<std::string>()(settings.address.client_id) ^ static_cast<std::uint64_t>(now.count());
}

}  // namespace

Courier::Courier(Broker& broker, const Clock& clock, CourierSettings settings, const CourierBoxes& boxes)
    : broker_(broker),
      clock_(clock),
      settings_(std::move(settings)),
      in_(boxes.in),
      keeper_(boxes.keeper, kMostKept),
      main_(boxes.main, kMostKept),
      connection_(random_jitter(seed_of(settings_, now()))),
      outbox_(random_jitter(seed_of(settings_, now()) + 1)),
      gate_(settings_.hub_keys, settings_.marks) {}

void Courier::turn() {
  const bool closing = in_.closed();
  for (auto& letter : in_.drain()) std::visit([this](auto& each) { take(each); }, letter);
  if (closing) return say_goodbye();
  follow_connection();
  const auto outbox_due = follow_outbox();
  publish_rooms();
  publish_echo();
  if (const auto due = presence_due(); due && now() >= *due) publish_presence();
  if (const auto due = acks_.due(); due && now() >= *due) hand_over_acks();
  keeper_.flush();
  report();
  // Asked last, because what was done since may have ended the connection.
  listen(earliest(follow_connection(), earliest(outbox_due, next_due())));
}

void Courier::take(const to_courier::Pending& pending) {
  presence_changed_ =
      presence_changed_ || pending.waiting != pending_.waiting || pending.oldest != pending_.oldest;
  pending_ = pending;
}

void Courier::listen(std::optional<BootTime> until) {
  const auto kernel_until = until ? std::optional(clock_.kernel_time(*until)) : std::nullopt;
  for (const auto& event : broker_.wait(kernel_until))
    std::visit([this](const auto& each) { handle(each); }, event);
}

std::optional<BootTime> Courier::next_due() const {
  std::optional<BootTime> next = earliest(earliest(round_trip_.next_due(), presence_due()), acks_.due());
  if (!sayings_.empty() && connection_.ready()) next = earliest(next, sayings_at_);
  if (!keeper_.empty() || !main_.empty()) next = earliest(next, now() + kFullBoxRetry);
  return next;
}

// Connection

std::optional<BootTime> Courier::follow_connection() {
  while (true) {
    const ConnectionAction action = connection_.next(now());
    if (const auto* wait = std::get_if<connection_action::Wait>(&action)) return wait->until;
    std::visit([this](const auto& each) { carry_out(each); }, action);
  }
}

// Certificates are judged by the kernel's clock. What a person has said of the time is nothing to it.
Now Courier::kernel_time() const {
  Now now = clock_.machine();
  now.wall = clock_.kernel_wall();
  if (now.quality == ClockQuality::kOperator) now.quality = ClockQuality::kUnsynced;
  return now;
}

void Courier::carry_out(const connection_action::Connect& action) {
  report();
  if (!settings_.address.ca_file.empty() && !settings_.floor.allows(kernel_time()))
    return fail(
        LinkProblem::kClockBehind,
        "The clock is wrong, so no certificate can be judged: let the network set it, or a battery keep it");
  const Will will{presence(wire::PresenceState::kLost, action.birth), kWillDelaySeconds};
  BrokerAddress address = settings_.address;
  address.keep_alive_seconds = static_cast<int>(action.keep_alive.count());
  if (const auto started = broker_.connect(address, will); !started.ok())
    fail(LinkProblem::kUnreachable, started.error().message);
}

void Courier::carry_out(const connection_action::Subscribe&) {
  std::vector<std::string> filters = {wire::ack_topic(settings_.origin), std::string(wire::kHubStateTopic),
                                      wire::command_filter(settings_.origin),
                                      wire::command_filter({settings_.origin.programme, wire::kEveryDevice})};
  if (!settings_.rooms.empty()) filters.push_back(wire::echo_topic(settings_.origin));
  for (const auto& room : settings_.rooms)
    filters.push_back(wire::room_filter(settings_.origin.programme, room));
  if (const auto asked = broker_.subscribe(filters, 1); !asked.ok())
    fail(LinkProblem::kCutOff, asked.error().message);
}

void Courier::carry_out(const connection_action::Announce&) {
  meta_published_ = false;
  publish_presence();
  publish_replies();
  if (!settings_.rooms.empty()) round_trip_.connected(now());
  link_rooms(true);
}

void Courier::carry_out(const connection_action::Abandon&) {
  broker_.abandon();
  outbox_.lost();
  link_rooms(false);
}

void Courier::fail(LinkProblem problem, const std::string& text) {
  carry_out(connection_action::Abandon{});
  connection_.failed(now(), problem, text);
}

// Outbox

std::optional<BootTime> Courier::follow_outbox() {
  while (connection_.ready()) {
    OutboxAction action = outbox_.next(now());
    if (const auto* wait = std::get_if<outbox_action::WaitUntil>(&action)) return wait->time;
    if (std::holds_alternative<outbox_action::Idle>(action)) break;
    if (const auto* send_row = std::get_if<outbox_action::Send>(&action)) send(send_row->row);
    if (const auto* need = std::get_if<outbox_action::NeedRows>(&action)) {
      if (need->after.second == 0) hand_over_acks();  // first, else rows that the hub has come back
      keeper_.put(to_keeper::TakeWaiting{need->after, need->limit});
    }
  }
  return std::nullopt;
}

void Courier::send(const OutboxRow& row) {
  auto envelope = wire::from_stored(row.body);
  if (!envelope.ok())
    return set_aside(outbox_.park(row.event_id, "It cannot be read: " + envelope.error().message));
  // A device that was renamed sends under its new name: the broker allows no other, and the hub compares.
  envelope.value().source = wire::source_of(settings_.origin);
  const Message message = wire::to_message(envelope.value(), settings_.origin);
  if (packet_size(message) > maximum_packet_)
    return set_aside(
        outbox_.park(row.event_id, "It is larger than the broker accepts: raise max_packet_size"));
  const auto packet = broker_.publish(message);
  if (packet.ok())
    outbox_.sent(now(), row.event_id, packet.value());
  else
    set_aside(outbox_.failed(now(), row.event_id, packet.error().message));
}

void Courier::set_aside(std::optional<to_keeper::Park> letter) {
  if (letter) keeper_.put(std::move(*letter));
}

void Courier::hand_over_acks() {
  for (Ack& ack : acks_.take(now())) keeper_.put(to_keeper::Acknowledge{std::move(ack), clock_.machine()});
}

void Courier::report() {
  to_main::LinkChanged link{connection_.link(), connection_.problem(), connection_.detail(),
                            connection_.tls()};
  if (reported_link_ != link) {
    reported_link_ = link;
    main_.put(std::move(link));
  }
  main_.flush();
}

void Courier::say_goodbye() {
  if (connection_.ready()) {
    const auto packet = broker_.publish(presence(wire::PresenceState::kDisconnected, connection_.birth()));
    if (packet.ok()) goodbye_ = packet.value();
    for (int turn = 0; turn < kGoodbyeTurns && goodbye_ && connection_.ready(); ++turn)
      listen(now() + kGoodbyeTurn);
  }
  broker_.disconnect();
  hand_over_acks();
  done_ = true;
}

void run_courier(Broker& broker, const Clock& clock, const CourierSettings& settings,
                 const CourierBoxes& boxes) {
  Courier courier(broker, clock, settings, boxes);
  while (!courier.done()) courier.turn();
}

}  // namespace tertulia
