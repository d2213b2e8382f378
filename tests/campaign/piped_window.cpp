// SPDX-License-Identifier: Apache-2.0
#include "tests/campaign/piped_window.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace tertulia::campaign {

namespace {

// FNV-1a, pixel by pixel: equal pictures are told from different ones, nothing more.
std::uint64_t hash_of(PixelView view) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto count = static_cast<std::size_t>(view.size.width) * static_cast<std::size_t>(view.size.height);
  for (std::size_t i = 0; i < count; ++i) hash = (hash ^ view.pixels[i]) * 0x100000001b3;
  return hash;
}

}  // namespace

Result<std::unique_ptr<PipedWindow>> PipedWindow::open(int taps, std::vector<Screen> screens,
                                                       const Clock& clock, const std::string& shown) {
  std::unique_ptr<PipedWindow> window(new PipedWindow(taps, std::move(screens), clock));
  TRY(window->waiter_, Waiter::open());
  if (fcntl(taps, F_SETFL, O_NONBLOCK) != 0) return Error{"the descriptor for taps is not open"};
  window->waiter_->watch(taps);
  if (!shown.empty()) window->shown_.open(shown, std::ios::app);
  return window;
}

Outcome PipedWindow::present(int screen, PixelView view, std::span<const Rect>) {
  if (shown_.is_open())
    shown_ << screen << ' ' << clock_.kernel_time(clock_.now().boot).count() << ' ' << hash_of(view)
           << std::endl;
  return Done{};
}

Outcome PipedWindow::set_power(int, Power) { return Done{}; }

std::vector<WindowEvent> PipedWindow::wait(std::optional<BootTime> until) {
  if (until) until = clock_.kernel_time(*until);
  std::vector<WindowEvent> events;
  while (events.empty()) {
    const Waiter::Report report = waiter_->wait(until, Waiter::Patience::kSleep);
    const bool is_over = !read_taps(events);
    if (is_over) waiter_->forget(taps_);
    if (report.is_woken) events.push_back(window_event::Woken{});
    if (report.is_stopped || is_over) events.push_back(window_event::Quit{});
    if (report.is_due) break;
  }
  return events;
}

bool PipedWindow::read_taps(std::vector<WindowEvent>& events) {
  std::array<char, 4096> bytes{};
  ssize_t count = 0;
  while ((count = read(taps_, bytes.data(), bytes.size())) > 0)
    unread_.append(bytes.data(), static_cast<std::size_t>(count));
  const bool is_open = count < 0 && errno == EAGAIN;
  for (std::size_t end = 0; (end = unread_.find('\n')) != std::string::npos; unread_.erase(0, end + 1))
    take_line(unread_.substr(0, end), events);
  return is_open;
}

void PipedWindow::take_line(const std::string& line, std::vector<WindowEvent>& events) const {
  std::istringstream words(line);
  Touch touch;
  if (!(words >> touch.screen >> touch.at.x >> touch.at.y)) return;
  touch.time = clock_.now().boot;
  for (const TouchKind kind : {TouchKind::kDown, TouchKind::kUp}) {
    touch.kind = kind;
    events.push_back(touch);
  }
}

}  // namespace tertulia::campaign
