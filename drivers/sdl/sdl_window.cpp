// SPDX-License-Identifier: Apache-2.0
#include "drivers/sdl/sdl_window.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <SDL.h>
#include <stdlib.h>

#include "drivers/sdl/contacts.h"
#include "drivers/sdl/display_descriptor.h"

namespace tertulia {
namespace {

void set_hints(const SdlOptions& options) {
  // Left alone, SDL would choose the bare console when no desktop is there; drivers/kms does that better.
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,wayland");
  if (!options.video_driver.empty())
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, options.video_driver.c_str(), SDL_HINT_OVERRIDE);
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // or it loads Mesa for a plain surface
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");  // or the touch that gives focus is lost
  SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");        // its pointer grab eats touches on X11
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");        // the waiter reads them
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  // SDL asks the desktop's bus to hold the screen saver; where there is no bus, it must not start one.
  setenv("DBUS_SESSION_BUS_ADDRESS", "unix:runtime=yes", 0);
}

Error sdl_error(const std::string& what) { return {what + ": " + SDL_GetError()}; }

Uint32 flags_of(SdlMode mode) {
  return mode == SdlMode::kFullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
}

}  // namespace

SdlWindow::Subsystem::~Subsystem() { SDL_Quit(); }

void SdlWindow::Destroy::operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }

SdlWindow::~SdlWindow() = default;

Result<std::unique_ptr<SdlWindow>> SdlWindow::open(const SdlOptions& options, const Clock& clock) {
  if (options.screens.empty())
    return Error{"no screen is configured; name at least one in the configuration"};
  std::unique_ptr<SdlWindow> window(new SdlWindow(clock));
  TRY(window->waiter_, Waiter::open());
  set_hints(options);
  window->subsystem_ = std::make_unique<Subsystem>();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
    return sdl_error(
        "cannot open a window; set DISPLAY or WAYLAND_DISPLAY to a running desktop, or choose the driver for "
        "the bare console");
  // SDL 2 has no plain surface on Wayland: there it shows pictures as a texture, or not at all.
  if (SDL_GetCurrentVideoDriver() == std::string_view("wayland"))
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "1");
  SDL_StopTextInput();  // we have a keyboard of our own on the screen: no input method, no D-Bus
  for (const SdlScreen& screen : options.screens) TRY_DONE(window->add(screen, options.title));
  if (std::any_of(options.screens.begin(), options.screens.end(),
                  [](const SdlScreen& screen) { return screen.mode == SdlMode::kFullscreen; }))
    SDL_ShowCursor(SDL_DISABLE);
  if (const auto descriptor = display_descriptor(window->windows_.front().get()))
    window->waiter_->watch(*descriptor);
  return window;
}

Outcome SdlWindow::add(const SdlScreen& screen, const std::string& title) {
  const int x = screen.position ? screen.position->x : static_cast<int>(SDL_WINDOWPOS_UNDEFINED);
  const int y = screen.position ? screen.position->y : static_cast<int>(SDL_WINDOWPOS_UNDEFINED);
  const std::string caption = screen.name.empty() ? title : title + " - " + screen.name;
  std::unique_ptr<SDL_Window, Destroy> window(
      SDL_CreateWindow(caption.c_str(), x, y, screen.size.width, screen.size.height, flags_of(screen.mode)));
  if (!window) return sdl_error("cannot open the window of screen \"" + screen.name + "\"");
  Size size;
  SDL_GetWindowSize(window.get(), &size.width, &size.height);
  screens_.push_back({screen.name, size, screen.pixels_per_mm});
  windows_.push_back(std::move(window));
  touches_.add();
  return Done{};
}

Outcome SdlWindow::present(int screen, PixelView view, std::span<const Rect> damage) {
  SDL_Window* window = windows_[static_cast<std::size_t>(screen)].get();
  SDL_Surface* surface = SDL_GetWindowSurface(window);
  if (surface == nullptr)
    return sdl_error("cannot draw on screen \"" + screens_[static_cast<std::size_t>(screen)].name + "\"");
  const Rect visible{0, 0, std::min(view.size.width, surface->w), std::min(view.size.height, surface->h)};
  std::vector<SDL_Rect> shown;
  for (const Rect& rect : damage) {
    const Rect part = intersection(rect, visible);
    if (part.empty()) continue;
    shown.push_back({part.left, part.top, part.width(), part.height()});
    const auto first = std::ptrdiff_t{part.top} * view.size.width + part.left;
    auto* to = static_cast<std::uint8_t*>(surface->pixels) + std::ptrdiff_t{part.top} * surface->pitch +
               std::ptrdiff_t{part.left} * surface->format->BytesPerPixel;
    // Copies rows as they are on every common display (its pixels have the same layout).
    if (SDL_ConvertPixels(part.width(), part.height(), SDL_PIXELFORMAT_RGB888, view.pixels + first,
                          view.size.width * 4, surface->format->format, to, surface->pitch) != 0)
      return sdl_error("cannot convert pixels for the display");
  }
  if (shown.empty()) return Done{};
  if (SDL_UpdateWindowSurfaceRects(window, shown.data(), static_cast<int>(shown.size())) != 0)
    return sdl_error("cannot show a picture");
  return Done{};
}

Outcome SdlWindow::set_power(int screen, Power power) {
  if (power == Power::kOn) return Done{};
  const Size size = screens_[static_cast<std::size_t>(screen)].size;
  const std::vector<std::uint32_t> black(
      static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), 0xff000000);
  const Rect whole{0, 0, size.width, size.height};
  return present(screen, {black.data(), size}, {&whole, 1});
}

std::vector<WindowEvent> SdlWindow::wait(std::optional<BootTime> until) {
  std::vector<WindowEvent> events;
  while (true) {
    // Events may wait inside Xlib since the last present(), where poll() cannot see them.
    pump(events);
    const auto patience = events.empty() ? Waiter::Patience::kSleep : Waiter::Patience::kGlance;
    auto due = touches_.earlier(until);
    const bool is_callers = due == until;
    if (due) due = clock_.kernel_time(*due);
    const Waiter::Report report = waiter_->wait(due, patience);
    if (!report.ready.empty()) pump(events);
    touches_.expire(clock_.now().boot, events);
    if (report.is_woken) events.push_back(window_event::Woken{});
    if (report.is_stopped || !report.gone.empty()) events.push_back(window_event::Quit{});
    if (!events.empty() || (report.is_due && is_callers)) return events;
  }
}

void SdlWindow::pump(std::vector<WindowEvent>& events) {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) take(event, events);
}

void SdlWindow::take(const SDL_Event& event, std::vector<WindowEvent>& events) {
  if (event.type == SDL_QUIT) events.push_back(window_event::Quit{});
  if (event.type == SDL_WINDOWEVENT) take_change(event, events);
  const int screen = std::max(screen_of(window_of_contact(event)), 0);
  const Size size = screens_[static_cast<std::size_t>(screen)].size;
  const auto contact = contact_from(event, size, clock_.now().boot);
  if (contact) touches_.apply(screen, *contact, events);
}

void SdlWindow::take_change(const SDL_Event& event, std::vector<WindowEvent>& events) {
  const int screen = screen_of(event.window.windowID);
  if (screen < 0) return;
  Size& size = screens_[static_cast<std::size_t>(screen)].size;
  const Size reported{event.window.data1, event.window.data2};
  switch (event.window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
      if (reported == size) break;
      size = reported;
      events.push_back(window_event::Resized{screen});
      break;
    case SDL_WINDOWEVENT_EXPOSED:
      events.push_back(window_event::Exposed{screen});
      break;
    case SDL_WINDOWEVENT_CLOSE:
      events.push_back(window_event::Quit{});
      break;
    default:
      break;
  }
}

int SdlWindow::screen_of(unsigned window_id) const {
  const auto found = std::find_if(windows_.begin(), windows_.end(), [&](const auto& window) {
    return SDL_GetWindowID(window.get()) == window_id;
  });
  return found == windows_.end() ? -1 : static_cast<int>(found - windows_.begin());
}

}  // namespace tertulia
