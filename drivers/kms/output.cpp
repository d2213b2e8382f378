// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/output.h"

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <xf86drmMode.h>

#include "drivers/kms/backlight.h"
#include "drivers/kms/drm_handles.h"

namespace tertulia {
namespace {

// Ends the signal, and lets the panel sleep; drivers that know nothing of it have no such property.
void stop_signal(int card, drmModeConnector& connector) {
  for (int i = 0; i < connector.count_props; ++i) {
    const DrmProperty property(drmModeGetProperty(card, connector.props[i]));
    if (property && std::string_view(property->name) == "DPMS")
      drmModeConnectorSetProperty(card, connector.connector_id, property->prop_id, DRM_MODE_DPMS_OFF);
  }
}

}  // namespace

void Output::Free::operator()(drmModeCrtc* unit) const { drmModeFreeCrtc(unit); }

Result<Output> Output::light(int card, const Plan& plan) {
  Output output(card, plan);
  output.before_.reset(drmModeGetCrtc(card, plan.unit));
  const DrmConnector connector(drmModeGetConnector(card, plan.connector));
  if (!connector) return Error{"the graphics card lost a panel; check its cable and start again"};
  TRY_DONE(output.light(*connector));
  return output;
}

Output::Output(Output&& other) noexcept = default;

Output::~Output() {
  if (!buffer_ || !before_ || before_->buffer_id == 0) return;
  drmModeSetCrtc(card_, plan_.unit, before_->buffer_id, before_->x, before_->y, &plan_.connector, 1,
                 &before_->mode);
}

Outcome Output::light(drmModeConnector& connector) {
  const std::string name = name_of(connector);
  const auto mode = choose_mode(modes_of(connector), plan_.size);
  if (!mode)
    return Error{"the panel at " + name + " has no mode of " + std::to_string(plan_.size.width) + "x" +
                 std::to_string(plan_.size.height) + "; leave the size out to use its own"};
  drmModeModeInfo& info = connector.modes[*mode];
  const Size size{info.hdisplay, info.vdisplay};
  std::unique_ptr<DumbBuffer> replaced;  // until the new one is shown: the card looks at it
  if (!buffer_ || panel_.size != size) {
    TRY(DumbBuffer buffer, DumbBuffer::create(card_, size));
    replaced = std::exchange(buffer_, std::make_unique<DumbBuffer>(std::move(buffer)));
  }
  if (drmModeSetCrtc(card_, plan_.unit, buffer_->framebuffer(), 0, 0, &plan_.connector, 1, &info) != 0)
    return Error{"the panel at " + name + " cannot be lit: " + std::strerror(errno) +
                 "; stop the desktop that uses it, or choose the window driver"};
  panel_ = {name, size, static_cast<int>(connector.mmWidth)};
  if (has_backlight(name)) set_backlight(kBacklights, Power::kOn);
  return Done{};
}

Result<bool> Output::light_again() {
  const DrmConnector connector(drmModeGetConnector(card_, plan_.connector));
  if (!connector || !has_panel(*connector)) return false;
  TRY_DONE(light(*connector));
  return true;
}

void Output::darken() {
  buffer_->blacken();
  if (has_backlight(panel_.connector)) set_backlight(kBacklights, Power::kOff);
  if (const DrmConnector connector{drmModeGetConnectorCurrent(card_, plan_.connector)})
    stop_signal(card_, *connector);
}

}  // namespace tertulia
