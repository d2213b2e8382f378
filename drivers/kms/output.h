// SPDX-License-Identifier: Apache-2.0
// One panel of a card and the picture that it shows. Main thread. The descriptor of the card must outlive it.
// At its end the panel shows again what it showed before.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "drivers/kms/dumb_buffer.h"
#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

struct _drmModeConnector;
struct _drmModeCrtc;

namespace tertulia {

struct Display {
  std::string connector;  // "HDMI-A-1", "DSI-1"
  Size size;
  int width_in_mm = 0;  // 0: the panel does not say
};

class Output {
 public:
  struct Plan {
    std::uint32_t connector = 0;
    std::uint32_t unit = 0;  // which scans the picture out
    Size size;               // {0, 0}: the panel's own
  };

  // Lights the panel, with a black picture. Errors: no such size; another program has the card. Each says
  // what to do.
  [[nodiscard]] static Result<Output> light(int card, const Plan& plan);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  [[nodiscard]] const Display& panel() const { return panel_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  Outcome show(PixelView view, std::span<const Rect> damage) { return buffer_->show(view, damage); }

  // Lights the panel that is plugged in now. It may be another one than before: panel() says its size. The
  // picture stays, or is black if the size changed. False: none is plugged in, and nothing happened.
  [[nodiscard]] Result<bool> light_again();

  // Makes the picture black, then switches the signal and the backlight off.
  void darken();

 private:
  Output(int card, const Plan& plan) : card_(card), plan_(plan) {}
  Outcome light(_drmModeConnector& connector);

  int card_;
  Plan plan_;
  Display panel_;
  std::unique_ptr<DumbBuffer> buffer_;
  struct Free {
    void operator()(_drmModeCrtc* unit) const;
  };
  std::unique_ptr<_drmModeCrtc, Free> before_;  // what the unit showed
};

}  // namespace tertulia
