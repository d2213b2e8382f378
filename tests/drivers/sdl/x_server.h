// SPDX-License-Identifier: Apache-2.0
// An X server without a screen (Xvfb) for one test program, a Wayland compositor on it, and a hand and an
// eye.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "firmware/ports/geometry.h"

namespace tertulia {

class XServer {
 public:
  // Starts Xvfb on a free display and waits until it listens; throws when it is not installed.
  static std::unique_ptr<XServer> start();
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;
  ~XServer();

  [[nodiscard]] const std::string& display() const { return display_; }

 private:
  XServer(int process, std::string display) : process_(process), display_(std::move(display)) {}
  int process_;
  std::string display_;
};

// Weston in kiosk mode: its one window fills the upper left corner of an X server that must outlive it.
class WaylandServer {
 public:
  // Waits until it listens; throws when it is not installed. Clients find it by $XDG_RUNTIME_DIR and
  // $WAYLAND_DISPLAY, which are set here.
  static std::unique_ptr<WaylandServer> start(const XServer& server, Size size);
  WaylandServer(const WaylandServer&) = delete;
  WaylandServer& operator=(const WaylandServer&) = delete;
  ~WaylandServer();

 private:
  WaylandServer(int process, std::string folder) : process_(process), folder_(std::move(folder)) {}
  int process_;
  std::string folder_;
};

// Positions are those of the whole desktop.
class XPerson {
 public:
  explicit XPerson(const std::string& display);
  XPerson(const XPerson&) = delete;
  XPerson& operator=(const XPerson&) = delete;
  ~XPerson();

  void move(Point to);
  void press();
  void lift();
  // Keys of a physical keyboard (keysyms), pressed in that order and released in the other.
  void type(std::vector<unsigned long> keys);
  [[nodiscard]] std::vector<std::uint32_t> look(const Rect& area);
  void close_window_at(Point at);  // as a window manager does

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tertulia
