// SPDX-License-Identifier: Apache-2.0
// The contract of the broker port, run against the fake and against libmosquitto with a real server.
#include <functional>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/fakes/broker.h"
#include "tests/support/mosquitto_server.h"

namespace tertulia {
namespace {

class World {  // a bus, and brokers on it
 public:
  virtual ~World() = default;
  virtual std::unique_ptr<Broker> broker() = 0;
  virtual BrokerAddress address(const std::string& user) = 0;
  virtual void kill() = 0;
  virtual void start() = 0;
};

class FakeWorld final : public World {
 public:
  FakeWorld() { bus_.set({.password = "right"}); }
  std::unique_ptr<Broker> broker() override { return std::make_unique<FakeBroker>(bus_); }
  BrokerAddress address(const std::string& user) override {
    BrokerAddress address;
    address.client_id = address.username = user;
    address.password = "right";
    return address;
  }
  void kill() override { bus_.stop(); }
  void start() override { bus_.start(); }

 private:
  FakeBus bus_;
};

class RealWorld final : public World {
 public:
  std::unique_ptr<Broker> broker() override { return std::move(MosquittoBroker::open(library_)).value(); }
  BrokerAddress address(const std::string& user) override { return server_.address(user); }
  void kill() override { server_.kill(); }
  void start() override { server_.start(); }

 private:
  MosquittoLibrary library_;
  MosquittoServer server_;
};

struct Maker {
  std::string name;
  std::function<std::unique_ptr<World>()> make;
};

class broker : public testing::TestWithParam<Maker> {
 protected:
  broker() : world_(GetParam().make()), device_(world_->broker()), hub_(world_->broker()) {}

  std::unique_ptr<World> world_;
  std::unique_ptr<Broker> device_;
  std::unique_ptr<Broker> hub_;
  Dialogue device{*device_};
  Dialogue hub{*hub_};

  [[nodiscard]] bool both_come_in() {
    return device.comes_in(world_->address("device")) && hub.comes_in(world_->address("hub"));
  }
};

Message hello() {
  Message message;
  message.topic = "trt/1/valley/kiosk-1/ev/audit";
  message.payload = "{\"action\":\"start\"}";
  return message;
}

TEST_P(broker, brings_what_is_published_to_who_has_subscribed) {
  ASSERT_TRUE(both_come_in());
  ASSERT_TRUE(hub.subscribes({"trt/1/+/+/ev/#"}));
  EXPECT_EQ(device.publishes(hello()), 0);
  EXPECT_EQ(hub.receives(), hello());
}

TEST_P(broker, keeps_every_property_of_a_message) {
  ASSERT_TRUE(both_come_in());
  ASSERT_TRUE(hub.subscribes({"trt/1/#"}));
  Message message = hello();
  message.content_type = "application/json";
  message.properties = {{"id", "e-1"}, {"empty", ""}, {"id", "twice, and ውብ"}, {"a", "b"}};
  message.expiry_seconds = 3600;
  message.response_topic = "trt/1/valley/kiosk-1/rsp/restart";
  message.correlation = std::string("\0\x01\xFF", 3);
  EXPECT_EQ(device.publishes(message), 0);
  EXPECT_EQ(hub.receives(), message);
}

TEST_P(broker, a_message_that_cannot_be_published_does_not_end_the_connection) {
  ASSERT_TRUE(both_come_in());
  ASSERT_TRUE(hub.subscribes({"trt/1/+/+/ev/#"}));
  Message wildcard = hello();
  wildcard.topic = "trt/1/#";
  EXPECT_FALSE(device_->publish(wildcard).ok());
  EXPECT_EQ(device.publishes(hello()), 0);
  EXPECT_EQ(hub.receives(), hello());
}

TEST_P(broker, says_when_nobody_is_subscribed) {
  ASSERT_TRUE(both_come_in());
  EXPECT_EQ(device.publishes(hello()), 0x10);
}

TEST_P(broker, keeps_a_retained_message_for_who_comes_later) {
  ASSERT_TRUE(both_come_in());
  Message state = hello();
  state.topic = "trt/1/valley/kiosk-1/state";
  state.retain = true;
  device.publishes(state);
  ASSERT_TRUE(hub.subscribes({"trt/1/+/+/state"}));
  EXPECT_EQ(hub.receives(), state);
}

TEST_P(broker, shows_a_live_message_as_not_retained) {
  ASSERT_TRUE(both_come_in());
  ASSERT_TRUE(hub.subscribes({"trt/1/+/+/state"}));
  Message state = hello();
  state.topic = "trt/1/valley/kiosk-1/state";
  state.retain = true;
  EXPECT_EQ(device.publishes(state), 0);
  const auto received = hub.receives();
  ASSERT_TRUE(received);
  EXPECT_FALSE(received->retain);
}

TEST_P(broker, gives_each_message_to_one_member_of_a_shared_subscription) {
  const auto second = world_->broker();
  Dialogue other{*second};
  ASSERT_TRUE(both_come_in());
  ASSERT_TRUE(other.comes_in(world_->address("other")));
  ASSERT_TRUE(hub.subscribes({"$share/collect/trt/1/+/+/ev/#", "trt/1/end"}));
  ASSERT_TRUE(other.subscribes({"$share/collect/trt/1/+/+/ev/#", "trt/1/end"}));
  for (int i = 0; i < 10; ++i) EXPECT_EQ(device.publishes(hello()), 0);
  Message end = hello();
  end.topic = "trt/1/end";
  EXPECT_EQ(device.publishes(end), 0);
  int received = 0;
  for (auto* each : {&hub, &other})
    while (each->receives()->topic != end.topic) ++received;
  EXPECT_EQ(received, 10);
}

TEST_P(broker, refuses_a_wrong_password_and_says_so) {
  auto address = world_->address("device");
  address.password = "wrong";
  ASSERT_TRUE(device_->connect(address, {}).ok());
  const auto refused = device.hear<broker_event::Refused>();
  ASSERT_TRUE(refused);
  EXPECT_TRUE(refused->reason == 0x86 || refused->reason == 0x87) << refused->reason;
  EXPECT_FALSE(refused->text.empty());
  EXPECT_FALSE(device_->publish(hello()).ok());
}

TEST_P(broker, can_be_asked_again_after_a_refusal) {
  auto address = world_->address("device");
  address.password = "wrong";
  ASSERT_TRUE(device_->connect(address, {}).ok());
  ASSERT_TRUE(device.hear<broker_event::Refused>());
  EXPECT_TRUE(device.comes_in(world_->address("device")));
}

TEST_P(broker, sends_the_will_of_who_leaves_without_a_word) {
  Will will{hello(), 0};
  ASSERT_TRUE(hub.comes_in(world_->address("hub")));
  ASSERT_TRUE(hub.subscribes({"trt/1/#"}));
  ASSERT_TRUE(device.comes_in(world_->address("device"), will));
  device_->abandon();
  EXPECT_EQ(hub.receives(), hello());
}

TEST_P(broker, sends_no_will_after_a_good_bye) {
  Will will{hello(), 0};
  ASSERT_TRUE(hub.comes_in(world_->address("hub")));
  ASSERT_TRUE(hub.subscribes({"trt/1/#"}));
  ASSERT_TRUE(device.comes_in(world_->address("device"), will));
  device_->disconnect();
  Message after = hello();
  after.payload = "after";
  ASSERT_TRUE(device.comes_in(world_->address("device")));
  EXPECT_EQ(device.publishes(after), 0);
  EXPECT_EQ(hub.receives()->payload, "after");
}

TEST_P(broker, is_lost_when_the_server_dies_and_can_come_back) {
  ASSERT_TRUE(device.comes_in(world_->address("device")));
  world_->kill();
  ASSERT_TRUE(device.hear<broker_event::Lost>());
  EXPECT_FALSE(device_->publish(hello()).ok());
  world_->start();
  EXPECT_TRUE(device.comes_in(world_->address("device")));
  EXPECT_NE(device.publishes(hello()), -1);
}

TEST_P(broker, cannot_connect_where_nobody_answers) {
  world_->kill();
  const auto started = device_->connect(world_->address("device"), {});
  EXPECT_TRUE(!started.ok() || device.hear<broker_event::Lost>());
}

TEST_P(broker, is_taken_over_by_another_connection_of_the_same_identity) {
  ASSERT_TRUE(device.comes_in(world_->address("device")));
  ASSERT_TRUE(hub.comes_in(world_->address("device")));
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  // Mosquitto 2.0.11 only closes the connection; a server that keeps to the standard says 0x8E.
  EXPECT_TRUE(lost->reason == 0x8E || lost->reason == 0) << lost->reason;
  EXPECT_NE(hub.publishes(hello()), -1);
}

TEST_P(broker, wakes_up_when_it_is_woken) {
  ASSERT_TRUE(device.comes_in(world_->address("device")));
  device_->wake();  // before: is not forgotten
  EXPECT_TRUE(device_->wait(std::nullopt).empty());
  std::thread waker([this] { device_->wake(); });
  EXPECT_TRUE(device_->wait(std::nullopt).empty());
  waker.join();
}

TEST_P(broker, wakes_up_without_a_connection_too) {
  device_->wake();
  EXPECT_TRUE(device_->wait(std::nullopt).empty());
}

TEST_P(broker, waits_no_longer_than_told) {
  const auto until = kernel_now() + std::chrono::milliseconds(20);
  while (kernel_now() < until) EXPECT_TRUE(device_->wait(until).empty());
}

INSTANTIATE_TEST_SUITE_P(every, broker,
                         testing::Values(Maker{"fake", [] { return std::make_unique<FakeWorld>(); }},
                                         Maker{"mosquitto", [] { return std::make_unique<RealWorld>(); }}),
                         [](const auto& maker) { return maker.param.name; });

}  // namespace
}  // namespace tertulia
