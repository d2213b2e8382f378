// SPDX-License-Identifier: Apache-2.0
// What the courier itself takes to bring an outbox to the hub: broker, keeper and hub are made of a few lines
// in memory and answer at once.
#include <benchmark/benchmark.h>

#include "firmware/app/courier/courier.h"
#include "firmware/wire/topics.h"
#include "tests/fakes/broker.h"
#include "tests/fakes/clock.h"

namespace tertulia {
namespace {

const wire::Origin kOrigin{"valley", "device"};
const std::string kEpoch = "e";

OutboxRow row(std::uint64_t seq) {
  const auto envelope = wire::to_envelope(event::Audited{"start"},
                                          {kOrigin, kEpoch, seq, WallTime{}, WallTime{}, ClockQuality::kRtc});
  return {kEpoch, seq, envelope.kind, envelope.id, wire::to_structured(envelope), ""};
}

Message retained(std::string topic, std::string payload) {
  Message message;
  message.topic = std::move(topic);
  message.payload = std::move(payload);
  message.retain = true;
  return message;
}

class Delivery {
 public:
  explicit Delivery(std::uint64_t count) : count_(count) {
    for (std::uint64_t seq = 1; seq <= count; ++seq) rows_.push_back(row(seq));
    static_cast<void>(hub_.connect({}, std::nullopt));
    static_cast<void>(hub_.subscribe({wire::collect_filter("hub")}, 1));
    static_cast<void>(
        hub_.publish(retained(std::string(wire::kHubStateTopic), wire::encode(wire::HubState{true, ""}))));
  }
  // False when it comes to a standstill.
  bool run() {
    CourierSettings settings;
    settings.origin = kOrigin;
    settings.address.client_id = kOrigin.device;
    settings.epoch = kEpoch;
    settings.hub_keys = {key_.public_key()};
    settings.jitter_seed = 3;
    Courier courier(broker_, clock_, settings, {in_, keeper_, main_});
    for (std::uint64_t turns = 0; delivered_ < count_ && turns < 100 + 10 * count_; ++turns) {
      courier.turn();
      keep();
      collect();
      static_cast<void>(main_.drain());
    }
    return delivered_ == count_;
  }

 private:
  void keep() {
    for (const ToKeeper& request : keeper_.drain()) {
      const auto* take = std::get_if<to_keeper::TakeWaiting>(&request);
      if (take == nullptr) continue;
      to_courier::Waiting waiting;
      for (auto seq = take->after.second; seq < count_ && waiting.rows.size() < take->limit; ++seq)
        waiting.rows.push_back(rows_[seq]);
      static_cast<void>(in_.put(std::move(waiting)));
    }
  }
  void collect() {
    std::uint64_t before = delivered_;
    for (const BrokerEvent& event : hub_.wait(std::nullopt))
      if (std::holds_alternative<broker_event::Received>(event)) ++delivered_;
    if (delivered_ != before)
      static_cast<void>(hub_.publish(
          key_.sign(retained(wire::ack_topic(kOrigin), wire::encode(Ack{kEpoch, delivered_, {}})))));
  }

  const wire::SigningKey key_ = wire::SigningKey::random();
  std::uint64_t count_;
  std::uint64_t delivered_ = 0;
  std::vector<OutboxRow> rows_;
  FakeClock clock_;
  FakeBus bus_;
  FakeBroker hub_{bus_, FakeWait::kReturns};
  FakeBroker broker_{bus_, FakeWait::kReturns};
  CourierBox in_{100};
  KeeperBox keeper_{1000};
  MainBox main_{1000};
};

void courier_drains_1000_rows(benchmark::State& state) {
  constexpr std::uint64_t kRows = 1000;
  for (auto turn : state) {
    state.PauseTiming();
    auto delivery = std::make_unique<Delivery>(kRows);
    state.ResumeTiming();
    if (!delivery->run()) state.SkipWithError("rows stay behind");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kRows));
}
BENCHMARK(courier_drains_1000_rows)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tertulia

BENCHMARK_MAIN();
