// SPDX-License-Identifier: Apache-2.0
// Real SDL windows for the tests: without a display (fingers are SDL's own events), on an X server and on
// Wayland.
#pragma once

#include <memory>

#include "drivers/sdl/sdl_window.h"
#include "tests/drivers/sdl/x_server.h"
#include "tests/drivers/window_contract.h"

namespace tertulia {

// The clock of the kernel that runs the test: timers need the real one.
class KernelClock final : public Clock {
 public:
  [[nodiscard]] Now now() const override;
};

class SdlBench : public WindowBench {
 public:
  explicit SdlBench(const SdlOptions& options);
  [[nodiscard]] Window& window() override { return *window_; }
  [[nodiscard]] const Clock& clock() override { return clock_; }
  void ask_to_quit() override;  // SIGTERM to this process

 protected:
  void close() { window_.reset(); }

 private:
  KernelClock clock_;
  std::unique_ptr<SdlWindow> window_;
};

// SDL's dummy driver.
class HeadlessBench final : public SdlBench {
 public:
  HeadlessBench();
  void press(Point at) override;
  void drag(Point to) override;
  void lift(Point at) override;
  [[nodiscard]] std::vector<std::uint32_t> glass() override;
};

// An X server of its own, and SDL's window on it.
class XBench final : public SdlBench {
 public:
  XBench() : XBench(XServer::start()) {}
  ~XBench() override { close(); }  // before its server ends
  void press(Point at) override;
  void drag(Point to) override;
  void lift(Point at) override;
  [[nodiscard]] std::vector<std::uint32_t> glass() override;
  void close_window();

 private:
  explicit XBench(std::unique_ptr<XServer> server);
  std::unique_ptr<XServer> server_;
  XPerson person_;
};

// A Wayland compositor of its own, and SDL's window on it: filling the glass, since clients choose no place
// there.
class WaylandBench final : public SdlBench {
 public:
  WaylandBench() : WaylandBench(start()) {}
  ~WaylandBench() override { close(); }
  void press(Point at) override;
  void drag(Point to) override;
  void lift(Point at) override;
  // What stands there when two looks are alike: the compositor shows a picture when it likes.
  [[nodiscard]] std::vector<std::uint32_t> glass() override;

 private:
  struct Desktop {
    std::unique_ptr<XServer> server;
    std::unique_ptr<WaylandServer> compositor;
  };
  static Desktop start();
  explicit WaylandBench(Desktop desktop);
  Desktop desktop_;
  XPerson person_;
};

}  // namespace tertulia
