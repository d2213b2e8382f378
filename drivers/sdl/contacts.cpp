// SPDX-License-Identifier: Apache-2.0
#include "drivers/sdl/contacts.h"

#include <algorithm>
#include <cmath>

#include <SDL.h>

namespace tertulia {
namespace {

Point inside(Point point, Size size) {
  return {std::clamp(point.x, 0, std::max(size.width - 1, 0)),
          std::clamp(point.y, 0, std::max(size.height - 1, 0))};
}

// SDL divides the pixel by the last pixel's number.
Point pixel_at(const SDL_TouchFingerEvent& finger, Size size) {
  const auto scaled = [](float part, int pixels) {
    return static_cast<int>(std::lround(std::clamp(part, 0.0F, 1.0F) * static_cast<float>(pixels - 1)));
  };
  return inside({scaled(finger.x, size.width), scaled(finger.y, size.height)}, size);
}

TouchContact finger_contact(ContactKind kind, const SDL_TouchFingerEvent& finger, Size size, BootTime now) {
  return {kind, finger.fingerId, pixel_at(finger, size), now};
}

}  // namespace

std::optional<TouchContact> contact_from(const SDL_Event& event, Size size, BootTime now) {
  const auto mouse = [&](ContactKind kind, int x, int y) {
    return TouchContact{kind, kMouseFinger, inside({x, y}, size), now};
  };
  switch (event.type) {
    case SDL_FINGERDOWN:
      return finger_contact(ContactKind::kDown, event.tfinger, size, now);
    case SDL_FINGERMOTION:
      return finger_contact(ContactKind::kMove, event.tfinger, size, now);
    case SDL_FINGERUP:
      return finger_contact(ContactKind::kUp, event.tfinger, size, now);
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.button != SDL_BUTTON_LEFT || event.button.which == SDL_TOUCH_MOUSEID) break;
      return mouse(ContactKind::kDown, event.button.x, event.button.y);
    case SDL_MOUSEBUTTONUP:
      if (event.button.button != SDL_BUTTON_LEFT || event.button.which == SDL_TOUCH_MOUSEID) break;
      return mouse(ContactKind::kUp, event.button.x, event.button.y);
    case SDL_MOUSEMOTION:
      if ((event.motion.state & SDL_BUTTON_LMASK) == 0 || event.motion.which == SDL_TOUCH_MOUSEID) break;
      return mouse(ContactKind::kMove, event.motion.x, event.motion.y);
    default:
      break;
  }
  return std::nullopt;
}

unsigned window_of_contact(const SDL_Event& event) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      return event.tfinger.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return event.button.windowID;
    case SDL_MOUSEMOTION:
      return event.motion.windowID;
    default:
      return 0;
  }
}

}  // namespace tertulia
