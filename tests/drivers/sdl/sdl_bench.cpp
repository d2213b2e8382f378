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

}  // namespace tertulia
