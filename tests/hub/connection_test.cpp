// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/connection.h"

#include <deque>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/bodies.h"
#include "hub/collect/collector.h"
#include "hub/collect/control.h"
#include "tests/hub/events.h"

namespace tertulia::hub {
namespace {

using namespace broker_event;
using std::chrono::seconds;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Ne;
using testing::Not;
using testing::SizeIs;

class ManualClock final : public Clock {
 public:
  [[nodiscard]] Now now() const override { return now_; }
  void set(BootTime boot) { now_.boot = boot; }

 private:
  Now now_;
};

struct Seen {  // by the broker
  std::vector<BootTime> connects;
  std::vector<Message> published;
  std::vector<std::string> filters;
  int disconnects = 0;
  int refusals = 0;  // so many publishes fail
};

// Plays one batch of events per wait(); a wait for nothing lets the time pass. At the end it stops the
// connection.
class ScriptedBroker final : public Broker {
 public:
  ScriptedBroker(ManualClock& clock, Seen& seen, std::deque<std::vector<BrokerEvent>> script)
      : clock_(clock), seen_(seen), script_(std::move(script)) {}
  std::function<void()> at_end;

  Outcome connect(const BrokerAddress&, const std::optional<Will>&) override {
    seen_.connects.push_back(clock_.now().boot);
    return Done{};
  }
  Result<int> publish(const Message& message) override {
    if (seen_.refusals > 0) {
      --seen_.refusals;
      return Error{"no"};
    }
    seen_.published.push_back(message);
    return ++packet_;
  }
  Result<int> subscribe(const std::vector<std::string>& filters, int) override {
    seen_.filters = filters;
    return ++packet_;
  }
  void disconnect() override { ++seen_.disconnects; }
  void abandon() override {}
  void wake() override {}
  std::vector<BrokerEvent> wait(std::optional<BootTime> until) override {
    if (script_.empty()) {
      if (ended_ && until) clock_.set(*until);  // the last words get no answer
      ended_ = true;
      at_end();
      return {};
    }
    auto events = std::move(script_.front());
    script_.pop_front();
    if (events.empty() && until) clock_.set(*until);
    return events;
  }

 private:
  ManualClock& clock_;
  Seen& seen_;
  std::deque<std::vector<BrokerEvent>> script_;
  int packet_ = 0;
  bool ended_ = false;
};

struct Quiet : Connection::User {
  void on_message(Message) override { ++messages; }
  int messages = 0;
};

const std::vector<BrokerEvent> kNothing;
const std::vector<BrokerEvent> kConnected{Connected{}};
const std::vector<BrokerEvent> kSubscribed{Subscribed{1, true}};

class hub_connection : public testing::Test {
 protected:
  void play(std::deque<std::vector<BrokerEvent>> script, Connection::User& user) {
    auto broker = std::make_unique<ScriptedBroker>(clock_, seen_, std::move(script));
    ScriptedBroker& scripted = *broker;
    Connection connection(
        std::move(broker), clock_, collector_plan({}, "hub", 1, key_),
        [this](std::string_view line) { log_.emplace_back(line); }, [] { return 1.0; });
    scripted.at_end = [&] { connection.stop(); };
    connection.run(user);
  }

  const wire::SigningKey key_ = wire::SigningKey::random();
  ManualClock clock_;
  Seen seen_;
  std::vector<std::string> log_;
  Quiet quiet_;
};

TEST_F(hub_connection, subscribes_after_the_connection_and_hands_on_what_comes) {
  play({kConnected, kSubscribed, {Received{}, Received{}}}, quiet_);
  EXPECT_THAT(seen_.filters, ElementsAre(MatchesRegex("\\$share/[0-9a-f]+/trt/1/\\+/\\+/ev/#")));
  EXPECT_EQ(quiet_.messages, 2);
  EXPECT_EQ(seen_.disconnects, 1);
}

TEST_F(hub_connection, all_collectors_of_a_key_have_one_share_and_those_of_another_key_have_another) {
  const auto filters = [](const std::string& name, unsigned number, const wire::SigningKey& key) {
    return collector_plan({}, name, number, key).filters;
  };
  const auto share = filters("hub", 1, key_);
  EXPECT_EQ(filters("other-hub", 2, key_), share);
  EXPECT_THAT(filters("hub", 1, wire::SigningKey::random()), Ne(share));
}

TEST_F(hub_connection, no_line_of_its_log_names_the_share) {
  play({kConnected, {Subscribed{1, false}}, kNothing, kConnected, {Lost{7, "gone"}}}, quiet_);
  ASSERT_THAT(log_, Not(IsEmpty()));
  const std::string share = seen_.filters.at(0).substr(7, 32);
  for (const std::string& line : log_) EXPECT_THAT(line, Not(HasSubstr(share)));
}

TEST_F(hub_connection, a_lost_connection_is_tried_again_after_a_pause) {
  play({kConnected, kSubscribed, {Lost{7, "gone"}}, kNothing, kConnected}, quiet_);
  ASSERT_THAT(seen_.connects, SizeIs(2));
  EXPECT_EQ(seen_.connects[1] - seen_.connects[0], seconds(1));
}

TEST_F(hub_connection, only_one_that_stood_for_half_a_minute_is_tried_again_soon) {
  struct Patient : Quiet {
    [[nodiscard]] std::optional<BootTime> due() const override { return seconds(40); }
  } patient;
  play({{Lost{7, "gone"}},
        kNothing,
        kConnected,
        kSubscribed,
        {Lost{7, "gone"}},
        kNothing,
        kConnected,
        {Subscribed{2, true}},
        kNothing,
        {Lost{7, "gone"}},
        kNothing,
        kConnected},
       patient);
  EXPECT_THAT(seen_.connects, ElementsAre(seconds(0), seconds(1), seconds(3), seconds(41)));
}

TEST_F(hub_connection, a_wrong_password_is_told_with_its_cure) {
  play({{Refused{0x86, "bad user name or password"}}}, quiet_);
  EXPECT_THAT(log_, ElementsAre(HasSubstr("password file")));
}

TEST_F(hub_connection, that_another_hub_took_over_is_told_with_its_cure) {
  play({kConnected, kSubscribed, {Lost{0x8E, "Session taken over."}}}, quiet_);
  EXPECT_THAT(log_.front(), AllOf(HasSubstr("hub-collect-1 was taken over"), HasSubstr("another --name")));
}

TEST_F(hub_connection, one_that_is_put_out_soon_without_a_reason_is_told_what_it_may_be) {
  play({kConnected, kSubscribed, {Lost{0, "ended"}}}, quiet_);
  EXPECT_THAT(log_.front(), AllOf(HasSubstr("soon put out"), HasSubstr("another --name")));
}

TEST_F(hub_connection, one_that_never_came_in_or_stood_for_long_is_told_nothing_of_other_hubs) {
  struct Patient : Quiet {
    [[nodiscard]] std::optional<BootTime> due() const override { return seconds(40); }
  } patient;
  play({{Lost{0, "ended"}}, kNothing, kConnected, kSubscribed, kNothing, {Lost{0, "ended"}}}, patient);
  ASSERT_THAT(log_, SizeIs(2));
  for (const std::string& line : log_) EXPECT_THAT(line, Not(HasSubstr("--name")));
}

TEST_F(hub_connection, a_denied_subscription_is_told_and_tried_again) {
  play({kConnected, {Subscribed{1, false}}, kNothing, kConnected}, quiet_);
  EXPECT_THAT(log_, ElementsAre(HasSubstr("access list")));
  EXPECT_THAT(seen_.connects, SizeIs(2));
}

TEST_F(hub_connection, a_broker_that_never_answers_is_given_up_after_ten_seconds) {
  play({kNothing, kNothing, kConnected}, quiet_);
  ASSERT_THAT(seen_.connects, SizeIs(2));
  EXPECT_GE(seen_.connects[1] - seen_.connects[0], seconds(10));
}

TEST_F(hub_connection, nothing_is_published_before_the_subscription_is_granted) {
  struct Eager : Quiet {
    void on_stop(Connection& connection) override { connection.publish({}); }
    void on_ready(Connection& connection) override { connection.publish({}); }
  } eager;
  play({kConnected}, eager);
  EXPECT_THAT(seen_.published, IsEmpty());
}

TEST_F(hub_connection, a_stop_waits_no_second_for_what_the_broker_does_not_acknowledge) {
  struct Leaving : Quiet {
    void on_stop(Connection& connection) override { connection.publish({}); }
  } leaving;
  play({kConnected, kSubscribed}, leaving);
  EXPECT_THAT(seen_.published, SizeIs(1));
  EXPECT_EQ(seen_.disconnects, 1);
  EXPECT_LT(clock_.now().boot, seconds(1));
}

TEST_F(hub_connection, a_collector_counts_as_listening_from_its_subscription_to_its_loss) {
  FairQueue queue;
  Budgets budgets;
  Announcements announcements;
  std::vector<Availability> said;
  announcements.on_change([&] { said.push_back(announcements.availability()); });
  Collector collector(queue, budgets, announcements, clock_);
  play({kConnected, kSubscribed, {Lost{7, "gone"}}}, collector);
  EXPECT_THAT(said, ElementsAre(Availability::kOnline, Availability::kOffline));
}

class hub_control : public hub_connection {
 protected:
  FairQueue queue_;
  Budgets budgets_;
  Announcements announcements_;
  Control control_{queue_, budgets_, announcements_, clock_, key_};

  bool says_online(const Message& message) { return wire::decode_hub_state(message.payload).value().online; }
};

TEST_F(hub_control, the_hub_is_online_only_after_the_subscription) {
  play({kConnected}, control_);
  EXPECT_THAT(seen_.published, IsEmpty());
}

TEST_F(hub_control, says_online_when_ready_and_offline_at_the_end) {
  announcements_.add_collector();
  play({kConnected, kSubscribed}, control_);
  ASSERT_THAT(seen_.published, SizeIs(2));
  EXPECT_TRUE(says_online(seen_.published[0]));
  EXPECT_FALSE(says_online(seen_.published[1]));
  EXPECT_EQ(seen_.published[0].topic, wire::kHubStateTopic);
  EXPECT_TRUE(seen_.published[0].retain);
}

TEST_F(hub_control, says_again_that_it_is_online_when_one_of_its_collectors_was_lost) {
  announcements_.add_collector();
  announcements_.add_collector();
  struct LosesOne : Connection::User {
    Control& control;
    Announcements& announcements;
    LosesOne(Control& to, Announcements& of) : control(to), announcements(of) {}
    void on_ready(Connection& connection) override {
      control.on_ready(connection);
      control.on_turn(connection);
      announcements.remove_collector();
      control.on_turn(connection);
      control.on_turn(connection);
    }
    void on_message(Message) override {}
  } user(control_, announcements_);
  play({kConnected, kSubscribed}, user);
  ASSERT_THAT(seen_.published, SizeIs(2));
  EXPECT_TRUE(says_online(seen_.published[1]));
}

TEST_F(hub_control, says_offline_while_no_collector_is_subscribed) {
  play({kConnected, kSubscribed}, control_);
  EXPECT_FALSE(says_online(seen_.published.front()));
}

TEST_F(hub_control, a_state_that_the_broker_did_not_take_is_published_again) {
  announcements_.add_collector();
  play({kConnected, kSubscribed, {Acknowledged{2, 0x97}}, kNothing, {Acknowledged{3, 0}}}, control_);
  ASSERT_THAT(seen_.published, SizeIs(3));
  EXPECT_TRUE(says_online(seen_.published[0]));
  EXPECT_TRUE(says_online(seen_.published[1]));
  EXPECT_FALSE(says_online(seen_.published[2])) << "the one at the end";
}

TEST_F(hub_control, a_state_that_could_not_be_sent_is_published_again) {
  announcements_.add_collector();
  seen_.refusals = 2;
  play({kConnected, kSubscribed, kNothing, kNothing, {Acknowledged{2, 0}}}, control_);
  ASSERT_THAT(seen_.published, SizeIs(2));
  EXPECT_TRUE(says_online(seen_.published[0]));
  EXPECT_FALSE(says_online(seen_.published[1])) << "the one at the end";
}

TEST_F(hub_control, says_offline_also_while_the_writer_takes_nothing_from_the_queue) {
  announcements_.add_collector();
  announcements_.set_health(Health::kFailing);
  std::vector<BrokerEvent> flood(100'000, Received{presence({}, wire::PresenceState::kReady)});
  play({kConnected, kSubscribed, std::move(flood)}, control_);
  ASSERT_FALSE(seen_.published.empty());
  EXPECT_FALSE(says_online(seen_.published.front()));
}

TEST_F(hub_control, leaves_out_what_a_device_over_its_budget_says_of_itself) {
  Budgets tight({.messages = {2, 0}});
  Control control(queue_, tight, announcements_, clock_, key_);
  std::vector<BrokerEvent> said(5, Received{presence({}, wire::PresenceState::kReady)});
  said.emplace_back(Received{presence({{"demo", "kiosk-2"}, "e1"}, wire::PresenceState::kReady)});
  play({kConnected, kSubscribed, std::move(said)}, control);
  EXPECT_EQ(queue_.size(), 4U) << "two, one of the other device, and that the connection is there";
}

TEST_F(hub_connection, a_collector_reads_nothing_of_a_device_that_is_over_its_budget) {
  FairQueue queue;
  Budgets tight({.messages = {3, 0}});
  Announcements announcements;
  Collector collector(queue, tight, announcements, clock_);
  for (std::uint64_t seq = 1; seq <= 9; ++seq) collector.on_message(audit({}, seq));
  collector.on_message(audit({{"demo", "kiosk-2"}, "e1"}, 1));
  EXPECT_EQ(queue.size(), 4U);
}

TEST_F(hub_control, says_offline_while_the_database_refuses) {
  announcements_.add_collector();
  announcements_.set_health(Health::kFailing);
  play({kConnected, kSubscribed}, control_);
  EXPECT_FALSE(says_online(seen_.published.front()));
}

TEST_F(hub_control, acks_are_retained_on_the_topic_of_their_device) {
  const Ack said{"e1", 7, {}, {}, 3, "h1"};
  announcements_.announce({{{"demo", "kiosk-1"}, said}});
  play({kConnected, kSubscribed}, control_);
  const Message& ack = seen_.published.front();
  EXPECT_EQ(ack.topic, "trt/1/demo/kiosk-1/ack");
  EXPECT_TRUE(ack.retain);
  EXPECT_EQ(wire::decode_ack(ack.payload).value(), said);
}

TEST_F(hub_control, acks_are_signed_with_the_key_of_the_hub) {
  announcements_.announce({{{"demo", "kiosk-1"}, {"e1", 7, {}}}});
  play({kConnected, kSubscribed}, control_);
  EXPECT_TRUE(key_.public_key().has_signed(seen_.published.front()));
}

TEST_F(hub_control, many_receipts_go_out_in_several_acks_none_of_them_too_large) {
  Ack ack{"e1", 7, {}, {}, 3};
  for (std::uint64_t i = 0; i < 2 * wire::kMostReceipts + 1; ++i)
    ack.receipts.push_back({submission_id(i).text(), std::string(64, 'a')});
  announcements_.announce({{{"demo", "kiosk-1"}, ack}});
  play({kConnected, kSubscribed}, control_);
  std::vector<Receipt> said;
  for (std::size_t i = 0; i < 3; ++i) {
    const Ack part = wire::decode_ack(seen_.published.at(i).payload).value();
    EXPECT_EQ(part.seq, 7U);
    said.insert(said.end(), part.receipts.begin(), part.receipts.end());
  }
  EXPECT_EQ(said, ack.receipts);
}

TEST_F(hub_control, each_new_connection_asks_the_writer_for_acks) {
  play({kConnected, kSubscribed}, control_);
  const auto asked = queue_.take_batch({10, Milliseconds(0)}, Milliseconds(0));
  ASSERT_THAT(asked, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<arrival::Reconnected>(asked[0]));
}

TEST_F(hub_control, hears_the_retained_acks_that_its_own_key_signed_and_no_others) {
  const auto ack = [&](const wire::SigningKey& key, std::uint64_t number, bool retained) {
    Message message;
    message.topic = "trt/1/demo/kiosk-1/ack";
    message.payload = wire::encode(Ack{"e1", 7, {}, {}, number, "h1"});
    message.retain = retained;
    return key.sign(message);
  };
  Message unsigned_one = ack(key_, 4, true);
  unsigned_one.properties.clear();
  for (const Message& each :
       {ack(key_, 1, true), ack(wire::SigningKey::random(), 2, true), ack(key_, 3, false), unsigned_one})
    control_.on_message(each);
  const auto heard = queue_.take_batch({10, Milliseconds(0)}, Milliseconds(0));
  ASSERT_THAT(heard, SizeIs(1));
  const auto* own = std::get_if<arrival::Heard>(&heard[0]);
  ASSERT_NE(own, nullptr);
  EXPECT_EQ(own->number, 1U);
  EXPECT_EQ(own->hub, "h1");
}

TEST_F(hub_control, its_will_says_that_the_hub_is_gone) {
  const auto plan = control_plan({}, "hub");
  ASSERT_TRUE(plan.will.has_value());
  EXPECT_FALSE(says_online(plan.will->message));
  EXPECT_TRUE(plan.will->message.retain);
}

}  // namespace
}  // namespace tertulia::hub
