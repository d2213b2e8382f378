// SPDX-License-Identifier: Apache-2.0
// A programme with certificates for one test: authority, Mosquitto with the generated configuration, hub and
// device, all of them the real programs. The device "kiosk-1" is enrolled, and a second one, "kiosk-2", whose
// certificate an attacker has. Gone, with its folder, when this object goes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "firmware/ports/broker.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/signature.h"
#include "tests/support/program.h"

namespace tertulia::trust {

class SecureSite {
 public:
  static constexpr std::chrono::milliseconds kPatience{
      45'000};  // sanitizers and busy cores; only failures wait so long
  inline static const wire::Origin kDevice{"peers", "kiosk-1"};

  SecureSite();
  ~SecureSite();
  SecureSite(const SecureSite&) = delete;
  SecureSite& operator=(const SecureSite&) = delete;

  // With the certificates and revocations of this moment; `more` are options of `broker-config`.
  void configure_broker(const std::vector<std::string>& more = {});
  void start_broker();  // again, when it runs
  void start_hub();
  void start_device();
  [[nodiscard]] Program& broker() { return broker_; }
  [[nodiscard]] Program& hub() { return hub_; }
  [[nodiscard]] Program& device() { return device_; }

  // Enrols a device with the two programs, as people would; what they printed.
  std::string enrol(const std::string& device, const std::vector<std::string>& more = {});
  // Runs the hub's program to its end; what it printed, and its exit code.
  struct Said {
    std::string words;
    int code = -1;
  };
  [[nodiscard]] Said hub_says(std::vector<std::string> words);
  [[nodiscard]] Said device_says(std::vector<std::string> words);
  // `tertulia-hub command DEVICE NAME ...`
  [[nodiscard]] Said send_command(const std::string& device, const std::string& name,
                                  const std::vector<std::string>& more = {});

  // How somebody comes in with the certificate of a device, or of the hub.
  [[nodiscard]] BrokerAddress as_device(const std::string& device) const;
  [[nodiscard]] BrokerAddress as_hub(const std::string& client) const;
  [[nodiscard]] const wire::SigningKey& signing_key() const { return key_; }

  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] std::string device_log() const { return text_of(file("device.log")); }
  [[nodiscard]] std::string logs() const;
  [[nodiscard]] bool is_device_ready() const;  // as the hub knows
  static bool eventually(const std::function<bool()>& holds, std::chrono::milliseconds patience = kPatience);

 private:
  [[nodiscard]] Said run(std::vector<std::string> words);
  void write_configuration(const std::string& device) const;

  std::filesystem::path folder_;
  int device_port_;
  int hub_port_;
  wire::SigningKey key_ = wire::SigningKey::random();
  Program broker_;
  Program hub_;
  Program device_;
};

}  // namespace tertulia::trust
