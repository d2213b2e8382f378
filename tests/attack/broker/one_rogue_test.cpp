// SPDX-License-Identifier: Apache-2.0
// One enrolled device does its worst, and nobody else is harmed: an honest device's answer has its receipt
// within two seconds, the hub ends on SIGTERM within two seconds, and broker and hub stay within their
// memory. Each line of the table is one attack.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/attack/broker/honest.h"
#include "tests/attack/broker/rogue.h"
#include "tests/trust/secure_site.h"

namespace tertulia::attack {
namespace {

using std::chrono::milliseconds;
using trust::SecureSite;

constexpr milliseconds kMost{2'000};
constexpr milliseconds kBetweenAnswers{200};
constexpr std::uint64_t kMostMegabytes = 160;  // of the broker and of the hub
constexpr std::size_t kHalfOpen = 1'020;       // took all files of a broker with the usual limit

std::chrono::seconds duration() {
  const char* seconds = getenv("TERTULIA_ATTACK_SECONDS");
  return std::chrono::seconds(seconds ? std::atoi(seconds) : 6);
}

std::uint64_t peak_megabytes(pid_t pid) {
  std::ifstream lines("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; lines >> word;) {
    std::uint64_t kilobytes = 0;
    if (word == "VmHWM:" && lines >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

struct Figures {
  std::size_t answers = 0;
  std::size_t without_receipt = 0;
  milliseconds slowest{};
  milliseconds stop{};
  std::uint64_t sent = 0;
  std::uint64_t broker_megabytes = 0;
  std::uint64_t hub_megabytes = 0;
  std::uint64_t database_megabytes = 0;
};

class one_rogue : public testing::Test {
 protected:
  static constexpr const char* kRogue = "kiosk-2";

  static void SetUpTestSuite() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);  // for the half-open connections of this program
    std::printf("%-28s %8s %8s %8s %8s %9s %7s %5s %5s %5s\n", "attack", "answers", "lost", "slowest", "stop",
                "sent", "per s", "brokr", "hub", "db");
  }
  void SetUp() override {
    if (getenv("TERTULIA_HUB") == nullptr) {  // an older build knows no rooms
      site_.configure_broker({"--room", "magna"});
      site_.start_broker();
    }
    limit_files_of_broker();
    site_.start_hub();
    ASSERT_TRUE(honest_.comes_in(site_.as_device("kiosk-1"), SecureSite::kDevice)) << site_.logs();
    ASSERT_TRUE(honest_.answer()) << site_.logs();
  }

  // As systemd would, by the generated limits; a hub that generates none leaves the usual ones.
  void limit_files_of_broker() {
    const std::string limits = text_of(site_.file("broker") / "tertulia-limits.conf");
    const std::string name = "LimitNOFILE=";
    const auto at = limits.find(name);
    const rlim_t most = at == std::string::npos ? 1'024 : std::stoul(limits.substr(at + name.size()));
    const rlimit limit{most, most};
    ASSERT_EQ(prlimit(site_.broker().pid(), RLIMIT_NOFILE, &limit, nullptr), 0);
  }

  static hub::Device rogue_device(std::uint64_t n) { return {{"peers", kRogue}, "r" + std::to_string(n)}; }

  // The honest device answers while `recipe` comes as fast as it can; then the hub is stopped.
  Figures under(const std::string& attack, Recipe recipe) {
    Rogue rogue(site_.as_device(kRogue), std::move(recipe));
    return measure(attack, [&] { return rogue.sent(); });
  }
  Figures measure(const std::string& attack, const std::function<std::uint64_t()>& sent) {
    Figures figures;
    const auto begin = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - begin < duration()) {
      ++figures.answers;
      if (const auto took = honest_.answer())
        figures.slowest = std::max(figures.slowest, *took);
      else
        ++figures.without_receipt;
      std::this_thread::sleep_for(kBetweenAnswers);
    }
    figures.sent = sent();
    figures.broker_megabytes = peak_megabytes(site_.broker().pid());
    figures.hub_megabytes = peak_megabytes(site_.hub().pid());
    const auto stopping = std::chrono::steady_clock::now();
    EXPECT_EQ(site_.hub().stop(), 0) << site_.logs();
    figures.stop = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - stopping);
    for (const char* suffix : {"", "-wal"}) {
      std::error_code none;
      const auto bytes = std::filesystem::file_size(site_.file("hub.db").string() + suffix, none);
      if (!none) figures.database_megabytes += bytes >> 20U;
    }
    print(attack, figures);
    return figures;
  }
  static void print(const std::string& attack, const Figures& figures) {
    std::printf(
        "%-28s %8zu %8zu %5lld ms %5lld ms %9llu %7llu %5llu %5llu %5llu\n", attack.c_str(), figures.answers,
        figures.without_receipt, static_cast<long long>(figures.slowest.count()),
        static_cast<long long>(figures.stop.count()), static_cast<unsigned long long>(figures.sent),
        static_cast<unsigned long long>(figures.sent / static_cast<std::uint64_t>(duration().count())),
        static_cast<unsigned long long>(figures.broker_megabytes),
        static_cast<unsigned long long>(figures.hub_megabytes),
        static_cast<unsigned long long>(figures.database_megabytes));
    std::fflush(stdout);
  }
  void expect_harmless(const Figures& figures) {
    EXPECT_EQ(figures.without_receipt, 0U) << site_.logs();
    EXPECT_LT(figures.slowest, kMost);
    EXPECT_LT(figures.stop, kMost);
    EXPECT_LT(figures.broker_megabytes, kMostMegabytes);
    EXPECT_LT(figures.hub_megabytes, kMostMegabytes);
  }

  SecureSite site_;
  Honest honest_;
};

Message with_qos(Message message, int qos) {
  message.qos = qos;
  return message;
}

TEST_F(one_rogue, who_names_a_fresh_epoch_with_each_event_harms_nobody) {
  expect_harmless(under("fresh epochs", [](std::uint64_t n) { return hub::audit(rogue_device(n), 1); }));
}

TEST_F(one_rogue, who_leaves_a_gap_before_each_event_harms_nobody) {
  expect_harmless(
      under("alternating numbers", [](std::uint64_t n) { return hub::audit(rogue_device(1), 2 * n + 1); }));
}

TEST_F(one_rogue, who_sends_answers_without_end_harms_nobody) {
  expect_harmless(under("answers", [](std::uint64_t n) { return hub::feedback(rogue_device(1), n + 1); }));
}

TEST_F(one_rogue, who_waits_for_nothing_at_all_harms_nobody) {
  expect_harmless(under("answers, QoS 0",
                        [](std::uint64_t n) { return with_qos(hub::feedback(rogue_device(1), n + 1), 0); }));
}

TEST_F(one_rogue, who_sends_the_largest_poison_harms_nobody) {
  expect_harmless(under("poison of 60 kB", [](std::uint64_t n) {
    Message message = hub::poison(rogue_device(1), n + 1);
    message.payload = std::to_string(n) + std::string(60'000, 'x');
    return message;
  }));
}

TEST_F(one_rogue, who_sends_unreadable_answers_harms_nobody) {
  expect_harmless(under("unreadable answers", [](std::uint64_t n) {
    return hub::poison(rogue_device(1), n + 1, EventKind::kFeedback);
  }));
}

TEST_F(one_rogue, who_retains_a_message_on_every_topic_that_it_can_think_of_harms_nobody) {
  expect_harmless(under("retained topics", [](std::uint64_t n) {
    const std::string own = "trt/1/peers/" + std::string(kRogue) + "/";
    const std::string number = std::to_string(n);
    const std::string room = "trt/1/peers/room/";
    const std::string topics[] = {own + "ev/k" + number,
                                  own + "rsp/r" + number,
                                  own + "ev/a/b/" + number,
                                  room + "magna/floor/x" + number,
                                  room + "r" + number + "/timer",
                                  room + "r" + number + "/here/" + kRogue,
                                  room + "magna/closed/notes/x" + number};
    Message message;
    message.topic = topics[n % std::size(topics)];
    message.payload = std::string(40'000, 'x');
    message.retain = true;
    return message;
  }));
}

TEST_F(one_rogue, who_repeats_its_state_without_end_harms_nobody) {
  expect_harmless(under("its own state", [](std::uint64_t n) {
    Message message = hub::presence(rogue_device(n), wire::PresenceState::kReady);
    message.retain = true;
    return message;
  }));
}

TEST_F(one_rogue, who_opens_connections_and_says_nothing_shuts_nobody_out) {
  const HalfOpen rogue(site_.as_device(kRogue).port, kHalfOpen);
  Honest another;
  EXPECT_TRUE(another.comes_in(site_.as_device(kRogue), {"peers", kRogue})) << "a device that comes now";
  expect_harmless(measure("half-open connections", [] { return kHalfOpen; }));
}

}  // namespace
}  // namespace tertulia::attack
