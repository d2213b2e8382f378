// SPDX-License-Identifier: Apache-2.0
// What only a real server and the real library can show.
#include "drivers/mosquitto/mosquitto_broker.h"

#include <gtest/gtest.h>

#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/support/mosquitto_server.h"
#include "tests/support/scripted_server.h"

namespace tertulia {
namespace {

class mosquitto_broker : public testing::Test {
 protected:
  MosquittoLibrary library;
  MosquittoServer server;
  std::unique_ptr<MosquittoBroker> broker = std::move(MosquittoBroker::open(library)).value();
  Dialogue device{*broker};
};

Message health() {
  Message message;
  message.topic = "trt/1/valley/kiosk-1/ev/health";
  message.payload = "{}";
  return message;
}

TEST_F(mosquitto_broker, learns_the_largest_packet_the_server_takes) {
  ASSERT_TRUE(broker->connect(server.address("device"), {}).ok());
  const auto connected = device.hear<broker_event::Connected>();
  ASSERT_TRUE(connected);
  EXPECT_EQ(connected->maximum_packet, 65536U);
  EXPECT_EQ(connected->receive_maximum, 20);
}

TEST_F(mosquitto_broker, does_not_send_what_is_larger_than_the_server_takes) {
  ASSERT_TRUE(device.comes_in(server.address("device")));
  Message large = health();
  large.payload = std::string(70'000, 'x');
  EXPECT_FALSE(broker->publish(large).ok());
  EXPECT_EQ(device.publishes(health()), 0x10);
}

TEST_F(mosquitto_broker, refuses_texts_that_mqtt_cannot_carry) {
  ASSERT_TRUE(device.comes_in(server.address("device")));
  Message message = health();
  message.properties = {{"id", std::string("a\0b", 3)}};
  EXPECT_FALSE(broker->publish(message).ok());
  message.properties = {{"id", std::string(70'000, 'a')}};
  EXPECT_FALSE(broker->publish(message).ok());
}

TEST_F(mosquitto_broker, finds_its_session_again) {
  ASSERT_TRUE(device.comes_in(server.address("device")));
  broker->abandon();
  ASSERT_TRUE(broker->connect(server.address("device"), {}).ok());
  EXPECT_TRUE(device.hear<broker_event::Connected>()->session_present);
}

TEST_F(mosquitto_broker, a_hub_has_no_session_to_find) {
  auto address = server.address("hub");
  address.clean_start = true;
  address.session_expiry_seconds = 0;
  ASSERT_TRUE(device.comes_in(address));
  broker->abandon();
  ASSERT_TRUE(broker->connect(address, {}).ok());
  EXPECT_FALSE(device.hear<broker_event::Connected>()->session_present);
}

TEST_F(mosquitto_broker, keeps_the_connection_alive_while_it_waits_for_ever) {
  auto address = server.address("device");
  address.keep_alive_seconds = 5;  // the shortest that libmosquitto takes; the server drops us after 7.5 s
  ASSERT_TRUE(device.comes_in(address));
  const auto until = kernel_now() + std::chrono::seconds(9);
  while (kernel_now() < until) EXPECT_TRUE(broker->wait(std::nullopt).empty());
  EXPECT_EQ(device.publishes(health()), 0x10);
}

TEST_F(mosquitto_broker, hears_that_a_retained_message_has_grown_old) {
  auto kept = health();
  kept.retain = true;
  kept.expiry_seconds = 1000;
  ASSERT_TRUE(device.comes_in(server.address("device")));
  device.publishes(kept);
  const auto later = kernel_now() + std::chrono::milliseconds(2100);
  while (kernel_now() < later) EXPECT_TRUE(broker->wait(later).empty());
  ASSERT_TRUE(device.subscribes({kept.topic}));
  const auto received = device.receives();
  ASSERT_TRUE(received);
  ASSERT_TRUE(received->expiry_seconds);
  EXPECT_LE(*received->expiry_seconds, 999U);
  EXPECT_GE(*received->expiry_seconds, 990U);
}

TEST_F(mosquitto_broker, a_hundred_attempts_leave_no_descriptor_behind) {
  const auto open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                         std::filesystem::directory_iterator());
  };
  ASSERT_TRUE(device.comes_in(server.address("device")));
  broker->abandon();
  const auto before = open_files();
  auto wrong = server.address("device");
  wrong.password = "wrong";
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(broker->connect(wrong, {}).ok());
    ASSERT_TRUE(device.hear<broker_event::Refused>());
    ASSERT_TRUE(device.comes_in(server.address("device")));
    broker->abandon();
  }
  EXPECT_EQ(open_files(), before);
}

TEST_F(mosquitto_broker, a_missing_certificate_is_named) {
  auto address = server.address("device");
  address.ca_file = "/nowhere/ca.pem";
  ASSERT_TRUE(broker->connect(address, {}).ok());
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  EXPECT_NE(lost->text.find("/nowhere/ca.pem"), std::string::npos);
}

// Against servers that say what mosquitto does not say on demand (MQTT 5.0, sections 3.2 and 3.14).
class strange_server : public testing::Test {
 protected:
  BrokerAddress address(const ScriptedServer& server) {
    BrokerAddress address;
    address.client_id = "device";
    address.port = server.port();
    return address;
  }

  MosquittoLibrary library;
  std::unique_ptr<MosquittoBroker> broker = std::move(MosquittoBroker::open(library)).value();
  Dialogue device{*broker};
};

TEST_F(strange_server, says_that_another_device_took_the_session_over) {
  const ScriptedServer server(std::string("\x20\x03\0\0\0\xE0\x02\x8E\0", 9));
  ASSERT_TRUE(device.comes_in(address(server)));
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->reason, 0x8E);
  EXPECT_FALSE(lost->text.empty());
}

TEST_F(strange_server, refuses_because_it_is_busy) {
  const ScriptedServer server(std::string("\x20\x03\0\x89\0", 5));
  ASSERT_TRUE(broker->connect(address(server), {}).ok());
  const auto refused = device.hear<broker_event::Refused>();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->reason, 0x89);
  EXPECT_TRUE(broker->wait(kernel_now()).empty()) << "nothing comes after a refusal";
}

TEST_F(strange_server, takes_less_than_we_could_send) {
  const ScriptedServer server(std::string("\x20\x0B\0\0\x08\x21\0\x05\x27\0\0\x04\0", 13));
  ASSERT_TRUE(broker->connect(address(server), {}).ok());
  const auto connected = device.hear<broker_event::Connected>();
  ASSERT_TRUE(connected);
  EXPECT_EQ(connected->receive_maximum, 5);
  EXPECT_EQ(connected->maximum_packet, 1024U);
}

TEST_F(strange_server, speaks_nonsense) {
  for (const auto& nonsense :
       {"HTTP/1.1 400 Bad Request\r\n" + std::string(200, ' '), std::string(64, '\xFF'),
        std::string("\x20\x7F\0\0", 4) + std::string(200, '\0')}) {
    const ScriptedServer server(nonsense);
    ASSERT_TRUE(broker->connect(address(server), {}).ok());
    EXPECT_TRUE(device.hear<broker_event::Lost>());
  }
}

}  // namespace
}  // namespace tertulia
