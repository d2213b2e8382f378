// SPDX-License-Identifier: Apache-2.0
// A real PostgreSQL in a folder of its own, on a Unix socket alone. Can be killed and started again. Gone,
// with its folder, when this object goes. PostgreSQL refuses to run as root: then it runs as postgres or
// nobody.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fcntl.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tertulia {

class PostgresServer {
 public:
  PostgresServer() : folder_(make_folder()), owner_(geteuid() == 0 ? owner() : nullptr) {
    if (owner_ && chown(folder_.c_str(), owner_->pw_uid, owner_->pw_gid) != 0) return;
    const bool made = run({program("initdb"), "-D", data(), "-U", "tertulia", "-A", "trust", "-E", "UTF8",
                           "--locale=C", "--no-sync"});
    if (made) start();
  }
  ~PostgresServer() {
    stop_now();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  [[nodiscard]] std::string url(const std::string& database) const {
    return "postgresql:///" + database + "?user=tertulia&host=" + folder_.string();
  }
  // What the server and initdb said.
  [[nodiscard]] std::string log() const {
    std::ifstream file(folder_ / "log");
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  // As `pg_ctl stop -m immediate`: no checkpoint, every connection is cut.
  void stop_now() { end_with(SIGQUIT); }
  // kill -9 of the server; its children notice and go.
  void kill() { end_with(SIGKILL); }

  // True when it takes connections; otherwise log() says why.
  bool start() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < deadline) {
      if (pid_ <= 0)  // Crash safety is the operating system's here: only processes die in these tests.
        pid_ =
            spawn({program("postgres"), "-D", data(), "-k", folder_.string(), "-c", "listen_addresses=", "-c",
                   "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=30"});
      if (PQping(url("postgres").c_str()) == PQPING_OK) return true;
      // After a kill the old children may still hold its memory: it ends at once and is started again.
      if (waitpid(pid_, nullptr, WNOHANG) == pid_) pid_ = 0;
      poll(nullptr, 0, 20);
    }
    return false;
  }

 private:
  static std::filesystem::path make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tertulia-postgres-XXXXXX").string();
    return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
  }
  static const passwd* owner() {
    const passwd* postgres = getpwnam("postgres");
    return postgres ? postgres : getpwnam("nobody");
  }
  // Debian keeps the servers of each version apart; the newest one. Another one may stand first on PATH.
  static std::string program(const std::string& name) {
    std::error_code missing;
    std::vector<std::string> found;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", missing))
      if (std::filesystem::exists(version.path() / "bin" / name))
        found.push_back((version.path() / "bin" / name).string());
    std::sort(found.begin(), found.end());
    return found.empty() ? name : found.back();
  }
  [[nodiscard]] std::string data() const { return (folder_ / "data").string(); }

  [[nodiscard]] pid_t spawn(std::vector<std::string> words) const {
    std::vector<std::string> before = {"/usr/bin/setpriv", "--pdeathsig=KILL"};
    if (owner_)
      before.insert(before.end(), {"--reuid=" + std::to_string(owner_->pw_uid),
                                   "--regid=" + std::to_string(owner_->pw_gid), "--clear-groups"});
    words.insert(words.begin(), before.begin(), before.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (folder_ / "log").c_str(),
                                     O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t pid = 0;
    const int failed = posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? pid : 0;
  }
  [[nodiscard]] bool run(std::vector<std::string> words) const {
    const pid_t pid = spawn(std::move(words));
    int status = 1;
    return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
  }
  void end_with(int signal) {
    if (pid_ <= 0) return;
    ::kill(pid_, signal);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

  const std::filesystem::path folder_;
  const passwd* const owner_;
  pid_t pid_ = 0;
};

}  // namespace tertulia
