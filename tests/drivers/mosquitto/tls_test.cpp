// SPDX-License-Identifier: Apache-2.0
// TLS with a certification authority of our own, made for the test.
#include <gtest/gtest.h>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "tests/drivers/mosquitto/certificates.h"
#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/support/mosquitto_server.h"

namespace tertulia {
namespace {

class tls : public testing::Test {
 protected:
  MosquittoLibrary library;
  Certificates certificates;
  MosquittoServer server{certificates.lines()};
  std::unique_ptr<MosquittoBroker> broker = std::move(MosquittoBroker::open(library)).value();
  Dialogue device{*broker};

  BrokerAddress address(const std::string& ca) {
    auto address = server.address("device");
    address.ca_file = certificates.path(ca);
    return address;
  }
};

TEST_F(tls, comes_in_where_the_certificate_is_known) {
  ASSERT_TRUE(device.comes_in(address("server.pem")));
  Message message;
  message.topic = "trt/1/valley/device/ev/audit";
  EXPECT_EQ(device.publishes(message), 0x10);
}

TEST_F(tls, reads_everything_of_a_flood) {
  ASSERT_TRUE(device.comes_in(address("server.pem")));
  Message message;
  message.payload = std::string(300, 'x');
  message.retain = true;
  for (int i = 0; i < 300; ++i) {
    message.topic = "trt/1/valley/room/r" + std::to_string(i) + "/timer";
    ASSERT_NE(device.publishes(message), -1);
  }
  ASSERT_TRUE(device.subscribes({"trt/1/#"}));
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(device.receives()) << i;
}

TEST_F(tls, is_lost_where_the_certificate_is_a_stranger_s) {
  ASSERT_TRUE(broker->connect(address("stranger.pem"), {}).ok());
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  ASSERT_TRUE(lost->tls) << lost->text;
  EXPECT_EQ(lost->tls->certificate.subject, "server");
  EXPECT_FALSE(broker->publish(Message{}).ok());
}

TEST_F(tls, says_so_where_its_own_certificate_cannot_be_used) {
  auto own = address("server.pem");
  own.cert_file = certificates.path("stranger.pem");
  own.key_file = certificates.path("no-such.key");
  ASSERT_TRUE(broker->connect(own, {}).ok());
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  ASSERT_TRUE(lost->tls) << lost->text;
  EXPECT_EQ(lost->tls->fault, TlsFault::kOwnUnusable);
}

TEST_F(tls, is_lost_where_the_server_does_not_speak_it) {
  const MosquittoServer plain;
  auto address = plain.address("device");
  address.ca_file = certificates.path("server.pem");
  const auto started = broker->connect(address, {});
  EXPECT_TRUE(!started.ok() || device.hear<broker_event::Lost>());
}

}  // namespace
}  // namespace tertulia
