// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/card.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

#include "drivers/kms/choices.h"
#include "drivers/kms/dumb_buffer.h"
#include "drivers/wait/waiter.h"

namespace tertulia {
namespace {

template <auto kFree>
struct FreeWith {
  template <class T>
  void operator()(T* pointer) const {
    kFree(pointer);
  }
};
using Resources = std::unique_ptr<drmModeRes, FreeWith<drmModeFreeResources>>;
using Connector = std::unique_ptr<drmModeConnector, FreeWith<drmModeFreeConnector>>;
using Encoder = std::unique_ptr<drmModeEncoder, FreeWith<drmModeFreeEncoder>>;
using Crtc = std::unique_ptr<drmModeCrtc, FreeWith<drmModeFreeCrtc>>;

// "HDMI-A-1": kind and number, as the kernel's log and /sys/class/drm call it.
std::string name_of(const drmModeConnector& connector) {
  const char* kind = drmModeGetConnectorTypeName(connector.connector_type);
  return std::string(kind == nullptr ? "Unknown" : kind) + "-" + std::to_string(connector.connector_type_id);
}

std::vector<Connector> connected(int card, const drmModeRes& resources) {
  std::vector<Connector> all;
  for (int i = 0; i < resources.count_connectors; ++i) {
    Connector connector(drmModeGetConnector(card, resources.connectors[i]));
    if (connector && connector->connection == DRM_MODE_CONNECTED && connector->count_modes > 0)
      all.push_back(std::move(connector));
  }
  return all;
}

// Scan-out units that can feed a connector, as bits.
std::uint32_t units_of(int card, const drmModeConnector& connector) {
  std::uint32_t mask = 0;
  for (int i = 0; i < connector.count_encoders; ++i)
    if (const Encoder encoder{drmModeGetEncoder(card, connector.encoders[i])})
      mask |= encoder->possible_crtcs;
  return mask;
}

std::vector<PanelMode> modes_of(const drmModeConnector& connector) {
  std::vector<PanelMode> modes;
  for (int i = 0; i < connector.count_modes; ++i) {
    const drmModeModeInfo& mode = connector.modes[i];
    modes.push_back({{mode.hdisplay, mode.vdisplay},
                     static_cast<int>(mode.vrefresh),
                     (mode.type & DRM_MODE_TYPE_PREFERRED) != 0});
  }
  return modes;
}

std::vector<std::string> card_files() {
  std::vector<std::string> paths;
  std::error_code problem;
  for (std::filesystem::directory_iterator entry("/dev/dri", problem), end; !problem && entry != end;
       entry.increment(problem))
    if (entry->path().filename().string().starts_with("card")) paths.push_back(entry->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// On some machines a card only computes (a Pi's v3d): it has no panels.
Result<Descriptor> open_card(const std::string& path) {
  Descriptor card(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  if (!card.is_open() && errno == EACCES)
    return Error{path +
                 " may not be opened; add the user to the groups \"video\" and \"input\" and start again"};
  if (!card.is_open()) return Error{path + " cannot be opened: " + std::strerror(errno)};
  std::uint64_t can_buffer = 0;
  const bool is_able = drmGetCap(card.get(), DRM_CAP_DUMB_BUFFER, &can_buffer) == 0 && can_buffer != 0;
  const Resources resources(is_able ? drmModeGetResources(card.get()) : nullptr);
  if (!resources) return Error{path + " drives no panel; choose another card"};
  if (connected(card.get(), *resources).empty())
    return Error{path + " has no panel connected; check the cable and the power of the panel"};
  return card;
}

Result<Descriptor> find_card(const std::string& path) {
  if (!path.empty()) return open_card(path);
  Error reason{"there is no graphics card in /dev/dri; on a Pi add dtoverlay=vc4-kms-v3d to config.txt"};
  for (const std::string& candidate : card_files()) {
    auto card = open_card(candidate);
    if (card) return card;
    reason = card.error();
  }
  return reason;
}

Result<std::size_t> find_connector(const std::vector<Connector>& connectors, const std::string& wish,
                                   const std::vector<std::size_t>& taken) {
  std::string names;
  for (std::size_t i = 0; i < connectors.size(); ++i) {
    const std::string name = name_of(*connectors[i]);
    const bool is_free = std::find(taken.begin(), taken.end(), i) == taken.end();
    if (is_free && (wish.empty() || wish == name)) return i;
    names += (names.empty() ? "" : ", ") + name;
  }
  return Error{(wish.empty() ? "there are more screens configured than panels"
                             : "no panel is connected to \"" + wish + "\"") +
               std::string(" (connected: ") + names + "); correct the configuration or plug one in"};
}

}  // namespace

struct Card::State {
  struct Output {
    std::uint32_t connector = 0;
    std::uint32_t unit = 0;
    Crtc before;  // what the unit showed
    DumbBuffer buffer;
  };
  Descriptor card;
  std::vector<Output> outputs;  // as many as panels
};

Card::Card() : state_(std::make_unique<State>()) {}

Card::~Card() {
  for (State::Output& output : state_->outputs) {
    if (!output.before || output.before->buffer_id == 0) continue;
    drmModeSetCrtc(state_->card.get(), output.unit, output.before->buffer_id, output.before->x,
                   output.before->y, &output.connector, 1, &output.before->mode);
  }
  state_->outputs.clear();
}

Result<std::unique_ptr<Card>> Card::open(const std::string& path, std::span<const PanelWish> wishes) {
  TRY(Descriptor descriptor, find_card(path));
  std::unique_ptr<Card> card(new Card);
  card->state_->card = std::move(descriptor);
  TRY_DONE(card->light(wishes));
  return card;
}

Outcome Card::light(std::span<const PanelWish> wishes) {
  const int card = state_->card.get();
  const Resources resources(drmModeGetResources(card));
  const std::vector<Connector> connectors = connected(card, *resources);
  std::vector<std::size_t> chosen;
  std::vector<std::uint32_t> masks;
  for (const PanelWish& wish : wishes) {
    TRY(const std::size_t index, find_connector(connectors, wish.connector, chosen));
    chosen.push_back(index);
    masks.push_back(units_of(card, *connectors[index]));
  }
  const auto units = assign_units(masks);
  if (!units) return Error{"the graphics card cannot feed so many panels at once; configure fewer screens"};
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    drmModeConnector& connector = *connectors[chosen[i]];
    const auto mode = choose_mode(modes_of(connector), wishes[i].size);
    if (!mode)
      return Error{"the panel at " + name_of(connector) + " has no mode of " +
                   std::to_string(wishes[i].size.width) + "x" + std::to_string(wishes[i].size.height) +
                   "; leave the size out to use its own"};
    drmModeModeInfo& info = connector.modes[*mode];
    const std::uint32_t unit = resources->crtcs[(*units)[i]];
    TRY(DumbBuffer buffer, DumbBuffer::create(card, {info.hdisplay, info.vdisplay}));
    Crtc before(drmModeGetCrtc(card, unit));
    if (drmModeSetCrtc(card, unit, buffer.framebuffer(), 0, 0, &connector.connector_id, 1, &info) != 0)
      return Error{"the panel at " + name_of(connector) + " cannot be lit: " + std::strerror(errno) +
                   "; stop the desktop that uses it, or choose the window driver"};
    panels_.push_back(
        {name_of(connector), {info.hdisplay, info.vdisplay}, static_cast<int>(connector.mmWidth)});
    state_->outputs.push_back({connector.connector_id, unit, std::move(before), std::move(buffer)});
  }
  return Done{};
}

Outcome Card::show(int panel, PixelView view, std::span<const Rect> damage) {
  return state_->outputs[static_cast<std::size_t>(panel)].buffer.show(view, damage);
}

}  // namespace tertulia
