// SPDX-License-Identifier: Apache-2.0
// A real mosquitto on a free loopback port, with a configuration, a password file and a folder of its own.
// Can be killed and started again on the same port. Gone, with its folder, when this object goes.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/ports/broker.h"
#include "tests/support/loopback.h"

namespace tertulia {

class MosquittoServer {
 public:
  static constexpr const char* kProgram = "/usr/sbin/mosquitto";
  static constexpr const char* kPassword = "only-for-this-test";

  // `lines` are added to the configuration; `users` may come in with kPassword.
  explicit MosquittoServer(std::string lines = {},
                           std::vector<std::string> users = {"device", "hub", "other"})
      : folder_(make_folder()), port_(free_port()), lines_(std::move(lines)) {
    write_configuration(users);
    start();
  }
  ~MosquittoServer() {
    kill();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  MosquittoServer(const MosquittoServer&) = delete;
  MosquittoServer& operator=(const MosquittoServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] bool is_up() const { return pid_ > 0; }

  // How `user` comes in; its client id is its name.
  [[nodiscard]] BrokerAddress address(const std::string& user) const {
    BrokerAddress address;
    address.port = port_;
    address.client_id = user;
    address.username = user;
    address.password = kPassword;
    return address;
  }

  // kill -9: no DISCONNECT, no will, nothing that was retained or queued survives.
  void kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }
  // True when it takes connections; otherwise its log says why.
  bool start() {
    if (pid_ > 0) return true;
    const std::string configuration = (folder_ / "mosquitto.conf").string();
    const std::string log = (folder_ / "mosquitto.log").string();
    std::vector<std::string> words = {kProgram, "-c", configuration};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    const int failed = posix_spawn(&pid_, kProgram, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) pid_ = 0;
    return failed == 0 && takes_connections();
  }
  bool restart() {
    kill();
    return start();
  }

 private:
  static std::filesystem::path make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tertulia-mosquitto-XXXXXX").string();
    return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
  }

  void write_configuration(const std::vector<std::string>& users) {
    // A mosquitto that is started as root becomes another user before it reads its files.
    const std::string passwords = (folder_ / "passwords").string();
    for (const auto& user : users) {
      const std::string command = std::string("mosquitto_passwd ") + (&user == &users.front() ? "-c " : "") +
                                  "-b " + passwords + " " + user + " " + kPassword + " >/dev/null 2>&1";
      if (system(command.c_str()) != 0) return;
    }
    std::ofstream file(folder_ / "mosquitto.conf");
    file << "listener " << port_ << " 127.0.0.1\n"
         << "allow_anonymous false\npassword_file " << passwords << "\n"
         << "persistence false\nmax_packet_size 65536\nlog_type error\nlog_type warning\n"
         << (geteuid() == 0 ? "user root\n" : "") << lines_ << "\n";
  }

  // It ends by itself when its configuration is wrong; until it listens, connecting fails at once.
  bool takes_connections() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < deadline) {
      if (tertulia::takes_connections(port_)) return true;
      if (waitpid(pid_, nullptr, WNOHANG) == pid_) {
        pid_ = 0;
        return false;
      }
      poll(nullptr, 0, 5);
    }
    return false;
  }

  const std::filesystem::path folder_;
  const int port_;
  const std::string lines_;
  pid_t pid_ = 0;
};

}  // namespace tertulia
