// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/kms_window.h"

#include <utility>

#include "drivers/kms/choices.h"

namespace tertulia {

Result<std::unique_ptr<KmsWindow>> KmsWindow::open(const KmsOptions& options, const Clock& clock) {
  if (options.screens.empty())
    return Error{"no screen is configured; name at least one in the configuration"};
  std::unique_ptr<KmsWindow> window(new KmsWindow(clock));
  TRY(window->waiter_, Waiter::open());
  std::vector<PanelWish> wishes;
  for (const KmsScreen& screen : options.screens) wishes.push_back({screen.connector, screen.size});
  TRY(window->card_, Card::open(options.card, wishes));
  window->add_screens(options);
  TRY_DONE(window->open_input(options));
  window->console_ = std::make_unique<Console>();
  return window;
}

void KmsWindow::add_screens(const KmsOptions& options) {
  for (std::size_t i = 0; i < options.screens.size(); ++i) {
    const KmsScreen& screen = options.screens[i];
    const Card::Panel& panel = card_->panels()[i];
    const double told = density(panel.size, panel.width_in_mm);
    screens_.push_back({screen.name, panel.size, screen.pixels_per_mm > 0 ? screen.pixels_per_mm : told});
    touches_.emplace_back(static_cast<int>(i));
  }
}

Outcome KmsWindow::open_input(const KmsOptions& options) {
  InputDevices::Options input;
  input.folder = options.input_folder;
  for (const KmsScreen& screen : options.screens) input.wishes.push_back(screen.input);
  for (const Screen& screen : screens_) input.sizes.push_back(screen.size);
  TRY(InputDevices devices, InputDevices::open(std::move(input), *waiter_));
  input_.emplace(std::move(devices));
  return Done{};
}

Outcome KmsWindow::present(int screen, PixelView view, std::span<const Rect> damage) {
  return card_->show(screen, view, damage);
}

std::vector<WindowEvent> KmsWindow::wait(std::optional<BootTime> until) {
  if (until) until = clock_.kernel_time(*until);
  std::vector<WindowEvent> events;
  while (true) {
    const Waiter::Report report = waiter_->wait(until, Waiter::Patience::kSleep);
    take(report, events);
    if (!events.empty() || report.is_due) return events;
  }
}

void KmsWindow::take(const Waiter::Report& report, std::vector<WindowEvent>& events) {
  std::vector<int> ready = report.ready;
  ready.insert(ready.end(), report.gone.begin(), report.gone.end());
  if (!ready.empty())
    for (const ScreenContact& news : input_->read(ready, clock_.now().boot))
      if (const auto touch = touches_[static_cast<std::size_t>(news.screen)].apply(news.contact))
        events.push_back(*touch);
  if (report.is_woken) events.push_back(window_event::Woken{});
  if (report.is_stopped) events.push_back(window_event::Quit{});
}

}  // namespace tertulia
