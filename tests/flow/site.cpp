// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/site.h"

#include <algorithm>
#include <fstream>

#include <stdlib.h>

namespace tertulia::flow {
namespace {

constexpr int kLookAgainMilliseconds = 20;
constexpr const char* kSize = "800x600";
constexpr const char* kMorning = "2027-05-11T09:15:00Z";  // the second day; a session with the long form

std::filesystem::path make_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tertulia-flow-XXXXXX").string();
  return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
}

void write_secret(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file) << text;
  std::filesystem::permissions(file,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

}  // namespace

Site::Site(std::vector<std::string> roles)
    : roles_(std::move(roles)),
      folder_(make_folder()),
      display_(std::to_string(800 * roles_.size()) + "x600") {
  // What a full disk does to a write must not kill the writer; programs inherit what is ignored.
  std::signal(SIGXFSZ, SIG_IGN);
  setenv("DISPLAY", display_.name().c_str(), 1);
  setenv("SDL_VIDEODRIVER", "x11", 1);
  write_secret(folder_ / "hub-password", std::string(MosquittoServer::kPassword) + "\n");
  write_secret(folder_ / "credentials.toml",
               std::string("username = \"device\"\npassword = \"") + MosquittoServer::kPassword + "\"\n");
  write_secret(folder_ / "hub.key", signing_key_.text() + "\n");
  move_broker("127.0.0.1", broker_.port());
}

Site::~Site() {
  device_.kill();
  hub_.kill();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Site::move_broker(const std::string& host, int port, const std::filesystem::path& ca_file) {
  std::ofstream(folder_ / "tertulia.toml")
      << "[device]\nid = \"flow-1\"\n"
      << "[kiosk]\nasks = \"always\"\nidle_seconds = 3600\nthanks_seconds = 60\n"
      << "[store]\npath = \"store.db\"\n"
      << "[broker]\nhost = \"" << host << "\"\nport = " << port << "\ncredentials = \"credentials.toml\"\n"
      << "ca_file = \"" << ca_file.string() << "\"\n"
      << "[hub]\nkeys = [\"" << signing_key_.public_key().text() << "\"]\n";
}

void Site::start_hub() {
  hub_ = Program({TERTULIA_HUB_PROGRAM, "collect", "--database", hub_file(), "--broker",
                  "127.0.0.1:" + std::to_string(broker_.port()), "--username", "hub", "--password-file",
                  folder_ / "hub-password", "--signing-key", folder_ / "hub.key"},
                 folder_ / "hub.log");
}

void Site::start_device(const std::vector<std::string>& before) {
  for (std::size_t screen = 0; screen < roles_.size(); ++screen)
    std::filesystem::remove(folder_ / ("targets." + std::to_string(screen)));
  std::vector<std::string> words{TERTULIA_PROGRAM, "run",
                                 "--config",       folder_ / "tertulia.toml",
                                 "--pack",         TERTULIA_SOURCE_DIR "/config/visits/lisbon",
                                 "--room",         "magna",
                                 "--size",         kSize,
                                 "--at",           kMorning,
                                 "--rate",         std::to_string(kRate),
                                 "--targets",      folder_ / "targets"};
  for (const std::string& role : roles_) words.insert(words.end(), {"--role", role});
  words.insert(words.begin(), before.begin(), before.end());
  device_ = Program(words, folder_ / "device.log");
}

std::unique_ptr<robot::Glass> Site::before(const std::string& role) const {
  robot::GlassOptions options;
  options.display = display_.name();
  options.targets = folder_ / "targets";
  options.screen = static_cast<int>(std::find(roles_.begin(), roles_.end(), role) - roles_.begin());
  options.title = role;
  options.rate = kRate;
  options.patience = kPatience;
  return std::make_unique<robot::Glass>(options);
}

std::string Site::logs() const {
  return "device:\n" + text_of(folder_ / "device.log") + "hub:\n" + text_of(folder_ / "hub.log");
}

bool Site::eventually(const std::function<bool()>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    poll(nullptr, 0, kLookAgainMilliseconds);
  }
  return true;
}

robot::HubHolds Site::hub_holds() const { return robot::hub_holds(hub_file(), TERTULIA_HUB_PROGRAM); }

bool Site::everything_arrives() const {
  return eventually([this] {
    const auto device = device_holds();
    return device.waiting == 0 && device.acknowledged == device.stored;
  });
}

std::string said_by(const std::vector<std::string>& words, int& code) {
  const std::filesystem::path folder = make_folder();
  Program program(words, folder / "output");
  code = program.wait(Site::kPatience);
  std::string output = text_of(folder / "output");
  std::filesystem::remove_all(folder);
  return output;
}

}  // namespace tertulia::flow
