// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/collect.h"

#include <string_view>
#include <vector>

#include "firmware/threads/guarded_thread.h"
#include "hub/collect/collector.h"
#include "hub/collect/control.h"
#include "hub/collect/writer.h"
#include "hub/trust/signing_key.h"

namespace tertulia::hub {
namespace {

std::thread started(std::function<void()> work, const Log& log) {
  return guarded_thread(std::move(work), [log](std::string_view problem) {
    log("stopped by a failure: " + std::string(problem));
  });
}

}  // namespace

Outcome collect(const CollectOptions& options, const Clock& clock, const BrokerFactory& make_broker,
                const std::function<void()>& wait_for_stop, const Log& log) {
  TRY(const auto key, read_signing_key(options.signing_key));
  TRY(auto database, Database::open(options.database));
  FairQueue queue;
  Budgets budgets;
  Announcements announcements;
  TRY(Writer writer, Writer::open(std::move(database), clock, announcements));

  Control control(queue, budgets, announcements, clock, key);
  TRY(auto control_broker, make_broker());
  Connection control_connection(std::move(control_broker), clock, control_plan(options.broker, options.name),
                                log);
  announcements.on_change([&] { control_connection.wake(); });

  Collector collector(queue, budgets, announcements, clock);
  std::vector<std::unique_ptr<Connection>> connections;
  for (unsigned number = 1; number <= options.collectors; ++number) {
    TRY(auto broker, make_broker());
    auto plan = collector_plan(options.broker, options.name, number, key);
    connections.push_back(std::make_unique<Connection>(std::move(broker), clock, std::move(plan), log));
  }

  std::thread writing = started([&] { writer.run(queue, budgets, options.batch, log); }, log);
  std::thread controlling = started([&] { control_connection.run(control); }, log);
  std::vector<std::thread> collecting;
  collecting.reserve(connections.size());
  for (const auto& connection : connections)
    collecting.push_back(started([&] { connection->run(collector); }, log));

  wait_for_stop();

  // What is in the closed queue is still written, as far as a moment goes. All of this takes less than two
  // seconds, whatever devices send.
  for (const auto& connection : connections) connection->stop();
  queue.close();
  for (std::thread& thread : collecting) thread.join();
  writing.join();
  control_connection.stop();
  controlling.join();
  return Done{};
}

}  // namespace tertulia::hub
