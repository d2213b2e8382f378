// SPDX-License-Identifier: Apache-2.0
// The real program, a real broker, real kills. A simple device keeps its rows until the hub's word covers
// them.
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "firmware/formats/canonical.h"
#include "hub/database.h"
#include "hub/reader.h"
#include "hub/signing_key.h"
#include "hub/system_clock.h"
#include "tests/hub/events.h"
#include "tests/hub/process.h"
#include "tests/hub/scratch.h"
#include "tests/support/mosquitto_server.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr BootTime kDeadline = std::chrono::seconds(60);

// What the database file says at this moment, read beside the hub.
Ranges held_in(const std::string& file, const Device& device) {
  const auto sqlite = Sqlite::open(file, OpenMode::kReadOnly);
  if (!sqlite.ok()) return {};
  auto query = sqlite.value().prepare("SELECT first, last FROM received WHERE device = ?1 AND epoch = ?2");
  if (!query.ok()) return {};
  query.value().bind(1, device.origin.device).bind(2, device.epoch);
  Ranges held;
  for (auto row = query.value().step(); row.ok() && row.value(); row = query.value().step())
    held.add({query.value().number(0), query.value().number(1)});
  return held;
}

// Rows, acks and the hub's state as one device of the tests sees them.
class TestDevice {
 public:
  TestDevice(BrokerAddress address, std::string database)
      : address_(std::move(address)), database_(std::move(database)) {
    address_.clean_start = true;
    broker_ = std::move(MosquittoBroker::open(library_)).value();
  }

  // Until `done`; false after a minute. Reconnects by itself.
  bool pump(const std::function<bool()>& done) {
    const BootTime deadline = now() + kDeadline;
    while (!done()) {
      if (now() > deadline) return false;
      if (!attempted_) connect();
      for (const BrokerEvent& event : broker_->wait(now() + Milliseconds(50)))
        std::visit([this](const auto& known) { handle(known); }, event);
    }
    return true;
  }

  void keep(std::uint64_t seq, Message message) { rows_[seq] = std::move(message); }
  // Everything that the hub has not acknowledged. `brokered` counts the broker's PUBACK 0.
  void send_all() {
    in_flight_.clear();
    for (const auto& [seq, message] : rows_)
      if (const auto packet = broker_->publish(message); packet.ok()) in_flight_.insert(packet.value());
  }
  void send(const Message& message) { ASSERT_TRUE(broker_->publish(message).ok()); }

  [[nodiscard]] bool is_brokered() const { return in_flight_.empty(); }
  [[nodiscard]] bool is_hub_online() const { return hub_online_; }
  [[nodiscard]] bool has_nothing_left() const { return rows_.empty(); }
  [[nodiscard]] std::uint64_t acked() const { return ack_.seq; }

  Device device;
  wire::PublicKey hub_key;

 private:
  static BootTime now() { return SystemClock().now().boot; }
  void connect() {
    attempted_ = broker_->connect(address_, std::nullopt).ok();
    if (!attempted_) static_cast<void>(broker_->wait(now() + Milliseconds(50)));
  }
  void handle(const broker_event::Connected&) {
    static_cast<void>(
        broker_->subscribe({wire::ack_topic(device.origin), std::string(wire::kHubStateTopic)}, 1));
  }
  void handle(const broker_event::Refused&) { attempted_ = false; }
  void handle(const broker_event::Lost&) {
    attempted_ = hub_online_ = false;
    in_flight_.clear();
  }
  void handle(const broker_event::Subscribed&) {}
  void handle(const broker_event::Acknowledged& puback) { in_flight_.erase(puback.packet); }
  void handle(const broker_event::Received& received) {
    const Message& message = received.message;
    if (message.topic == wire::kHubStateTopic) {
      hub_online_ = wire::decode_hub_state(message.payload).value().online;
    } else {
      take(message);
    }
  }

  // The rule under test: no ack covers a row that is not in the database at this moment.
  void take(const Message& message) {
    EXPECT_TRUE(hub_key.has_signed(message));
    const Ack ack = wire::decode_ack(message.payload).value();
    ack_ = ack;
    Ranges missing;
    for (const auto& [first, last] : ack.miss) missing.add({first, last});
    const Ranges held = held_in(database_, device);
    for (std::uint64_t seq = 1; seq <= ack.seq; ++seq) {
      if (missing.contains(seq)) continue;
      EXPECT_TRUE(held.contains(seq)) << "row " << seq << " is acknowledged and not held";
      if (!is_answer(seq)) rows_.erase(seq);
    }
    for (const Receipt& receipt : ack.receipts) take(receipt);
  }

  [[nodiscard]] bool is_answer(std::uint64_t seq) const {
    const auto row = rows_.find(seq);
    return row != rows_.end() && row->second.topic.ends_with("/ev/feedback");
  }
  void take(const Receipt& receipt) {
    std::erase_if(rows_, [&](const auto& row) {
      return row.second.property("id") == receipt.submission &&
             wire::content_hash(row.second.payload) == receipt.content;
    });
  }

  MosquittoLibrary library_;
  std::unique_ptr<MosquittoBroker> broker_;
  BrokerAddress address_;
  std::string database_;
  std::map<std::uint64_t, Message> rows_;
  std::set<int> in_flight_;
  Ack ack_;
  bool attempted_ = false;
  bool hub_online_ = false;
};

std::string write_password(const std::string& path) {
  std::ofstream(path) << MosquittoServer::kPassword << "\n";
  std::filesystem::permissions(path,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  return path;
}

class hub_end_to_end : public testing::Test {
 protected:
  void start_hub(const std::string& batch_milliseconds = "20") {
    hub_ = Process({TERTULIA_HUB_PROGRAM, "collect", "--database", file_, "--username", "hub",
                    "--password-file", password_file_, "--signing-key", signing_key_, "--broker",
                    "127.0.0.1:" + std::to_string(broker_.port()), "--collectors", "3", "--batch-ms",
                    batch_milliseconds},
                   scratch_.path("hub.log"));
    device_.hub_key = public_key_;
    ASSERT_TRUE(device_.pump([&] { return device_.is_hub_online(); }));
  }
  void stop_hub_hard() {
    hub_.kill_hard();
    ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  }
  bool deliver() {
    device_.send_all();
    return device_.pump([&] { return device_.has_nothing_left(); });
  }
  std::string run(const std::string& arguments) {
    int code = -1;
    auto output = output_of(std::string(TERTULIA_HUB_PROGRAM) + " " + arguments + " --database " + file_ +
                                " 2>" + scratch_.path("run.log"),
                            code);
    EXPECT_EQ(code, 0);
    return output;
  }

  Scratch scratch_;
  std::string file_ = scratch_.path("hub.sqlite");
  std::string password_file_ = write_password(scratch_.path("password"));
  std::string signing_key_ = scratch_.path("signing.key");
  wire::PublicKey public_key_ = make_signing_key(signing_key_).value();
  MosquittoServer broker_;
  TestDevice device_{broker_.address("device"), file_};
  Process hub_;
};

TEST_F(hub_end_to_end, every_event_is_there_exactly_once_although_the_hub_is_killed_again_and_again) {
  constexpr std::uint64_t kRounds = 6;
  constexpr std::uint64_t kRows = 40;
  std::uint64_t uncommitted = 0;
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    start_hub("300");
    const std::uint64_t acked = device_.acked();
    for (std::uint64_t i = 1; i <= kRows; ++i) {
      const std::uint64_t seq = round * kRows + i;
      device_.keep(seq, i % 4 == 0 ? audit(device_.device, seq) : feedback(device_.device, seq));
    }
    device_.send_all();
    // Between receive and commit, or right after the first commit.
    const bool before_commit = round % 2 == 0;
    ASSERT_TRUE(
        device_.pump([&] { return before_commit ? device_.is_brokered() : device_.acked() > acked; }));
    stop_hub_hard();
    if (before_commit) uncommitted += (round + 1) * kRows - held_in(file_, device_.device).count();
  }
  EXPECT_GT(uncommitted, 0u) << "no kill fell between receive and commit";

  start_hub();
  ASSERT_TRUE(deliver());
  EXPECT_EQ(device_.acked(), kRounds * kRows);
  EXPECT_EQ(held_in(file_, device_.device), Ranges({{1, kRounds * kRows}}));
  EXPECT_EQ(run("count"), std::to_string(kRounds * kRows * 3 / 4) + "\n");
}

TEST_F(hub_end_to_end, rows_that_the_hub_holds_already_are_acknowledged_again) {
  start_hub();
  device_.keep(1, feedback(device_.device, 1));
  ASSERT_TRUE(deliver());
  device_.keep(1, feedback(device_.device, 1));
  EXPECT_TRUE(deliver());
  EXPECT_EQ(run("count"), "1\n");
}

TEST_F(hub_end_to_end, a_poison_message_does_not_block_and_is_kept) {
  start_hub();
  device_.keep(1, feedback(device_.device, 1));
  device_.keep(2, poison(device_.device, 2, EventKind::kFeedback));
  device_.keep(3, feedback(device_.device, 3));
  Message nameless = poison(device_.device, 4);
  nameless.properties.clear();
  nameless.payload = std::string(60'000, '\xFF');
  device_.send(nameless);
  EXPECT_TRUE(deliver());
  EXPECT_EQ(run("count"), "2\n");
  ASSERT_TRUE(device_.pump([&] { return Reader::open(file_).value().quarantine_count().value() == 2; }));
  EXPECT_THAT(run("status"), HasSubstr("quarantined: 2"));
}

TEST_F(hub_end_to_end, a_clean_stop_commits_what_was_received_acknowledges_it_and_says_offline) {
  start_hub("60000");
  for (std::uint64_t seq = 1; seq <= 20; ++seq) device_.keep(seq, feedback(device_.device, seq));
  device_.send_all();
  ASSERT_TRUE(device_.pump([&] { return device_.is_brokered(); }));
  EXPECT_EQ(hub_.stop_cleanly(), 0);
  ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  const Ranges held = held_in(file_, device_.device);
  EXPECT_TRUE(held.holes().empty() ? device_.acked() == held.highest() : device_.acked() < held.highest());
}

TEST_F(hub_end_to_end, status_tells_who_is_there) {
  start_hub();
  device_.send(presence(device_.device, wire::PresenceState::kReady));
  ASSERT_TRUE(device_.pump([&] { return !Reader::open(file_).value().devices().value().empty(); }));
  EXPECT_THAT(run("status"), HasSubstr("demo/kiosk-1  ready"));
}

TEST_F(hub_end_to_end, the_hub_comes_back_after_the_broker_died) {
  start_hub();
  broker_.kill();
  ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  ASSERT_TRUE(broker_.start());
  ASSERT_TRUE(device_.pump([&] { return device_.is_hub_online(); }));
  // The collectors may still be on their way back: a device sends again what got no word.
  device_.keep(1, feedback(device_.device, 1));
  bool delivered = false;
  for (int attempt = 0; attempt < 600 && !delivered; ++attempt) {
    device_.send_all();
    int looks = 0;
    device_.pump([&] { return device_.has_nothing_left() || ++looks > 2; });
    delivered = device_.has_nothing_left();
  }
  EXPECT_TRUE(delivered);
}

TEST_F(hub_end_to_end, the_report_shows_a_session_only_from_the_threshold_on) {
  start_hub();
  for (std::uint64_t seq = 1; seq <= 4; ++seq) device_.keep(seq, feedback(device_.device, seq));
  ASSERT_TRUE(deliver());
  EXPECT_THAT(run("report --csv"), HasSubstr("opening,pulse,,4,not enough answers yet,\r\n"));
  device_.keep(5, feedback(device_.device, 5));
  ASSERT_TRUE(deliver());
  const std::string report = run("report --csv");
  EXPECT_THAT(report, HasSubstr("opening,pulse,mood,5,"));
  EXPECT_THAT(report, Not(HasSubstr("wish 1")));
}

// A pack with the form "pulse", as the import prints it.
std::string write_pack(const std::string& path) {
  Questionnaire form;
  form.id = "pulse";
  form.languages = {"en"};
  Page page;
  for (const char* name : {"mood", "wish"}) {
    Question question;
    question.name = name;
    question.label.set("en", name);
    if (page.questions.empty()) {
      question.type = SelectOne{{{"bad", {"en", "Bad"}}, {"good", {"en", "Good"}}}, ChoiceLook::kList};
    } else {
      question.type = Text{};
    }
    page.questions.push_back(std::move(question));
  }
  form.pages.push_back(std::move(page));
  formats::PackReading reading;
  reading.pack.emplace();
  reading.pack->visit.zone = "UTC";
  reading.pack->visit.languages = {"en"};
  reading.pack->visit.rooms = {{"main-hall", {"en", "Main hall"}}};
  reading.pack->questionnaires.push_back(std::move(form));
  std::ofstream(path) << formats::to_canonical(reading);
  return path;
}

TEST_F(hub_end_to_end, with_the_pack_the_report_names_choices_and_still_no_text) {
  start_hub();
  for (std::uint64_t seq = 1; seq <= 5; ++seq) device_.keep(seq, feedback(device_.device, seq));
  ASSERT_TRUE(deliver());
  const std::string report = run("report --csv --pack " + write_pack(scratch_.path("pack.json")));
  EXPECT_THAT(report, HasSubstr("opening,pulse,mood,5,good,5\r\n"));
  EXPECT_THAT(report, HasSubstr("opening,pulse,wish,5,(text),5\r\n"));
}

}  // namespace
}  // namespace tertulia::hub
