// SPDX-License-Identifier: Apache-2.0
// Opens the window driver that shows the screens of this device.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

namespace tertulia {

// The clock must outlive the window.
using OpenWindow = std::function<Result<std::unique_ptr<Window>>(
    const formats::Configuration&, const std::vector<formats::ScreenSettings>&, const Clock&)>;

// SDL or the bare console, as the configuration says.
[[nodiscard]] Result<std::unique_ptr<Window>> open_window(const formats::Configuration& configuration,
                                                          const std::vector<formats::ScreenSettings>& screens,
                                                          const Clock& clock);

}  // namespace tertulia
