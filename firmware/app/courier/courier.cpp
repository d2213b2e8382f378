// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/courier.h"

#include <algorithm>
#include <random>
#include <utility>

#include "firmware/app/courier/courier_state.h"
#include "firmware/wire/hub_commands.h"
#include "firmware/wire/topics.h"

namespace tertulia {
namespace {

constexpr std::uint32_t kWillDelaySeconds = 30;
constexpr BootTime kPresenceInterval =
    std::chrono::seconds(30);  // at most so often, when only numbers change
constexpr BootTime kAckInterval = std::chrono::milliseconds(250);  // each one costs the keeper a transaction
constexpr BootTime kFullBoxRetry = std::chrono::milliseconds(200);
constexpr BootTime kGoodbyeTurn = std::chrono::milliseconds(100);
constexpr int kGoodbyeTurns = 20;

Jitter jitter_of(std::uint64_t seed) {
  return [engine = std::mt19937_64(seed)]() mutable { return std::generate_canonical<double, 53>(engine); };
}

std::uint64_t seed_of(const CourierSettings& settings, BootTime now) {
  if (settings.jitter_seed != 0) return settings.jitter_seed;
  return std::hash<std::string>()(settings.address.client_id) ^ static_cast<std::uint64_t>(now.count());
}

std::optional<BootTime> earlier(std::optional<BootTime> one, std::optional<BootTime> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

}  // namespace

Courier::State::State(Broker& broker_port, const Clock& clock_port, CourierSettings how,
                      const CourierBoxes& boxes)
    : broker(broker_port),
      clock(clock_port),
      settings(std::move(how)),
      in(boxes.in),
      keeper(boxes.keeper, kMostKept),
      main(boxes.main, kMostKept),
      connection(jitter_of(seed_of(settings, now()))),
      outbox(jitter_of(seed_of(settings, now()) + 1)),
      timers(settings.origin.device) {
  if (const auto mark = settings.marks.find(kAckMark); mark != settings.marks.end()) last_ack = mark->second;
  if (const auto mark = settings.marks.find(kCommandMark); mark != settings.marks.end())
    last_command = mark->second;
}

void Courier::State::turn() {
  const bool closing = in.closed();
  for (auto& letter : in.drain()) std::visit([this](auto& each) { take(each); }, letter);
  if (closing) return say_goodbye();
  auto until = follow_connection();
  until = earlier(until, follow_outbox());
  say_timers();
  if (connection.ready() && pending_unsaid && now() >= presence_said + kPresenceInterval) say_presence();
  if (now() >= acks_handed + kAckInterval) hand_over_acks();
  keeper.flush();
  report();
  listen(earlier(until, own_business()));
}

void Courier::State::take(const to_courier::Pending& news) {
  pending_unsaid = pending_unsaid || news.waiting != pending.waiting || news.oldest != pending.oldest;
  pending = news;
}

void Courier::State::listen(std::optional<BootTime> until) {
  const auto kernel_until = until ? std::optional(clock.kernel_time(*until)) : std::nullopt;
  for (const auto& event : broker.wait(kernel_until))
    std::visit([this](const auto& each) { handle(each); }, event);
}

std::optional<BootTime> Courier::State::own_business() const {
  std::optional<BootTime> next = timers.next_due();
  if (connection.ready() && pending_unsaid) next = earlier(next, presence_said + kPresenceInterval);
  if (!acks.empty()) next = earlier(next, acks_handed + kAckInterval);
  if (!keeper.empty() || !main.empty()) next = earlier(next, now() + kFullBoxRetry);
  return next;
}

// Connection

std::optional<BootTime> Courier::State::follow_connection() {
  while (true) {
    const ConnectionAction action = connection.next(now());
    if (const auto* wait = std::get_if<connection_action::Wait>(&action)) return wait->until;
    std::visit([this](const auto& each) { carry_out(each); }, action);
  }
}

void Courier::State::carry_out(const connection_action::Connect& action) {
  report();
  if (!settings.address.ca_file.empty() && !settings.floor.allows(clock.machine()))
    return lose(
        0, LinkProblem::kClockBehind,
        "The clock is wrong, so no certificate can be judged: set the clock, or let the network set it");
  const Will will{presence(wire::PresenceState::kLost, action.birth), kWillDelaySeconds};
  if (const auto started = broker.connect(settings.address, will); !started.ok())
    lose(0, LinkProblem::kUnreachable, started.error().message);
}

void Courier::State::carry_out(const connection_action::Subscribe&) {
  std::vector<std::string> filters = {wire::ack_topic(settings.origin), std::string(wire::kHubStateTopic),
                                      wire::command_filter(settings.origin),
                                      wire::command_filter({settings.origin.programme, wire::kEveryDevice})};
  for (const auto& room : settings.rooms)
    filters.push_back(wire::timer_topic(settings.origin.programme, room));
  if (const auto asked = broker.subscribe(filters, 1); !asked.ok())
    lose(0, LinkProblem::kCutOff, asked.error().message);
}

void Courier::State::carry_out(const connection_action::Announce&) {
  say_presence();
  say_meta();
  say_replies();
  timers.connected(now());
}

void Courier::State::carry_out(const connection_action::Abandon&) {
  broker.abandon();
  outbox.lost();
  timers.lost();
}

void Courier::State::lose(int reason, LinkProblem problem, const std::string& text) {
  carry_out(connection_action::Abandon{});
  connection.lost(now(), reason, problem, text);
}

// Outbox

std::optional<BootTime> Courier::State::follow_outbox() {
  while (connection.ready()) {
    OutboxAction action = outbox.next(now());
    if (const auto* wait = std::get_if<outbox_action::WaitUntil>(&action)) return wait->time;
    if (std::holds_alternative<outbox_action::Idle>(action)) break;
    if (const auto* send_row = std::get_if<outbox_action::Send>(&action)) send(send_row->row);
    if (const auto* need = std::get_if<outbox_action::NeedRows>(&action)) {
      if (need->after.second == 0) hand_over_acks();  // first, else rows that the hub has come back
      keeper.put(to_keeper::TakeWaiting{need->after, need->limit});
    }
  }
  return std::nullopt;
}

void Courier::State::send(const OutboxRow& row) {
  auto envelope = wire::from_stored(row.body);
  if (!envelope.ok())
    return keeper.put(outbox.park(row.event_id, "It cannot be read: " + envelope.error().message));
  // A device that was renamed speaks under its new name: the broker allows no other, and the hub compares.
  envelope.value().source = wire::source_of(settings.origin);
  const Message message = wire::to_message(envelope.value(), settings.origin);
  if (packet_size(message) > maximum_packet)
    return keeper.put(
        outbox.park(row.event_id, "It is larger than the broker accepts: raise max_packet_size"));
  const auto packet = broker.publish(message);
  if (packet.ok())
    outbox.sent(now(), row.event_id, packet.value());
  else
    outbox.failed(now(), row.event_id);
}

void Courier::State::hand_over_acks() {
  if (acks.empty()) return;
  for (auto& [epoch, ack] : acks) keeper.put(to_keeper::Acknowledge{std::move(ack), clock.machine()});
  acks.clear();
  acks_handed = now();
}

void Courier::State::report() {
  const std::tuple link(connection.link(), connection.problem(), connection.detail());
  if (link_said != link) {
    link_said = link;
    main.put(to_main::LinkChanged{connection.link(), connection.problem(), connection.detail()});
  }
  main.flush();
}

void Courier::State::say_goodbye() {
  if (connection.ready()) {
    const auto packet = broker.publish(presence(wire::PresenceState::kDisconnected, connection.birth()));
    if (packet.ok()) goodbye = packet.value();
    for (int turn = 0; turn < kGoodbyeTurns && goodbye && connection.ready(); ++turn)
      listen(now() + kGoodbyeTurn);
  }
  broker.disconnect();
  hand_over_acks();
  done = true;
}

Courier::Courier(Broker& broker, const Clock& clock, CourierSettings settings, const CourierBoxes& boxes)
    : state_(std::make_unique<State>(broker, clock, std::move(settings), boxes)) {}
Courier::~Courier() = default;
void Courier::turn() { state_->turn(); }
bool Courier::done() const { return state_->done; }

void run_courier(Broker& broker, const Clock& clock, const CourierSettings& settings,
                 const CourierBoxes& boxes) {
  Courier courier(broker, clock, settings, boxes);
  while (!courier.done()) courier.turn();
}

}  // namespace tertulia
