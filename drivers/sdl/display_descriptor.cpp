// SPDX-License-Identifier: Apache-2.0
#include "drivers/sdl/display_descriptor.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <dlfcn.h>

namespace tertulia {
namespace {

// Found in the process because SDL speaks Wayland with it; linking it would load it for X11 too.
std::optional<int> wayland_descriptor(wl_display* display) {
  using GetDescriptor = int (*)(wl_display*);
  const auto get = reinterpret_cast<GetDescriptor>(dlsym(RTLD_DEFAULT, "wl_display_get_fd"));
  if (get == nullptr) return std::nullopt;
  return get(display);
}

}  // namespace

std::optional<int> display_descriptor(SDL_Window* window) {
  SDL_SysWMinfo info{};
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE) return std::nullopt;
  if (info.subsystem == SDL_SYSWM_X11) return XConnectionNumber(info.info.x11.display);
  if (info.subsystem == SDL_SYSWM_WAYLAND) return wayland_descriptor(info.info.wl.display);
  return std::nullopt;
}

}  // namespace tertulia
