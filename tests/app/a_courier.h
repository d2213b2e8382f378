// SPDX-License-Identifier: Apache-2.0
// A courier on a bus in memory, with a clock that is set by hand, and a hub that signs: one turn at a time,
// on the test's own thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/app/courier/courier.h"
#include "firmware/wire/topics.h"
#include "tests/fakes/broker.h"
#include "tests/fakes/clock.h"

namespace tertulia {

inline CourierSettings courier_settings(const wire::SigningKey& hub_key) {
  CourierSettings settings;
  settings.hub_keys = {hub_key.public_key()};
  settings.address.client_id = "kiosk-1";
  settings.origin = {"valley", "kiosk-1"};
  settings.meta = {{"kiosk"}, {"en"}, "1280x800", "0.1.0"};
  settings.epoch = "e";
  settings.rooms = {"ballroom"};
  settings.jitter_seed = 7;
  return settings;
}

class ACourier : public testing::Test {
 protected:
  FakeBus bus;
  FakeClock clock;
  FakeBroker broker{bus, FakeWait::kReturns};
  FakeBroker hub{bus, FakeWait::kReturns};
  CourierBox in{100};
  KeeperBox keeper{100};
  MainBox main{100};
  const wire::SigningKey key = wire::SigningKey::random();
  CourierSettings how = courier_settings(key);
  std::optional<Courier> it;
  std::vector<OutboxRow> stored;

  void SetUp() override {
    how.log = [this](const std::string& line) { log.push_back(line); };
    it.emplace(broker, clock, how, CourierBoxes{in, keeper, main});
  }

  // Turns until everything that could follow at this instant has followed; the keeper answers from `stored`.
  void settle() {
    for (int i = 0; i < 20 && !it->done(); ++i) {
      it->turn();
      for (auto& request : keeper.drain()) {
        if (const auto* asked = std::get_if<to_keeper::TakeWaiting>(&request)) answer(*asked);
        if (const auto* ack = std::get_if<to_keeper::Acknowledge>(&request)) take(*ack);
        if (const auto* park = std::get_if<to_keeper::Park>(&request)) parked.push_back(*park);
        if (const auto* note = std::get_if<to_keeper::RecordCommand>(&request))
          commands.push_back(note->command);
      }
      for (auto& news : main.drain()) {
        if (const auto* link = std::get_if<to_main::LinkChanged>(&news)) {
          links.push_back(link->link);
          problems.push_back(link->problem);
        }
        if (const auto* word = std::get_if<to_main::HeardInRoom>(&news)) heard.push_back(*word);
        if (const auto* letter = std::get_if<to_main::RoomWordTooLarge>(&news)) too_large = letter->most;
        if (const auto* linked = std::get_if<to_main::RoomsLinked>(&news)) are_rooms_linked = linked->up;
      }
    }
  }
  void pass(Milliseconds time) {
    clock.advance(time);
    settle();
  }
  void hub_comes() {
    BrokerAddress address;
    address.client_id = "hub";
    ASSERT_TRUE(hub.connect(address, {}).ok());
    ASSERT_TRUE(hub.subscribe({wire::collect_filter("hub")}, 1).ok());
    say(wire::kHubStateTopic, wire::encode(wire::HubState{true, ""}));
    settle();
  }
  static Message word(std::string_view topic, const std::string& body) {
    Message message;
    message.topic = topic;
    message.payload = body;
    message.retain = true;
    return message;
  }
  void say(std::string_view topic, const std::string& body) { bus.publish(word(topic, body)); }
  static Message ack_message(const Ack& ack) { return word("trt/1/valley/kiosk-1/ack", wire::encode(ack)); }
  void acknowledge(const Ack& ack) {
    bus.publish(key.sign(ack_message(ack)));
    settle();
  }
  void acknowledge(std::uint64_t seq) { acknowledge(Ack{"e", seq, {}}); }
  void store(const Event& event) {
    OutboxRow row;
    row.epoch = "e";
    row.seq = stored.size() + 1;
    row.kind = kind_of(event);
    const auto now = clock.now();
    const auto body = wire::body_of(event);
    const auto envelope =
        wire::to_envelope(body, {how.origin, "e", row.seq, now.wall, now.wall, ClockQuality::kSynced});
    row.event_id = envelope.id;
    row.body = wire::to_structured(envelope);
    row.content = body.content;
    stored.push_back(row);
    ASSERT_TRUE(in.put(to_courier::NewRows{}));
  }
  std::size_t sent() { return bus.published_on("trt/1/valley/kiosk-1/ev/#").size(); }
  wire::Presence presence() {
    const auto state = bus.retained("trt/1/valley/kiosk-1/state");
    return state ? wire::decode_presence(state->payload).value() : wire::Presence{};
  }

  std::vector<std::string> log;
  std::vector<HubCommand> commands;
  std::vector<Ack> acks;
  std::vector<to_keeper::Park> parked;
  std::vector<Link> links;
  std::vector<LinkProblem> problems;
  std::vector<to_main::HeardInRoom> heard;
  bool are_rooms_linked = false;
  std::uint32_t too_large = 0;  // packet that a word of a room did not fit into; 0: none yet

  // What the keeper would do.
  virtual void take(const to_keeper::Acknowledge& letter) { acks.push_back(letter.ack); }
  virtual void answer(const to_keeper::TakeWaiting& take) {
    to_courier::Waiting waiting;
    for (const auto& row : stored)
      if (row.seq > take.after.second && waiting.rows.size() < take.limit) waiting.rows.push_back(row);
    ASSERT_TRUE(in.put(std::move(waiting)));
  }
};

}  // namespace tertulia
