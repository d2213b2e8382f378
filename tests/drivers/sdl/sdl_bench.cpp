// SPDX-License-Identifier: Apache-2.0
#include "tests/drivers/sdl/sdl_bench.h"

#include <stdexcept>

#include <SDL.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

namespace tertulia {
namespace {

constexpr Point kCorner{40, 30};  // of the window on the desktop

SdlOptions options_for(const std::string& driver) {
  SdlOptions options;
  options.video_driver = driver;
  options.screens = {{"kiosk", WindowBench::kSize, kCorner, SdlMode::kWindow, 5.9}};
  return options;
}

SdlOptions options_on(const std::string& display) {
  setenv("DISPLAY", display.c_str(), 1);
  return options_for("x11");
}

Point on_desktop(Point at) { return {kCorner.x + at.x, kCorner.y + at.y}; }

void push_finger(Uint32 type, Point at) {
  SDL_Event event{};
  event.tfinger.type = type;
  event.tfinger.fingerId = 7;
  event.tfinger.x = static_cast<float>(at.x) / static_cast<float>(WindowBench::kSize.width - 1);
  event.tfinger.y = static_cast<float>(at.y) / static_cast<float>(WindowBench::kSize.height - 1);
  SDL_PushEvent(&event);
}

}  // namespace

Now KernelClock::now() const {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  Now now;
  now.boot = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  return now;
}

SdlBench::SdlBench(const SdlOptions& options) {
  auto window = SdlWindow::open(options, clock_);
  if (!window) throw std::runtime_error(window.error().message);
  window_ = std::move(window).value();
}

void SdlBench::ask_to_quit() { kill(getpid(), SIGTERM); }

HeadlessBench::HeadlessBench() : SdlBench(options_for("dummy")) {}

void HeadlessBench::press(Point at) { push_finger(SDL_FINGERDOWN, at); }
void HeadlessBench::drag(Point to) { push_finger(SDL_FINGERMOTION, to); }
void HeadlessBench::lift(Point at) { push_finger(SDL_FINGERUP, at); }

std::vector<std::uint32_t> HeadlessBench::glass() {
  SDL_Surface* surface = SDL_GetWindowSurface(SDL_GetWindowFromID(1));
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(surface->w) *
                                    static_cast<std::size_t>(surface->h));
  SDL_ConvertPixels(surface->w, surface->h, surface->format->format, surface->pixels, surface->pitch,
                    SDL_PIXELFORMAT_ARGB8888, pixels.data(), surface->w * 4);
  return pixels;
}

XBench::XBench(std::unique_ptr<XServer> server)
    : SdlBench(options_on(server->display())), server_(std::move(server)), person_(server_->display()) {}

void XBench::press(Point at) {
  person_.move(on_desktop(at));
  person_.press();
}
void XBench::drag(Point to) { person_.move(on_desktop(to)); }
void XBench::lift(Point at) {
  person_.move(on_desktop(at));
  person_.lift();
}
std::vector<std::uint32_t> XBench::glass() {
  return person_.look({kCorner.x, kCorner.y, kCorner.x + kSize.width, kCorner.y + kSize.height});
}
void XBench::close_window() { person_.close_window_at(on_desktop({5, 5})); }

WaylandBench::WaylandBench(Desktop desktop)
    : SdlBench(options_for("wayland")), desktop_(std::move(desktop)), person_(desktop_.server->display()) {
  SDL_ShowCursor(SDL_DISABLE);  // the compositor would draw it over the picture
  // A surface without a picture is not there for the pointer.
  const std::vector<std::uint32_t> black(std::size_t{kSize.width} * kSize.height, 0xff000000);
  const Rect whole{0, 0, kSize.width, kSize.height};
  if (!window().present(0, {black.data(), kSize}, {&whole, 1}).ok()) throw std::runtime_error("no picture");
  (void)glass();
}

WaylandBench::Desktop WaylandBench::start() {
  Desktop desktop;
  desktop.server = XServer::start();
  desktop.compositor = WaylandServer::start(*desktop.server, kSize);
  return desktop;
}

void WaylandBench::press(Point at) {
  person_.move(at);
  person_.press();
}
void WaylandBench::drag(Point to) { person_.move(to); }
void WaylandBench::lift(Point at) {
  person_.move(at);
  person_.lift();
}
std::vector<std::uint32_t> WaylandBench::glass() {
  const Rect whole{0, 0, kSize.width, kSize.height};
  auto seen = person_.look(whole);
  for (int same = 0; same < 3;) {
    (void)window().wait(clock().now().boot + Milliseconds{50});  // the client has its part in showing, too
    auto next = person_.look(whole);
    same = next == seen ? same + 1 : 0;
    seen = std::move(next);
  }
  return seen;
}

}  // namespace tertulia
