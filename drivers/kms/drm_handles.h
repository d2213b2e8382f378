// SPDX-License-Identifier: Apache-2.0
// Owns the objects that libdrm returns, and the questions that card and output both ask of a connector.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xf86drmMode.h>

#include "drivers/kms/choices.h"

namespace tertulia {

template <auto kFree>
struct FreeWith {
  template <class T>
  void operator()(T* pointer) const {
    kFree(pointer);
  }
};
using DrmResources = std::unique_ptr<drmModeRes, FreeWith<drmModeFreeResources>>;
using DrmConnector = std::unique_ptr<drmModeConnector, FreeWith<drmModeFreeConnector>>;
using DrmEncoder = std::unique_ptr<drmModeEncoder, FreeWith<drmModeFreeEncoder>>;
using DrmProperty = std::unique_ptr<drmModePropertyRes, FreeWith<drmModeFreeProperty>>;

// For example "HDMI-A-1": kind and number, as in the log of the kernel and in /sys/class/drm.
[[nodiscard]] inline std::string name_of(const drmModeConnector& connector) {
  const char* kind = drmModeGetConnectorTypeName(connector.connector_type);
  return std::string(kind == nullptr ? "Unknown" : kind) + "-" + std::to_string(connector.connector_type_id);
}

[[nodiscard]] inline bool has_panel(const drmModeConnector& connector) {
  return connector.connection == DRM_MODE_CONNECTED && connector.count_modes > 0;
}

[[nodiscard]] inline std::vector<PanelMode> modes_of(const drmModeConnector& connector) {
  std::vector<PanelMode> modes;
  for (int i = 0; i < connector.count_modes; ++i) {
    const drmModeModeInfo& mode = connector.modes[i];
    modes.push_back({{mode.hdisplay, mode.vdisplay},
                     static_cast<int>(mode.vrefresh),
                     (mode.type & DRM_MODE_TYPE_PREFERRED) != 0});
  }
  return modes;
}

}  // namespace tertulia
