// SPDX-License-Identifier: Apache-2.0
// A name server that keeps silent. The name lookup of this test program stands before the system's and waits
// as long as a test wants: who waited for it would wait for ever.
#include <atomic>
#include <cstring>

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "tests/drivers/mosquitto/dialogue.h"
#include "tests/support/mosquitto_server.h"

namespace tertulia {
namespace {

constexpr const char* kSilent = "silent.example";

// 0: keeps silent; 1: says that it is this machine.
std::atomic<int> answer = 0;
std::atomic<int> questions = 0;
std::atomic<int> failures = 0;  // so many questions get no address in the end

class silent_names : public testing::Test {
 protected:
  silent_names() {
    answer = 0;
    questions = 0;
    failures = 0;
  }
  ~silent_names() override { answer_now(); }
  void answer_now() {
    answer = 1;
    answer.notify_all();
  }
  BrokerAddress address() {
    auto address = server.address("device");
    address.host = kSilent;
    return address;
  }
  void wait_for_the_question() { questions.wait(0); }

  MosquittoLibrary library;
  MosquittoServer server;
  std::unique_ptr<MosquittoBroker> broker = std::move(MosquittoBroker::open(library)).value();
  Dialogue device{*broker};
};

TEST_F(silent_names, hold_nobody_up_who_connects_or_leaves) {
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  wait_for_the_question();
  EXPECT_FALSE(device.hear<broker_event::Connected>(std::chrono::milliseconds(20)));
  broker->wake();
  EXPECT_TRUE(broker->wait(std::nullopt).empty());
  EXPECT_FALSE(broker->publish(Message{}).ok());
  broker->disconnect();
  broker.reset();
}

TEST_F(silent_names, are_asked_once_however_often_it_is_tried) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    ASSERT_TRUE(broker->connect(address(), {}).ok());
    wait_for_the_question();
    EXPECT_TRUE(broker->wait(kernel_now() + std::chrono::milliseconds(5)).empty());
    broker->abandon();
  }
  EXPECT_EQ(questions, 1);
}

TEST_F(silent_names, that_speak_at_last_bring_the_connection) {
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  wait_for_the_question();
  broker->abandon();
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  answer_now();
  EXPECT_TRUE(device.hear<broker_event::Connected>());
}

TEST_F(silent_names, that_fail_say_that_it_was_the_name) {
  failures = 1;
  answer_now();
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  const auto lost = device.hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->by, broker_event::LostBy::kName);
}

TEST_F(silent_names, that_fail_for_an_attempt_long_given_up_are_asked_again) {
  failures = 1;
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  wait_for_the_question();
  broker->abandon();
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  answer_now();
  EXPECT_TRUE(device.hear<broker_event::Connected>());
  EXPECT_EQ(questions, 2);
}

TEST_F(silent_names, of_one_host_are_nothing_to_another) {
  ASSERT_TRUE(broker->connect(address(), {}).ok());
  wait_for_the_question();
  EXPECT_TRUE(device.comes_in(server.address("device")));
}

}  // namespace
}  // namespace tertulia

extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found) {
  static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
  if (name == nullptr || std::strcmp(name, tertulia::kSilent) != 0) return real(name, service, hints, found);
  ++tertulia::questions;
  tertulia::questions.notify_all();
  tertulia::answer.wait(0);
  if (tertulia::failures-- > 0) return EAI_AGAIN;
  return real("127.0.0.1", service, hints, found);
}
