// SPDX-License-Identifier: Apache-2.0
// A loop with a window by script and a painter without pixels; the boxes of the other threads to look into.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/app/loop/loop.h"
#include "tests/app/scripted_painter.h"
#include "tests/fakes/chime.h"
#include "tests/fakes/clock.h"
#include "tests/fakes/device.h"
#include "tests/fakes/voice.h"
#include "tests/fakes/window.h"
#include "tests/support/sample_device.h"

namespace tertulia::test {

class LoopTest : public ::testing::Test {
 protected:
  static RoleSettings kiosk() { return role_in(Role::kKiosk, "magna"); }
  static RoleSettings room() { return role_in(Role::kRoom, "magna"); }
  static RoleSettings moderator() { return role_in(Role::kModerator, "magna"); }
  void serve(std::vector<RoleSettings> roles) {
    std::vector<Screen> screens;
    for (const RoleSettings& role : roles) screens.push_back({std::string(to_text(role.role)), {1, 1}, 0});
    window = std::make_unique<FakeWindow>(screens, clock, [this](BootTime until) {
      slept.push_back(until - clock.now().boot);
      const auto on = std::chrono::ceil<Milliseconds>(until - clock.now().boot);
      clock.advance(std::max(on, Milliseconds{0}));
    });
    loop = std::make_unique<Loop>(std::move(device_state), std::move(roles),
                                  LoopPorts{*window, painter, clock, device, &voice, nullptr, pins, &chime},
                                  LoopBoxes{in, keeper, courier, exporter});
  }
  void turn() { ASSERT_TRUE(loop->turn().value()); }
  // A finger whose touch means `intent`.
  void tap(Intent intent, int screen = 0) {
    painter.expect_touch(std::move(intent), screen);
    window->tap({0, 0}, screen);
    turn();
    ASSERT_TRUE(loop->paint().ok());
  }
  void storage_says(ToMain message) {
    ASSERT_TRUE(in.put(std::move(message)));
    window->wake();
    turn();
    ASSERT_TRUE(loop->paint().ok());
  }
  template <class T, class Message>
  static std::vector<T> only(std::vector<Message> letters) {
    std::vector<T> found;
    for (const Message& letter : letters)
      if (const auto* wanted = std::get_if<T>(&letter)) found.push_back(*wanted);
    return found;
  }

  FakeClock clock{at(10, 45, 10)};
  FakeDevice device;
  FakeVoice voice;
  FakeChime chime;
  PinChecker* pins = nullptr;
  ScriptedPainter painter;
  MainBox in{8};
  KeeperBox keeper{8};
  CourierBox courier{8};
  ExporterBox exporter{1};
  DeviceState device_state = sample_device();
  std::vector<BootTime> slept;
  std::unique_ptr<FakeWindow> window;
  std::unique_ptr<Loop> loop;
};

}  // namespace tertulia::test
