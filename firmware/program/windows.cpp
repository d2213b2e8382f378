// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/windows.h"

#include <spdlog/spdlog.h>

#include "drivers/kms/kms_window.h"
#include "drivers/sdl/sdl_window.h"

namespace tertulia {
namespace {

// 0 lets the panel tell.
double pixels_per_mm_of(const formats::ScreenSettings& screen) {
  return screen.millimetres_width > 0 ? static_cast<double>(screen.width) / screen.millimetres_width : 0;
}

}  // namespace

Result<std::unique_ptr<Window>> open_window(const formats::Configuration& configuration,
                                            const std::vector<formats::ScreenSettings>& screens,
                                            const Clock& clock) {
  if (configuration.display.driver == formats::DisplayDriver::kKms) {
    KmsOptions options;
    options.report = [](const std::string& sentence) { spdlog::warn(sentence); };
    for (const auto& screen : screens)
      options.screens.push_back(
          {std::string(formats::to_text(screen.role)), "", {0, 0}, screen.millimetres_width, ""});
    TRY(std::unique_ptr<Window> window, KmsWindow::open(options, clock));
    return window;
  }
  SdlOptions options;
  for (const auto& screen : screens) {
    options.screens.push_back({std::string(formats::to_text(screen.role)),
                               {screen.width, screen.height},
                               Point{screen.x.value_or(0), screen.y.value_or(0)},
                               screen.fullscreen ? SdlMode::kFullscreen : SdlMode::kWindow,
                               pixels_per_mm_of(screen)});
  }
  TRY(std::unique_ptr<Window> window, SdlWindow::open(options, clock));
  return window;
}

}  // namespace tertulia
