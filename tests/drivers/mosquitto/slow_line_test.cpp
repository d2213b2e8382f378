// SPDX-License-Identifier: Apache-2.0
// A device comes in and delivers over a line with long round trips and losses, in TLS, as ConnectionPlanner
// decides; and it leaves at once whatever it waits for (firmware/docs/trust.md, I7).
#include <gtest/gtest.h>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "firmware/connection/connection_planner.h"
#include "tests/drivers/mosquitto/certificates.h"
#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/support/full_port.h"
#include "tests/support/mosquitto_server.h"
#include "tests/support/scripted_server.h"
#include "tests/support/slow_relay.h"

namespace tertulia {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// What the courier and the hub's connections do around a planner.
class Traveller {
 public:
  explicit Traveller(BrokerAddress address) : address_(std::move(address)) {}

  // True when it was ready before the patience ended.
  bool comes_in(BootTime patience) {
    const BootTime end = kernel_now() + patience;
    while (!planner_.ready() && kernel_now() < end) turn(end);
    return planner_.ready();
  }
  // True when the broker has acknowledged it.
  bool delivers(const Message& message, BootTime patience) {
    const BootTime end = kernel_now() + patience;
    const auto packet = broker_->publish(message);
    acknowledged_ = false;
    while (packet.ok() && planner_.ready() && !acknowledged_ && kernel_now() < end) turn(end);
    return acknowledged_;
  }
  [[nodiscard]] std::uint64_t attempts() const { return planner_.birth(); }
  [[nodiscard]] const ConnectionPlanner& planner() const { return planner_; }
  Broker& broker() { return *broker_; }

 private:
  void turn(BootTime end) {
    std::optional<BootTime> until = end;
    while (true) {
      const ConnectionAction action = planner_.next(kernel_now());
      if (const auto* wait = std::get_if<connection_action::Wait>(&action)) {
        until = earliest(until, wait->until);
        break;
      }
      if (const auto* connect = std::get_if<connection_action::Connect>(&action)) {
        address_.keep_alive_seconds = static_cast<int>(connect->keep_alive.count());
        static_cast<void>(broker_->connect(address_, {}));
      }
      if (std::holds_alternative<connection_action::Subscribe>(action))
        static_cast<void>(broker_->subscribe({"trt/1/#"}, 1));
      if (std::holds_alternative<connection_action::Abandon>(action)) broker_->abandon();
    }
    for (const BrokerEvent& event : broker_->wait(until))
      std::visit([this](const auto& each) { handle(each); }, event);
  }
  void handle(const broker_event::Reached& reached) { planner_.reached(kernel_now(), reached.step); }
  void handle(const broker_event::Connected&) { planner_.connected(kernel_now()); }
  void handle(const broker_event::Refused& refused) { planner_.refused(kernel_now(), refused.reason, ""); }
  void handle(const broker_event::Lost& lost) { planner_.lost(kernel_now(), lost); }
  void handle(const broker_event::Subscribed&) { planner_.subscribed(kernel_now()); }
  void handle(const broker_event::Acknowledged&) { acknowledged_ = true; }
  void handle(const broker_event::Received&) {}

  BrokerAddress address_;
  MosquittoLibrary library_;
  std::unique_ptr<MosquittoBroker> broker_ = std::move(MosquittoBroker::open(library_)).value();
  ConnectionPlanner planner_{random_jitter(1)};
  bool acknowledged_ = false;
};

class a_slow_line : public testing::Test {
 protected:
  Certificates certificates;
  MosquittoServer server{certificates.lines()};

  [[nodiscard]] BrokerAddress over(const SlowRelay& relay) const {
    BrokerAddress address = server.address("device");
    address.port = relay.port();
    address.ca_file = certificates.path("server.pem");
    return address;
  }
  static Message answer() {
    Message message;
    message.topic = "trt/1/valley/device/ev/feedback";
    message.payload = std::string(3'000, 'x');
    return message;
  }
};

TEST_F(a_slow_line, with_round_trips_of_2_s_carries_an_answer_at_the_first_attempt) {
  const SlowRelay relay(server.port(), {seconds(2), 0});
  Traveller device(over(relay));
  ASSERT_TRUE(device.comes_in(minutes(1))) << device.planner().detail();
  EXPECT_EQ(device.attempts(), 1U);
  EXPECT_TRUE(device.delivers(answer(), seconds(20)));
}

TEST_F(a_slow_line, with_round_trips_of_5_s_and_30_percent_lost_carries_answers) {
  const SlowRelay relay(server.port(), {seconds(5), 0.3});
  Traveller device(over(relay));
  const BootTime begun = kernel_now();
  ASSERT_TRUE(device.comes_in(minutes(3))) << device.planner().detail();
  RecordProperty("seconds_to_come_in", static_cast<int>((kernel_now() - begun) / seconds(1)));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(device.delivers(answer(), minutes(1))) << i;
  RecordProperty("attempts", static_cast<int>(device.attempts()));
  RecordProperty("lost_pieces", relay.lost());
  EXPECT_LE(device.attempts(), 6U) << "each one that fails gives the next more time";
  EXPECT_GT(relay.lost(), 0);
}

// Whatever it waits for, one call of abandon() or disconnect() is all that a stop needs.
class a_stop : public testing::Test {
 protected:
  static void expect_quick(Traveller& device) {
    EXPECT_FALSE(device.comes_in(milliseconds(1500)));
    const BootTime begun = kernel_now();
    device.broker().disconnect();
    EXPECT_LT(kernel_now() - begun, MosquittoBroker::kGoodbyeBudget + milliseconds(500));
  }
  Certificates certificates;
};

TEST_F(a_stop, while_no_address_answers_is_quick) {
  const FullPort silent;
  BrokerAddress address;
  address.port = silent.port();
  Traveller device(address);
  expect_quick(device);
}

TEST_F(a_stop, while_tls_hangs_or_no_answer_comes_is_quick) {
  const ScriptedServer silent("");
  for (const char* ca : {"server.pem", ""}) {
    BrokerAddress address;
    address.client_id = "device";
    address.port = silent.port();
    if (*ca != '\0') address.ca_file = certificates.path(ca);
    Traveller device(address);
    expect_quick(device);
  }
}

}  // namespace
}  // namespace tertulia
