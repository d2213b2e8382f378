// SPDX-License-Identifier: Apache-2.0
#include "tests/trust/secure_site.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "hub/numbers/queries.h"
#include "tests/support/loopback.h"

namespace tertulia::trust {
namespace {

constexpr const char* kMosquitto = "/usr/sbin/mosquitto";

std::filesystem::path make_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tertulia-trust-XXXXXX").string();
  return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
}

// TERTULIA_HUB names the program of another build, for figures before and after a change.
std::string hub_program() {
  const char* other = getenv("TERTULIA_HUB");
  return other ? other : TERTULIA_HUB_PROGRAM;
}

// The word after `--code` in what one of the programs printed.
std::string code_in(const std::string& words) {
  const std::string mark = "--code ";
  const auto at = words.find(mark);
  if (at == std::string::npos) return {};
  return words.substr(at + mark.size(), words.find_first_of(" \n", at + mark.size()) - at - mark.size());
}

}  // namespace

SecureSite::SecureSite() : folder_(make_folder()), device_port_(free_port()), hub_port_(free_port()) {
  setenv("SDL_VIDEODRIVER", "dummy", 1);
  std::ofstream(file("signing.key")) << key_.text() << "\n";
  std::filesystem::permissions(file("signing.key"),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const Said made = hub_says({"authority", file("authority"), "--host", "127.0.0.1", "--host", "localhost"});
  EXPECT_EQ(made.code, 0) << made.words;
  for (const char* device : {"kiosk-1", "kiosk-2"}) enrol(device);
  configure_broker();
  start_broker();
}

SecureSite::~SecureSite() {
  for (Program* program : {&device_, &hub_, &broker_}) program->kill();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void SecureSite::configure_broker(const std::vector<std::string>& more) {
  std::vector<std::string> words{"broker-config", file("broker"),
                                 "--authority",   file("authority"),
                                 "--programme",   kDevice.programme,
                                 "--device-port", std::to_string(device_port_),
                                 "--hub-port",    std::to_string(hub_port_),
                                 "--hub-address", "127.0.0.1"};
  words.insert(words.end(), more.begin(), more.end());
  const Said made = hub_says(std::move(words));
  EXPECT_EQ(made.code, 0) << made.words;
  // A mosquitto that is started as root becomes another user, who may not read this folder.
  if (geteuid() == 0) std::ofstream(file("broker") / "tertulia.conf", std::ios::app) << "user root\n";
}

void SecureSite::start_broker() {
  broker_.kill();
  broker_ = Program({kMosquitto, "-c", file("broker") / "tertulia.conf"}, file("broker.log"));
  EXPECT_TRUE(eventually([this] { return takes_connections(device_port_) && takes_connections(hub_port_); }))
      << text_of(file("broker.log"));
}

void SecureSite::start_hub() {
  hub_ = Program(
      {hub_program(), "collect", "--database", file("hub.db"), "--signing-key", file("signing.key"),
       "--broker", "127.0.0.1:" + std::to_string(hub_port_), "--ca", file("authority") / "programme.pem",
       "--cert", file("authority") / "hub.pem", "--key", file("authority") / "hub.key"},
      file("hub.log"));
}

void SecureSite::start_device() {
  device_ = Program({TERTULIA_PROGRAM, "run", "--config", file("kiosk-1.toml"), "--pack",
                     TERTULIA_SOURCE_DIR "/config/visits/lisbon", "--role", "room", "--size", "800x480"},
                    file("device.log"));
}

void SecureSite::write_configuration(const std::string& device) const {
  std::ofstream(file(device + ".toml"))
      << "[device]\nid = \"" << device << "\"\nprogramme = \"" << kDevice.programme
      << "\"\n[store]\nexport_folder = \"stick\"\npath = \"" << device << ".db\"\n"
      << "[broker]\nhost = \"127.0.0.1\"\nport = " << device_port_ << "\nidentity = \"" << device
      << ".identity\"\n[kiosk]\nasks = \"always\"\n";
}

std::string SecureSite::enrol(const std::string& device, const std::vector<std::string>& more) {
  write_configuration(device);
  const std::string config = file(device + ".toml");
  const Said asked = device_says({"enrol", "--config", config, "--to", folder_});
  EXPECT_EQ(asked.code, 0) << asked.words;
  std::vector<std::string> words{"enrol",         file(device + ".request.pem"),
                                 "--code",        code_in(asked.words),
                                 "--authority",   file("authority"),
                                 "--to",          file(device + ".answer"),
                                 "--signing-key", file("signing.key")};
  words.insert(words.end(), more.begin(), more.end());
  const Said approved = hub_says(words);
  if (approved.code != 0) return approved.words;
  const Said taken = device_says(
      {"enrol", "--config", config, "--take", file(device + ".answer"), "--code", code_in(approved.words)});
  EXPECT_EQ(taken.code, 0) << taken.words;
  return asked.words + approved.words + taken.words;
}

SecureSite::Said SecureSite::run(std::vector<std::string> words) {
  const auto output = file("said");
  std::filesystem::remove(output);
  Program program(std::move(words), output);
  const int code = program.wait(kPatience);
  return {text_of(output), code};
}

SecureSite::Said SecureSite::hub_says(std::vector<std::string> words) {
  words.insert(words.begin(), hub_program());
  return run(std::move(words));
}

SecureSite::Said SecureSite::device_says(std::vector<std::string> words) {
  words.insert(words.begin(), TERTULIA_PROGRAM);
  return run(std::move(words));
}

SecureSite::Said SecureSite::send_command(const std::string& device, const std::string& name,
                                          const std::vector<std::string>& more) {
  const auto authority = file("authority");
  std::vector<std::string> words{"command", device, name, "--programme", kDevice.programme};
  words.insert(words.end(), {"--database", file("hub.db"), "--signing-key", file("signing.key")});
  words.insert(words.end(), {"--broker", "127.0.0.1:" + std::to_string(hub_port_)});
  words.insert(words.end(), {"--ca", authority / "programme.pem", "--cert", authority / "hub.pem"});
  words.insert(words.end(), {"--key", authority / "hub.key"});
  words.insert(words.end(), more.begin(), more.end());
  return hub_says(std::move(words));
}

BrokerAddress SecureSite::as_device(const std::string& device) const {
  BrokerAddress address;
  address.port = device_port_;
  address.client_id = device;
  address.clean_start = true;
  address.ca_file = file("authority") / "programme.pem";
  address.cert_file = file(device + ".identity") / "certificate.pem";
  address.key_file = file(device + ".identity") / "key.pem";
  return address;
}

BrokerAddress SecureSite::as_hub(const std::string& client) const {
  BrokerAddress address = as_device("kiosk-1");
  address.port = hub_port_;
  address.client_id = client;
  address.cert_file = file("authority") / "hub.pem";
  address.key_file = file("authority") / "hub.key";
  return address;
}

std::string SecureSite::logs() const {
  std::string all;
  for (const char* name : {"broker", "hub", "device"})
    all += std::string(name) + ":\n" + text_of(file(std::string(name) + ".log"));
  return all;
}

bool SecureSite::is_device_ready() const {
  const auto reader = hub::Reader::open(file("hub.db"));
  if (!reader.ok()) return false;
  const auto devices = reader.value().devices();
  return devices.ok() &&
         std::any_of(devices.value().begin(), devices.value().end(), [](const hub::DeviceLine& line) {
           return line.device == kDevice.device && line.presence == "ready";
         });
}

bool SecureSite::eventually(const std::function<bool()>& holds, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    poll(nullptr, 0, 20);
  }
  return true;
}

}  // namespace tertulia::trust
