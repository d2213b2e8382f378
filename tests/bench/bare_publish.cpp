// SPDX-License-Identifier: Apache-2.0
// tertulia_bare_publish FILE PORT PASSWORD_FILE: publishes the bodies that wait in the outbox FILE, in MQTT 5
// with QoS 1 and 20 in flight, and nothing else. Prints "published N" (per second, until the broker has
// acknowledged the last) and "delivered N" (until a bare subscriber has got the last): what the way through
// this broker can give at most. FILE stays as it is.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/process_figures.h"

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kWindow = 20;
constexpr const char* kTopic = "bare/answers";

std::vector<std::string> bodies_in(const char* file) {
  std::vector<std::string> bodies;
  sqlite3* database = nullptr;
  sqlite3_stmt* rows = nullptr;
  sqlite3_open_v2(file, &database, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_prepare_v2(database, "SELECT body FROM outbox", -1, &rows, nullptr);
  while (sqlite3_step(rows) == SQLITE_ROW)
    bodies.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(rows, 0)));
  sqlite3_finalize(rows);
  sqlite3_close(database);
  return bodies;
}

// A connection with the options of ours (drivers/mosquitto/handle.cpp).
struct Client {
  mosquitto* handle = nullptr;
  bool ready = false;
  std::size_t acknowledged = 0;
  std::size_t received = 0;

  Client(const char* name, int port, const std::string& password) : handle(mosquitto_new(name, true, this)) {
    mosquitto_int_option(handle, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
    mosquitto_int_option(handle, MOSQ_OPT_TCP_NODELAY, 1);
    mosquitto_int_option(handle, MOSQ_OPT_RECEIVE_MAXIMUM, kWindow);
    mosquitto_username_pw_set(handle, "hub", password.c_str());
    mosquitto_connect_v5_callback_set(handle,
                                      [](mosquitto* raw, void* self, int, int, const mosquitto_property*) {
                                        static_cast<Client*>(self)->connected(raw);
                                      });
    mosquitto_subscribe_v5_callback_set(
        handle, [](mosquitto*, void* self, int, int, const int*, const mosquitto_property*) {
          static_cast<Client*>(self)->ready = true;
        });
    mosquitto_publish_v5_callback_set(handle,
                                      [](mosquitto*, void* self, int, int, const mosquitto_property*) {
                                        ++static_cast<Client*>(self)->acknowledged;
                                      });
    mosquitto_message_v5_callback_set(
        handle, [](mosquitto*, void* self, const mosquitto_message*, const mosquitto_property*) {
          ++static_cast<Client*>(self)->received;
        });
    mosquitto_connect_bind_v5(handle, "127.0.0.1", port, 20, nullptr, nullptr);
  }
  ~Client() { mosquitto_destroy(handle); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool listens = false;
  void connected(mosquitto* raw) {
    if (listens)
      mosquitto_subscribe(raw, nullptr, kTopic, 1);
    else
      ready = true;
  }

  // One poll(), and everything that it brought.
  void turn() {
    const bool writes = mosquitto_want_write(handle);
    pollfd socket{mosquitto_socket(handle), static_cast<short>(writes ? POLLIN | POLLOUT : POLLIN), 0};
    if (poll(&socket, 1, 1000) <= 0) std::exit(EXIT_FAILURE);
    if ((socket.revents & POLLOUT) != 0) mosquitto_loop_write(handle, 1);
    for (errno = 0; (socket.revents & POLLIN) != 0 && errno != EAGAIN && errno != EWOULDBLOCK;)
      if (mosquitto_loop_read(handle, 1) != MOSQ_ERR_SUCCESS) std::exit(EXIT_FAILURE);
  }
  void get_ready() {
    while (!ready) turn();
  }
};

void publish(Client& client, const std::vector<std::string>& bodies) {
  for (std::size_t sent = 0; client.acknowledged < bodies.size(); client.turn())
    for (; sent < bodies.size() && sent < client.acknowledged + kWindow; ++sent)
      mosquitto_publish_v5(client.handle, nullptr, kTopic, static_cast<int>(bodies[sent].size()),
                           bodies[sent].data(), 1, false, nullptr);
}

double per_second(std::size_t count, SteadyClock::time_point begun) {
  return static_cast<double>(count) / std::chrono::duration<double>(SteadyClock::now() - begun).count();
}

// In a process of its own, as the hub is.
pid_t start_subscriber(int port, const std::string& password, std::size_t count, int tell) {
  const pid_t child = fork();
  if (child != 0) return child;
  Client client("bare-hub", port, password);
  client.listens = true;
  client.get_ready();
  [[maybe_unused]] const auto said = write(tell, "r", 1);
  while (client.received < count) client.turn();
  _exit(EXIT_SUCCESS);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return EXIT_FAILURE;
  const auto bodies = bodies_in(argv[1]);
  const int port = std::atoi(argv[2]);
  const std::string password = tertulia::bench::first_line(argv[3]);
  if (bodies.empty()) return EXIT_FAILURE;
  mosquitto_lib_init();
  {
    Client alone("bare-alone", port, password);
    alone.get_ready();
    const auto begun = SteadyClock::now();
    publish(alone, bodies);
    std::printf("published %.0f\n", per_second(bodies.size(), begun));
    std::fflush(stdout);
  }
  int words[2];
  if (pipe(words) != 0) return EXIT_FAILURE;
  const pid_t subscriber = start_subscriber(port, password, bodies.size(), words[1]);
  char word = 0;
  if (read(words[0], &word, 1) != 1) return EXIT_FAILURE;
  Client client("bare-device", port, password);
  client.get_ready();
  const auto begun = SteadyClock::now();
  publish(client, bodies);
  int status = 0;
  waitpid(subscriber, &status, 0);
  std::printf("delivered %.0f\n", per_second(bodies.size(), begun));
  return status == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
