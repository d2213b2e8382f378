// SPDX-License-Identifier: Apache-2.0
// The courier's thread on a real mosquitto, with a store in memory and a hub made of a few lines: the hub
// counts events by id and acknowledges what it holds.
#include <mutex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "firmware/app/courier/courier.h"
#include "firmware/wire/room_words.h"
#include "firmware/wire/topics.h"
#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/support/mosquitto_server.h"

namespace tertulia {
namespace {

using std::chrono::seconds;

class KernelClock final : public Clock {
 public:
  [[nodiscard]] Now now() const override {
    const auto wall = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    return {wall, kernel_now(), "boot-1", ClockQuality::kSynced};
  }
};

const wire::Origin kOrigin{"valley", "device"};

class courier_on_mosquitto : public testing::Test {
 protected:
  static constexpr std::uint64_t kRows = 200;

  void SetUp() override {
    CourierSettings settings;
    settings.address = server.address("device");
    settings.origin = kOrigin;
    settings.epoch = "e";
    settings.hub_keys = {key.public_key()};
    settings.jitter_seed = 3;
    thread = std::thread([this, settings] { run_courier(*broker, clock, settings, {in, keeper, main}); });
  }
  void TearDown() override {
    in.close();
    thread.join();
  }

  static OutboxRow row(std::uint64_t seq) {
    const Event event = event::Audited{"start"};
    const auto envelope =
        wire::to_envelope(event, {kOrigin, "e", seq, WallTime{}, WallTime{}, ClockQuality::kRtc});
    OutboxRow row;
    row.epoch = "e";
    row.seq = seq;
    row.event_id = envelope.id;
    row.body = wire::to_structured(envelope);
    return row;
  }

  // What the keeper would do: gives rows, removes those that the hub has.
  void keep() {
    for (auto& request : keeper.drain()) {
      if (const auto* ack = std::get_if<to_keeper::Acknowledge>(&request))
        acknowledged = std::max(acknowledged, ack->ack.seq);
      if (const auto* take = std::get_if<to_keeper::TakeWaiting>(&request)) {
        to_courier::Waiting waiting;
        for (auto seq = std::max(take->after.second, acknowledged) + 1; seq <= stored; ++seq)
          if (waiting.rows.size() < take->limit) waiting.rows.push_back(row(seq));
        ASSERT_TRUE(in.put(std::move(waiting)));
      }
    }
  }

  // Comes in, subscribes, says that it is there; its will says that it is not.
  bool hub_comes() {
    auto address = server.address("hub");
    address.clean_start = true;
    address.session_expiry_seconds = 0;
    Dialogue talk(*hub);
    return talk.comes_in(address, Will{hub_state(false), 0}) &&
           talk.subscribes({wire::collect_filter("hub")}) && hub->publish(hub_state(true)).ok();
  }
  static Message hub_state(bool online) {
    return retained(std::string(wire::kHubStateTopic), wire::encode(wire::HubState{online, ""}));
  }
  static Message retained(std::string topic, std::string payload) {
    Message message;
    message.topic = std::move(topic);
    message.payload = std::move(payload);
    message.retain = true;
    return message;
  }
  // Commits what has come and says so.
  void collect() {
    for (const auto& event : hub->wait(kernel_now() + std::chrono::milliseconds(10))) {
      const auto* received = std::get_if<broker_event::Received>(&event);
      if (!received) continue;
      const auto envelope = wire::from_message(received->message);
      ASSERT_TRUE(envelope.ok()) << envelope.error().message;
      ++received_count;
      held.insert(envelope.value().sequence);
      if (silent) continue;
      while (held.contains(contiguous + 1)) ++contiguous;
      static_cast<void>(
          hub->publish(key.sign(retained(wire::ack_topic(kOrigin), wire::encode(Ack{"e", contiguous, {}})))));
    }
  }
  // False when it does not come about within the patience.
  bool until(const std::function<bool()>& is_so) {
    const auto deadline = kernel_now() + seconds(60);
    while (!is_so()) {
      if (kernel_now() > deadline) return false;
      keep();
      collect();
    }
    return true;
  }
  void store(std::uint64_t count) {
    stored = count;
    ASSERT_TRUE(in.put(to_courier::NewRows{}));
  }

  const wire::SigningKey key = wire::SigningKey::random();
  MosquittoLibrary library;
  MosquittoServer server;
  KernelClock clock;
  std::unique_ptr<MosquittoBroker> broker = std::move(MosquittoBroker::open(library)).value();
  std::unique_ptr<MosquittoBroker> hub = std::move(MosquittoBroker::open(library)).value();
  CourierBox in{100, [this] { broker->wake(); }};
  KeeperBox keeper{1000};
  MainBox main{1000};
  std::thread thread;

  std::uint64_t stored = 0;
  std::uint64_t acknowledged = 0;
  std::set<std::uint64_t> held;
  std::uint64_t contiguous = 0;
  std::size_t received_count = 0;
  bool silent = false;
};

TEST_F(courier_on_mosquitto, every_row_reaches_the_hub_and_leaves_by_its_word) {
  store(kRows);
  ASSERT_TRUE(hub_comes());
  EXPECT_TRUE(until([this] { return acknowledged == kRows; }));
  EXPECT_EQ(held.size(), kRows);
  EXPECT_EQ(received_count, kRows) << "nothing was sent twice without need";
}

TEST_F(courier_on_mosquitto, nothing_leaves_without_the_hub_s_word) {
  silent = true;
  store(30);
  ASSERT_TRUE(hub_comes());
  EXPECT_TRUE(until([this] { return held.size() == 30; }));
  keep();
  EXPECT_EQ(acknowledged, 0U);
}

TEST_F(courier_on_mosquitto, goes_on_after_the_broker_was_killed) {
  store(kRows);
  ASSERT_TRUE(hub_comes());
  ASSERT_TRUE(until([this] { return acknowledged >= 40; }));
  ASSERT_TRUE(server.restart());
  ASSERT_TRUE(hub_comes());
  EXPECT_TRUE(until([this] { return acknowledged == kRows; }));
  EXPECT_EQ(held.size(), kRows);
}

TEST_F(courier_on_mosquitto, goes_on_after_the_hub_was_killed) {
  store(kRows);
  ASSERT_TRUE(hub_comes());
  ASSERT_TRUE(until([this] { return acknowledged >= 40; }));
  hub->abandon();
  ASSERT_TRUE(hub_comes());
  EXPECT_TRUE(until([this] { return acknowledged == kRows; }));
  EXPECT_EQ(held.size(), kRows);
}

TEST_F(courier_on_mosquitto, what_was_said_in_a_closed_session_is_gone_from_the_broker_when_it_is_erased) {
  const std::string secret = "We sell it to nobody";
  const std::string filter = "trt/1/valley/room/ballroom/#";
  ASSERT_TRUE(hub_comes());
  Dialogue talk(*hub);
  ASSERT_TRUE(talk.subscribes({filter}));
  Session closed;
  closed.slug = "s-4f2a";
  closed.access = Access::kClosed;
  const PublicSession session = for_public(closed);
  RoomState room;
  const auto says = [&](const RoomWord& word) {
    merge(room, word);
    ASSERT_TRUE(in.put(to_courier::SayInRoom{"ballroom", word, {}}));
    const auto message = talk.receives();
    ASSERT_TRUE(message);
    EXPECT_EQ(message->topic, wire::room_topic("valley", "ballroom", word));
  };
  RoomNote note;
  note.session = session.slug();
  note.text = secret;
  says(say_note(room, "n1", note, "device", &session));
  ShownNow shown;
  shown.kind = ShownKind::kMessage;
  shown.text = secret;
  says(say(room, shown, "device", &session));
  FloorShare share;
  share.questions["q1"].text = secret;
  share.questions["q1"].session = session.slug();
  says(say(room, share, "device", &session));
  for (const RoomWord& word : erase_closed(room, "s-4f2a", "device", Erases::kAll)) says(word);

  ASSERT_TRUE(talk.subscribes({filter}));  // the broker says again what it keeps
  for (int topic = 0; topic < 3; ++topic) {
    const auto kept = talk.receives();
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->retain);
    EXPECT_EQ(kept->payload.find(secret), std::string::npos) << kept->topic << " " << kept->payload;
  }
}

TEST_F(courier_on_mosquitto, says_good_bye) {
  ASSERT_TRUE(hub_comes());
  Dialogue talk(*hub);
  ASSERT_TRUE(talk.subscribes({wire::state_topic(kOrigin)}));
  const auto state = [&] {
    return wire::decode_presence(talk.receives().value_or(Message{}).payload).value().state;
  };
  ASSERT_EQ(state(), wire::PresenceState::kReady);
  in.close();
  EXPECT_EQ(state(), wire::PresenceState::kDisconnected);
}

}  // namespace
}  // namespace tertulia
