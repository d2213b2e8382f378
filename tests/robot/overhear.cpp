// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/overhear.h"

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/robot/stuck.h"

namespace tertulia::robot {
namespace {

constexpr const char* kFilter = "trt/1/+/+/ev/feedback";
constexpr int kTurnMilliseconds = 50;
constexpr int kKeepAlive = 30;
constexpr Milliseconds kPatience{20'000};

struct Destroy {
  void operator()(mosquitto* handle) const { mosquitto_destroy(handle); }
};

// The value in `key = "value"`.
std::string credential(const std::filesystem::path& file, const std::string& key) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const auto from = line.find('"');
    const auto to = line.rfind('"');
    if (line.starts_with(key) && from != std::string::npos && to > from)
      return line.substr(from + 1, to - from - 1);
  }
  throw Stuck(file.string() + " names no " + key);
}

// The CloudEvents attribute `id`; of feedback it is the submission's own.
std::string id_of(const mosquitto_property* properties) {
  for (bool more = false;; more = true) {
    char* name = nullptr;
    char* value = nullptr;
    properties =
        mosquitto_property_read_string_pair(properties, MQTT_PROP_USER_PROPERTY, &name, &value, more);
    if (properties == nullptr) return {};
    const std::string key = name == nullptr ? "" : name;
    std::string text = value == nullptr ? "" : value;
    free(name);
    free(value);
    if (key == "id") return text;
  }
}

}  // namespace

struct Overhear::State {
  std::unique_ptr<mosquitto, Destroy> handle;
  mutable std::mutex guard;
  std::set<std::string> ids;
  std::atomic<bool> listens{false};
  std::atomic<bool> ends{false};
  std::thread thread;
};

Overhear::Overhear(const BrokerPlace& place) : state_(std::make_unique<State>()) {
  mosquitto_lib_init();
  const std::string name = "overhear-" + std::to_string(getpid());
  state_->handle.reset(mosquitto_new(name.c_str(), true, state_.get()));
  mosquitto* handle = state_->handle.get();
  if (handle == nullptr) throw Stuck("no memory for a broker connection");
  mosquitto_int_option(handle, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
  if (!place.credentials.empty())
    mosquitto_username_pw_set(handle, credential(place.credentials, "username").c_str(),
                              credential(place.credentials, "password").c_str());
  mosquitto_connect_v5_callback_set(
      handle, [](mosquitto* connection, void*, int reason, int, const mosquitto_property*) {
        if (reason == 0) mosquitto_subscribe_v5(connection, nullptr, kFilter, 1, 0, nullptr);
      });
  mosquitto_subscribe_v5_callback_set(
      handle, [](mosquitto*, void* state, int, int, const int* granted, const mosquitto_property*) {
        static_cast<State*>(state)->listens = *granted <= 2;
      });
  mosquitto_message_v5_callback_set(
      handle, [](mosquitto*, void* data, const mosquitto_message*, const mosquitto_property* properties) {
        auto* state = static_cast<State*>(data);
        const std::lock_guard lock(state->guard);
        state->ids.insert(id_of(properties));
      });
  if (mosquitto_connect_bind_v5(handle, place.host.c_str(), place.port, kKeepAlive, nullptr, nullptr) != 0)
    throw Stuck("the broker at " + place.host + ":" + std::to_string(place.port) + " does not answer");
  state_->thread = std::thread([state = state_.get()] {
    while (!state->ends && mosquitto_loop(state->handle.get(), kTurnMilliseconds, 1) == MOSQ_ERR_SUCCESS)
      continue;
  });
  const auto deadline = SteadyClock::now() + kPatience;
  while (!state_->listens && SteadyClock::now() < deadline) poll(nullptr, 0, 5);
  if (state_->listens) return;
  state_->ends = true;
  state_->thread.join();
  throw Stuck("the broker does not let anyone listen to " + std::string(kFilter));
}

Overhear::~Overhear() {
  state_->ends = true;
  state_->thread.join();
  state_->handle.reset();
  mosquitto_lib_cleanup();
}

std::set<std::string> Overhear::published() const {
  const std::lock_guard lock(state_->guard);
  return state_->ids;
}

}  // namespace tertulia::robot
