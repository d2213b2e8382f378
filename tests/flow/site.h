// SPDX-License-Identifier: Apache-2.0
// The whole site for one test: X display, broker, hub and appliance as real programs, each of which can be
// killed and started again, and a robot before its screens. Gone, with its folder, when this object goes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "firmware/wire/signature.h"
#include "tests/robot/databases.h"
#include "tests/robot/glass.h"
#include "tests/robot/ledger.h"
#include "tests/support/mosquitto_server.h"
#include "tests/support/program.h"
#include "tests/support/x_display.h"

namespace tertulia::flow {

class Site {
 public:
  static constexpr double kRate = 20;  // of the appliance's clock
  // For whatever is awaited: sanitizers and two busy cores are slow, and only a failure waits so long.
  static constexpr std::chrono::milliseconds kPatience{45'000};

  // Screens in the order of their roles: "kiosk", "room", "moderator". Starts nothing but X and the broker.
  explicit Site(std::vector<std::string> roles);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  void start_hub();
  // `before`: the words of a program that starts it in surroundings of its own.
  void start_device(const std::vector<std::string>& before = {});
  // The device, when it starts, looks for its broker there; with `ca_file`, in TLS.
  void move_broker(const std::string& host, int port, const std::filesystem::path& ca_file = {});
  [[nodiscard]] Program& hub() { return hub_; }
  [[nodiscard]] Program& device() { return device_; }
  [[nodiscard]] MosquittoServer& broker() { return broker_; }
  // Of the hub; the device knows the public half.
  [[nodiscard]] const wire::SigningKey& signing_key() const { return signing_key_; }

  // The robot's place before a screen of the appliance that runs now.
  [[nodiscard]] std::unique_ptr<robot::Glass> before(const std::string& role) const;

  [[nodiscard]] robot::DeviceHolds device_holds() const { return robot::device_holds(store()); }
  [[nodiscard]] robot::HubHolds hub_holds() const;
  [[nodiscard]] std::filesystem::path store() const { return folder_ / "store.db"; }
  [[nodiscard]] std::filesystem::path hub_file() const { return folder_ / "hub.db"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::string logs() const;

  // Until it holds; false when the patience ends.
  static bool eventually(const std::function<bool()>& holds);
  // Nothing waits on the device any more, and the hub has told so.
  [[nodiscard]] bool everything_arrives() const;

 private:
  std::vector<std::string> roles_;
  std::filesystem::path folder_;
  XDisplay display_;
  wire::SigningKey signing_key_ = wire::SigningKey::random();
  MosquittoServer broker_;
  Program hub_;
  Program device_;
};

// What `program` prints; its exit code in `code`.
[[nodiscard]] std::string said_by(const std::vector<std::string>& words, int& code);

}  // namespace tertulia::flow
